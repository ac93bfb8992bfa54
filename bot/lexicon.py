"""Everyday words that carry meaning here: inflections, compounds and typing errors of a word are the same concept."""
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from bot.words import bases, folded_words

SHORTEST_PART, SHORTEST_MISSPELLED = 3, 6
LINKS = ("", "s", "en", "e", "n")


@dataclass(frozen=True)
class Found:
    """A concept in a message, with the words (first and one past the last) it was read from."""

    concept: str
    first: int
    last: int


@dataclass(frozen=True)
class Lexicon:
    """Concepts by id, each with the entries that stand for it, and phrases of a sentence that tells of another case."""

    concepts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    elsewhere: tuple[str, ...] = ()

    @cached_property
    def entries(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """The concepts of each entry, by its words."""
        known: dict[tuple[str, ...], dict[str, None]] = {}
        for concept, entries in self.concepts.items():
            for entry in () if is_wide(entries) else entries:
                known.setdefault(tuple(folded_words(entry)), {})[concept] = None
        return {words: tuple(found) for words, found in known.items()}

    @cached_property
    def longest(self) -> Mapping[str, int]:
        """The number of words in the longest entry that begins with each word, for entries of more than one word."""
        longest: dict[str, int] = {}
        for words in self.entries:
            if len(words) > 1:
                longest[words[0]] = max(longest.get(words[0], 0), len(words))
        return longest

    @cached_property
    def misspelled(self) -> Mapping[str, str]:
        """A known word for each way to write it with one letter left out."""
        words = {words[0] for words in self.entries if len(words) == 1}
        long = (word for word in sorted(words) if len(word) >= SHORTEST_MISSPELLED)
        return {shorter: word for word in long for shorter in shortened(word)}

    @cached_property
    def wider(self) -> Mapping[str, tuple[str, ...]]:
        """The wider concepts of each word and of each concept (in braces) that they name."""
        wider: dict[str, dict[str, None]] = {}
        for concept, members in self.concepts.items():
            for member in members if is_wide(members) else ():
                name = member if member.startswith("{") else " ".join(folded_words(member))
                wider.setdefault(name, {})[concept] = None
        return {member: tuple(found) for member, found in wider.items()}

    def widened(self, words: Sequence[str], found: Sequence[Found]) -> tuple[Found, ...]:
        """What was found, with the wider concepts of the words and of what was found."""
        named = [(word, place, place + 1) for place, word in enumerate(words)]
        named += [(f"{{{one.concept}}}", one.first, one.last) for one in found]
        return (*found, *(Found(concept, first, last) for name, first, last in named
                          for concept in self.wider.get(name, ())))

    def in_words(self, words: Sequence[str]) -> tuple[Found, ...]:
        """The concepts in a message, in order; a longer entry hides the shorter ones inside it."""
        found, place, concepts_of = [], 0, cache(self.of_word)
        while place < len(words):
            length, concepts = self.longer(words, place) or (1, concepts_of(words[place]))
            found += [Found(concept, place, place + length) for concept in concepts]
            place += length
        return tuple(found)

    def longer(self, words: Sequence[str], place: int) -> tuple[int, tuple[str, ...]] | None:
        """How many words the longest entry of more than one word takes here, and its concepts; None without one."""
        for length in range(min(self.longest.get(words[place], 0), len(words) - place), 1, -1):
            if concepts := self.of_form(words[place:place + length]):
                return length, concepts
        return None

    def of_word(self, word: str) -> tuple[str, ...]:
        """The concepts of one word: as it is, as a compound, or with one letter wrong."""
        return self.of_form((word,)) or self.of_compound(word) or self.of_misspelled(word)

    def of_form(self, words: Sequence[str]) -> tuple[str, ...]:
        """The concepts of the entry whose last word may have another ending here."""
        *before, last = words
        return next((found for base in bases(last) if (found := self.entries.get((*before, base)))), ())

    def of_compound(self, word: str) -> tuple[str, ...]:
        """The concepts of the parts of a compound; its last part must be known and comes first."""
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            tail = self.of_form((word[cut:],))
            head = self.of_head(word[:cut]) if tail else ()
            if tail and (head or len(word) - cut > SHORTEST_PART + 1):
                return tuple(dict.fromkeys((*tail, *head)))
        return ()

    def of_head(self, head: str) -> tuple[str, ...]:
        """The concepts of the first part of a compound, without the letters that link it."""
        parts = (head.removesuffix(link) for link in LINKS if head.endswith(link))
        return next((found for part in parts if (found := self.entries.get((part,)))), ())

    def of_misspelled(self, word: str) -> tuple[str, ...]:
        """The concepts of the known word that differs in one letter."""
        if len(word) < SHORTEST_MISSPELLED - 1:
            return ()
        meant = next((self.misspelled[near] for near in (word, *shortened(word)) if near in self.misspelled), None)
        meant = meant or next((near for near in shortened(word) if (near,) in self.entries and len(near) > 4), None)
        return self.entries[(meant,)] if meant else ()


def is_wide(entries: Iterable[str]) -> bool:
    """Whether these entries make a wider concept: it names other concepts in braces, and single words as they are."""
    return any(entry.startswith("{") for entry in entries)


def shortened(word: str) -> Iterator[str]:
    """The word with each of its letters but the first left out in turn."""
    return (word[:place] + word[place + 1:] for place in range(1, len(word)))


def concept_ids(found: Iterable[Found]) -> tuple[str, ...]:
    """The concepts that were found, in order."""
    return tuple(one.concept for one in found)
