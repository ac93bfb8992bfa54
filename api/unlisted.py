"""Names that are in no list: known by how they are written and by the words around them."""
import re
from collections.abc import Iterator
from dataclasses import dataclass

from api.names import Names
from bot.lexicon import Lexicon

CAPITAL = r"[A-ZÀ-Ý][a-zà-ÿ]{2,}\b(?!-)"
WITHIN = r"(?<=[\w,)] )"
JOINED = re.compile(
    rf"\b[Vv]an (?:der|den) {CAPITAL}|{WITHIN}(?:Van(?: de| het| 't)?|Ter|Ten|Op den|In 't|El|Al|Aït|Von) {CAPITAL}")
BESIDE = re.compile(rf"\b(?i:met|bij|aan|van|door|volgens|tegen|namens|dat|en) ({CAPITAL})")
RELATED = "collega|chef|baas|buurman|buurvrouw|vriend|vriendin|broer|zus|zwager|neef|nicht|oom|tante|zoon|dochter"
SOMEBODY = re.compile(rf"\b(?i:{RELATED}) ({CAPITAL})")
WHOLE = re.compile(rf"(?<![\w’'-])({CAPITAL}) (?:(?:van|de|den|der|ter|ten|el) ){{0,2}}({CAPITAL})")
SPEAKS = re.compile(
    rf"(?<![\w’'-])({CAPITAL})(?= (?:zei|zegt|vertelde|vertelt|vroeg|vraagt|belde|appte|mailde)"
    r" (?:dat|me|mij|ons|of|tegen|niets|niks|er)\b)")
ENDS = re.compile(
    r"\w{2,}(?:stra|sma|inga|enga|ink|hoff?|mans?|sen|huis|huizen|veld|dijk|berg|broek|horst|kamp|meije?r|meyer|makers|boom"
    r"|laar|oord|stein|burg|sloot|wijk|beek|poel|bosch?|donk|veen|steen|aerts|kens|ijn|eijden?)")
Span = tuple[int, int]


@dataclass(frozen=True)
class Unlisted:
    """Knows a last name by the list or by its ending, when it is no place and no word that says something here."""

    last: Names
    ordinary: Names
    lexicon: Lexicon

    def spans(self, text: str) -> Iterator[Span]:
        """Where such a name begins and ends."""
        yield from (found.span() for found in JOINED.finditer(text))
        yield from (found.span(1) for found in BESIDE.finditer(text) if self.is_last(found[1]))
        yield from (found.span(1) for found in SPEAKS.finditer(text) if self.is_name(found[1]))
        yield from (found.span(1) for found in SOMEBODY.finditer(text) if self.is_name(found[1]))
        yield from (found.span() for found in WHOLE.finditer(text) if self.is_name(found[1]) and self.is_last(found[2]))

    def is_last(self, word: str) -> bool:
        """Whether this word is a last name by the list or by its ending."""
        name = word.lower()
        return (name in self.last or ENDS.fullmatch(name) is not None) and self.is_name(word)

    def is_name(self, word: str) -> bool:
        """Whether this word is nothing else than a name."""
        return word.lower() not in self.ordinary and not self.lexicon.in_words((word.lower(),))
