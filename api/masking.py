"""Leave out who is meant: names of people, mail addresses, phone numbers and case numbers, before anything is kept."""
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from api.names import Names, first_names, last_names, places
from api.numbers import without_numbers
from api.unlisted import Unlisted
from bot.catalogue import Catalogue
from bot.words import folded_words

MASK, SENTENCE_ENDS, LONG = "…", (*".!?:;", ""), 5
BETWEEN = r"(?:(?i:van|de|den|der|het|ten|ter|te|'t|von|el|al|la)\s+){0,3}"
CAPITAL = r"[A-ZÀ-Ý][\wà-ÿ’'-]*[a-zà-ÿ]"
WORD = r"[A-Za-zÀ-ÿ][\wà-ÿ-]*"
LETTER = r"(?<![\w&])(?:[A-Z]\.\s?)"
INITIALS = rf"{LETTER}{{1,4}}(?=(?i:van|de|den|der|ten|ter)\b){BETWEEN}{CAPITAL}|{LETTER}{{2,4}}{CAPITAL}"
TOKEN, REST = re.compile(WORD), re.compile(rf"\s+({BETWEEN})({WORD})")
TITLED = re.compile(rf"((?:[A-Z]\.\s?){{0,4}}{BETWEEN})({WORD})")
INITIALLED = re.compile(INITIALS)
Span = tuple[int, int]


@dataclass(frozen=True)
class Mask:
    """Knows which words name a person: first names and last names, and which of them are seldom or never names here.

    After an `address` ("meneer") any capital begins a name, after a `role` ("wethouder") only a known last name.
    """

    first: Names
    last: Names
    doubtful: Names
    address: re.Pattern[str]
    role: re.Pattern[str]
    never: re.Pattern[str]
    words: Names
    unlisted: Unlisted

    def masked(self, text: str) -> str:
        """The text with a sign in the place of everybody who is named in it."""
        text = INITIALLED.sub(MASK, without_numbers(text, MASK))
        for start, end in reversed(list(self.spans(text))):
            text = text[:start] + MASK + text[end:]
        return text

    def spans(self, text: str) -> Iterator[Span]:
        """Where people are named, in order and each place once."""
        known, end = {**dict(self.unlisted.spans(text)), **dict(self.titled(text))}, 0
        never = {found.start(): found.end() for found in self.never.finditer(text)}
        for match in TOKEN.finditer(text):
            start, least = match.start(), never.get(match.start(), 0)
            stop = known.get(start) or (None if least else self.named(text, match))
            if start >= end and (stop or least):
                end = max(stop or 0, least)
                if stop and stop > least:
                    yield start, end

    def titled(self, text: str) -> Iterator[Span]:
        """Where a name begins and ends after an address or a role."""
        for pattern, allowed in ((self.address, self.is_name), (self.role, self.is_known)):
            for title in pattern.finditer(text):
                name = TITLED.match(text, title.end())
                if name and allowed(name.group(2)):
                    yield title.end(), self.whole(text, name.end())

    def named(self, text: str, match: re.Match[str]) -> int | None:
        """Where the name ends that begins with this first name, or None when it is no first name."""
        if not self.is_first(text, match):
            return None
        return self.whole(text, match.end())

    def whole(self, text: str, end: int) -> int:
        """Where a name ends of which a first part ends here."""
        rest = REST.match(text, end)
        return rest.end() if rest and self.follows(rest) else end

    def is_first(self, text: str, match: re.Match[str]) -> bool:
        """Whether this is a first name here: one that is also a word needs a capital within a sentence."""
        name, before = match.group().lower(), text[:match.start()].rstrip()
        if name in self.doubtful or name in self.words:
            return name in self.first and match.group().istitle() and before[-1:] not in SENTENCE_ENDS
        return name in self.first

    def is_name(self, word: str) -> bool:
        """Whether this word is a name after an address."""
        return word.istitle() or self.is_last(word)

    def is_known(self, word: str) -> bool:
        """Whether this word is a last name after a role."""
        return word.istitle() and self.is_last(word)

    def is_last(self, word: str) -> bool:
        """Whether this word is a known last name, and no word that says what a message is about."""
        return word.lower() in self.last and word.lower() not in self.words

    def follows(self, rest: re.Match[str]) -> bool:
        """Whether the word after a first name is the last name."""
        between, word = rest.groups()
        known = self.is_last(word) and (word.istitle() or bool(between) or len(word) >= LONG)
        return known or (word.istitle() and not (between and word.lower() in self.words))


def mask_for(catalogue: Catalogue) -> Mask:
    """The mask that fits this content."""
    named = catalogue.phrases.names
    words = frozenset(entry[0] for entry in catalogue.lexicon.entries if len(entry) == 1)
    address = either(named.titles, r"(?:(?<=[hmvw][rw])\.)?\s+")
    return Mask(first_names() | {*named.extra}, last_names(), frozenset(named.doubtful), address,
                either(named.roles, r"\s+"), either(named.never), words,
                Unlisted(last_names(), places() | written_in(catalogue), catalogue.lexicon))


def written_in(catalogue: Catalogue) -> Names:
    """The words of the lexicon, the questions and the assistant, which name nobody."""
    known = (" ".join(entry) for entry in catalogue.lexicon.entries)
    asked = (f"{question.text} {question.why} {question.rephrased}" for question in catalogue.questions.values())
    said = (line for ways in catalogue.phrases.lines.values() for lines in ways for line in lines)
    return frozenset(word for text in (*known, *asked, *said) for word in folded_words(text))


def either(words: Iterable[str], end: str = "") -> re.Pattern[str]:
    """A pattern for any of these words, followed by this end."""
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b{end}", re.IGNORECASE)
