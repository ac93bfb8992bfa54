"""A message as the adviser compares it, and how a phrase is found in it."""
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from bot.clauses import opening_of, sentences_of
from bot.lexicon import Found, Lexicon
from bot.parts import ANYWHERE, FIRST, GAP, LAST, Part, joined, parts_of
from bot.stating import Span, stated
from bot.words import folded_words

WIDEST_GAP, NEAR = 3, 8


@dataclass(frozen=True)
class Amount:
    """An amount in euros and the words it was read from."""

    euros: float
    words: str


@dataclass(frozen=True)
class Message:
    """The words of a message in plain form, where its sentences begin, the concepts in it and the amounts of money.

    `elsewhere` holds the phrases by which a sentence tells of another case than that of the person who writes;
    `opening` counts the words of the first clause; a message that `asks` ends as a question; who is `supposing` says
    "what if", so that what is supposed counts.
    """

    words: tuple[str, ...]
    found: tuple[Found, ...] = ()
    amounts: tuple[Amount, ...] = ()
    begins: frozenset[int] = frozenset((0,))
    elsewhere: tuple[str, ...] = ()
    opening: int = 0
    asks: bool = False
    supposing: bool = False

    @cached_property
    def steps(self) -> tuple[Mapping[str, int], ...]:
        """For each place what stands there (the word, and every concept in braces), and one past where that ends."""
        steps = [{word: place + 1} for place, word in enumerate(self.words)]
        for one in self.found:
            step, token = steps[one.first], f"{{{one.concept}}}"
            step[token] = max(one.last, step.get(token, 0))
        return tuple(steps)

    @cached_property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """Where each word and each concept begins."""
        places: dict[str, list[int]] = {"^": sorted(self.begins)}
        for place, step in enumerate(self.steps):
            for token in step:
                places.setdefault(token, []).append(place)
        return {token: tuple(found) for token, found in places.items()}

    @cached_property
    def tokens(self) -> Part:
        """The words and the concepts that stand in it."""
        return frozenset(self.places)

    @property
    def first_clause(self) -> "Message | None":
        """The message as far as its first comma or full stop, or None when that is all there is."""
        if not 0 < self.opening < len(self.words):
            return None
        found = tuple(one for one in self.found if one.last <= self.opening)
        return Message(self.words[:self.opening], found, elsewhere=self.elsewhere, opening=self.opening)

    @cached_property
    def other_cases(self) -> frozenset[Span]:
        """The sentences that tell of another case."""
        return frozenset(self.sentence(start) for phrase in self.elsewhere for start, _ in self.stands(phrase))

    def spans(self, phrase: str) -> Iterator[Span]:
        """Where the phrase is said in this message of the case itself, and not denied or only supposed."""
        yield from (span for span in self.beside(phrase, self.said) if self.sentence(span[0]) not in self.other_cases)

    def stands(self, phrase: str) -> Iterator[Span]:
        """Where the phrase stands in one sentence of this message."""
        yield from self.beside(phrase, self.standing)

    def beside(self, phrase: str, found: Callable[[str], Iterable[Span]]) -> Iterator[Span]:
        """Where the first of the joined phrases is found in a sentence in which the others are found too."""
        first, *others = joined(phrase)
        for span in found(first):
            here = self.sentence(span[0])
            if all(any(self.sentence(start) == here for start, _ in found(other)) for other in others):
                yield span

    def said(self, phrase: str) -> Iterator[Span]:
        """Where one phrase stands, and is not denied or only supposed."""
        own: Part = frozenset().union(*parts_of(phrase))
        yield from (span for span in self.standing(phrase)
                    if stated(self.words, self.sentence(span[0]), span, own, self.supposing))

    def standing(self, phrase: str) -> Iterator[Span]:
        """Where one phrase stands in one sentence."""
        parts = parts_of(phrase)
        if not parts or any(part.isdisjoint(self.tokens) for part in parts if part not in ANYWHERE):
            return
        for start in sorted(place for token in parts[0] for place in self.places.get(token, ())):
            end = self.end(parts, start)
            if end is not None:
                yield start, end

    def sentence(self, place: int) -> Span:
        """Where the sentence begins that this place is in, and one past its last word."""
        begins = self.places["^"]
        following = bisect_right(begins, place)
        return (begins[following - 1] if following else 0,
                begins[following] if following < len(begins) else len(self.words))

    def end(self, parts: tuple[Part, ...], start: int) -> int | None:
        """One past the last word when these parts stand here, in one sentence; otherwise None."""
        limit = self.sentence(start)[1]
        ends = {start}
        for part in parts:
            ends = {onward for place in ends for onward in self.onward(part, place, limit)}
            if not ends:
                return None
        return min(ends)

    def onward(self, part: Part, place: int, limit: int) -> Iterable[int]:
        """Where the next part may stand when this part stands here."""
        if part == GAP:
            return range(place, min(place + WIDEST_GAP, limit) + 1)
        if part == LAST or place == limit:
            return (place,) if part == LAST and place == limit else ()
        if part == FIRST:
            return (place,) if place in self.begins else ()
        step = self.steps[place]
        return () if part.isdisjoint(step) else {end for token, end in step.items() if token in part}

    def near(self, amount: Amount, concepts: tuple[str, ...]) -> bool:
        """Whether one of the concepts stands within a few words of the amount."""
        places = self.places_of(amount) or [0]
        return any(abs(one.first - place) <= NEAR for place in places for one in self.found if one.concept in concepts)

    def is_here(self, amount: Amount) -> bool:
        """Whether the amount is not one of another case."""
        places = self.places_of(amount)
        return not places or any(self.sentence(place) not in self.other_cases for place in places)

    def places_of(self, amount: Amount) -> list[int]:
        """Where the last word of the amount stands."""
        said = tuple(folded_words(amount.words))
        return [end - 1 for end in range(len(said), len(self.words) + 1) if self.words[end - len(said):end] == said]

    def text(self, span: Span) -> str:
        """The words in a span."""
        return " ".join(self.words[span[0]:span[1]])


def message_of(lexicon: Lexicon, text: str, amounts: tuple[Amount, ...] = ()) -> Message:
    """The message in a text."""
    sentences = sentences_of(text)
    words = tuple(word for sentence in sentences for word in sentence)
    begins = frozenset(accumulate((len(sentence) for sentence in sentences[:-1]), initial=0))
    return Message(words, lexicon.widened(words, lexicon.in_words(words)), amounts, begins, lexicon.elsewhere,
                   opening_of(text), text.rstrip().endswith("?"))
