"""A message as the adviser compares it, and how a phrase is found in it."""
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.lexicon import Found, Lexicon
from bot.words import folded_words

NEGATIONS = frozenset(("geen", "niet", "nooit", "zonder", "niks", "niets", "nergens"))
GAP, WIDEST_GAP, REACH = "..", 3, 3
NEAR = 8
Span = tuple[int, int]


@dataclass(frozen=True)
class Amount:
    """An amount in euros and the words it was read from."""

    euros: float
    words: str


@dataclass(frozen=True)
class Message:
    """The words of a message in plain form, the concepts in them and the amounts of money."""

    words: tuple[str, ...]
    found: tuple[Found, ...] = ()
    amounts: tuple[Amount, ...] = ()

    @cached_property
    def at(self) -> Mapping[int, tuple[Found, ...]]:
        """The concepts by the word they begin with."""
        return {place: tuple(one for one in self.found if one.first == place)
                for place in {one.first for one in self.found}}

    @cached_property
    def holds(self) -> frozenset[str]:
        """Every word, and every concept in braces."""
        return frozenset((*self.words, *(f"{{{one.concept}}}" for one in self.found)))

    def spans(self, phrase: str) -> Iterator[Span]:
        """Where the phrase stands in this message, unless it is denied there."""
        parts = parts_of(phrase)
        if parts and parts[0] in self.holds:
            denies = not NEGATIONS.isdisjoint(parts)
            for start in range(len(self.words)):
                end = self.end(parts, start)
                if end is not None and (denies or NEGATIONS.isdisjoint(self.words[max(0, start - REACH):start])):
                    yield start, end

    def end(self, parts: tuple[str, ...], place: int) -> int | None:
        """One past the last word when these parts stand here, otherwise None."""
        if not parts:
            return place
        first, rest = parts[0], parts[1:]
        ends = (self.end(rest, onward) for onward in self.onward(first, place))
        return next((end for end in ends if end is not None), None)

    def onward(self, part: str, place: int) -> Iterator[int]:
        """Where the next part may stand when this part stands here."""
        if part == GAP:
            yield from range(place, min(place + WIDEST_GAP, len(self.words)) + 1)
        elif part.startswith("{"):
            yield from (one.last for one in self.at.get(place, ()) if one.concept == part[1:-1])
        elif place < len(self.words) and self.words[place] == part:
            yield place + 1

    def near(self, amount: Amount, concepts: tuple[str, ...]) -> bool:
        """Whether one of the concepts stands within a few words of the amount; without concepts always."""
        last = folded_words(amount.words)[-1:]
        places = [place for place, word in enumerate(self.words) if [word] == last] or [0]
        return not concepts or any(abs(one.first - place) <= NEAR for place in places for one in self.found
                                   if one.concept in concepts)

    def text(self, span: Span) -> str:
        """The words in a span."""
        return " ".join(self.words[span[0]:span[1]])


def message_of(lexicon: Lexicon, text: str, amounts: tuple[Amount, ...] = ()) -> Message:
    """The message in a text."""
    words = tuple(folded_words(text))
    return Message(words, lexicon.in_words(words), amounts)


@functools.cache
def parts_of(phrase: str) -> tuple[str, ...]:
    """The parts of a phrase of the content: plain words, {concepts} and gaps of up to three words ("..")."""
    return tuple(part for piece in phrase.split()
                 for part in ((piece,) if piece == GAP or piece.startswith("{") else folded_words(piece)))
