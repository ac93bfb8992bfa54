"""Amounts in euros: number words by text2num, the rest by our own small rules."""
from __future__ import annotations

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from text_to_num import alpha2digit, text2num

UNCERTAIN = ("paar", "wat", "enkele", "meerdere", "vele")
NUMBER = r"(?<![\d,.])((?:\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:\d{1,2}|-))?)(?![\d])"
EURO = r"(?:euro'?s?|euri?es?|eur|eu|piek|ekkies|ekkers|pegels)\b"
NOT_MONEY = (r"(?![\d.]*\s*(?:%|procent|uur|uren|min|dagen|dag\b|weken|week|maand|jaar|keer|x\b|km|kilometer|m\b|m2"
             r"|meter|ha\b|hectare|kilo|kg|gram|liter|graden|man\b|mensen|personen|leden|stuks|pagina|punten|plus|[:/.]\d))")
FEW = r"\b(?:paar|enkele|meerdere|tig)\s+"
NOTES = {"vijfje": 5, "tientje": 10, "twintigje": 20, "vijftigje": 50, "honderdje": 100, "meier": 100}
GIVEN = (r"\b(?:\w*bon|\w*kaart|\w*voucher|\w*tegoed|\w*cheque|bedrag)\b(?:\s+(?!van\b)[a-z.-]+){0,2}?\s+(?:van|à)"
         r"|\b(?:t\.?w\.?v\.?|ter waarde van)|\bwaarde\s+(?:is|van|was|rond|ongeveer|circa|ca\.?|zo n)"
         r"|\bkost(?:te|en)?")
ABOUT = r"(?:\s+(?:de|het|me|ons|hun|hem|haar|zo n|ongeveer|circa|ca\.?|rond|bijna|ruim|maar|slechts|wel|toch|zeker))*"
THOUSANDS = {"mille": 1_000, "k": 1_000, "1000": 1_000, "ton": 100_000, "miljoen": 1_000_000, "1000000": 1_000_000}
HALVES = {"halve": 0.5, "half": 0.5, "anderhalve": 1.5, "anderhalf": 1.5}
ALONE = (r"(?=\s*(?:$|[,;:!?)]|\.(?!\d))|\s+(?:van|voor|bij|in|als|die|dat|en|of|maar|op|aan|om|te|per|waard|is|was|mag"
         r"|kreeg|krijg|gekregen|gehad|aangenomen|aannemen|aangeboden|houden|geven|gegeven|uit|met|na|tijdens|from|for)\b)")
FORMS = (
    ("nothing", rf"{FEW}(?:10|100|1\.?000|tien|honderd|duizend)\w*(?:\s*{EURO})?"),
    ("nothing", rf"\b(?:honderden|duizenden|tonnen|miljoenen)\s+{EURO}"),
    ("or_so", rf"\b(?:een|n)\s+(eurootje|euro|tientje)\s+of\s+(\w+)\b{NOT_MONEY}"),
    ("range", rf"€?\s*{NUMBER}\s*(?:à|a|-|–|tot|en|of|to|and)\s*€?\s*{NUMBER}\s*(?:{EURO}|€)"),
    ("range", rf"€\s*{NUMBER}\s*(?:à|a|-|–|tot|en|of|to)\s*€?\s*{NUMBER}"),
    ("halves", r"\b(halve|half|anderhalve|anderhalf)\s+(ton|miljoen)\b"),
    ("thousands", rf"{NUMBER}\s*(miljoen|mille|k|1000000|1000)\b(?:\s*{EURO})?"),
    ("thousands", rf"{NUMBER}\s*(ton)\b(?=\s+(?:euro|omzet|winst|subsidie|aandelen|waard|per jaar))"),
    ("with_cents", rf"{NUMBER}\s*{EURO}\s+(\d{{2}})\b{NOT_MONEY}"),
    ("euros", rf"(?:€|(?<!\d )\beuro?\b)\s*{NUMBER}"),
    ("euros", rf"{NUMBER}\s*(?:{EURO}|€)"),
    ("cents", rf"{NUMBER}\s*(?:eurocent|cent)\b"),
    ("notes", rf"(?:\b(\w+)\s+)?\b(?:briefje|biljet)s?\s+van\s+{NUMBER}"),
    ("notes", rf"(?:\b(\w+)\s+)?\b({'|'.join(NOTES)})s?\b"),
    ("euros", rf"(?:{GIVEN}){ABOUT}\s+{NUMBER}{ALONE}"),
    ("english", r"\b([a-z]+(?:[ -][a-z]+)?)\s+euros?\b"),
    ("euros", r"(?<![\d,.])((?:\d{1,3}(?:\.\d{3})+|\d+),(?:\d{2}(?!\d)|-))" + NOT_MONEY),
)
PATTERNS = tuple((form, re.compile(pattern, re.IGNORECASE)) for form, pattern in FORMS)


def amounts_in(text: str) -> list[tuple[float, str]]:
    """Every amount of money in the text, in euros and in order, with the words it was read from."""
    digits, found = alpha2digit(text.replace("'", " "), "nl"), []
    for form, pattern in PATTERNS:
        for match in pattern.finditer(digits):
            found += [(match.start(), euros, match.group(0).strip()) for euros in READ[form](match)]
            digits = digits[:match.start()] + " " * len(match.group(0)) + digits[match.end():]
    return [(euros, words) for _, euros, words in sorted(found, key=lambda one: one[0])]


def number(written: str) -> float:
    """A number as the Dutch write it: 1.250,50 or 17,-."""
    whole, _, cents = written.replace(".", "").partition(",")
    return float(f"{whole}.{cents.replace('-', '') or 0}")


def count_of(word: str | None) -> float | None:
    """How many the word before a banknote says: one when it says nothing about that, None when it is uncertain."""
    if word in UNCERTAIN:
        return None
    try:
        return float(word) if word and word.isdigit() else float(text2num(word or "een", "nl"))
    except ValueError:
        return 1.0


def notes_of(match: re.Match[str]) -> list[float]:
    """The value of so many banknotes; nothing when it is not said how many."""
    count, note = count_of(match.group(1)), match.group(2).lower()
    return [] if count is None else [count * (NOTES[note] if note in NOTES else number(note))]


def or_so(match: re.Match[str]) -> list[float]:
    """Fifty for "een euro of vijftig", thirty for "een tientje of drie", nothing when it is not said how many."""
    unit = 10 if match.group(1).lower() == "tientje" else 1
    if match.group(2).lower() in UNCERTAIN:
        return []
    try:
        count = int(match.group(2)) if match.group(2).isdigit() else text2num(match.group(2), "nl")
    except ValueError:
        return [10.0] if unit == 10 else []
    return [float(unit * count)]


def in_english(match: re.Match[str]) -> list[float]:
    """The number in English words before "euros"; nothing when the words are no number."""
    try:
        return [float(text2num(match.group(1).lower(), "en"))]
    except ValueError:
        return []


READ = {
    "nothing": lambda _: [],
    "or_so": or_so,
    "range": lambda match: [number(match.group(1)), number(match.group(2))],
    "halves": lambda match: [HALVES[match.group(1).lower()] * THOUSANDS[match.group(2).lower()]],
    "thousands": lambda match: [number(match.group(1)) * THOUSANDS[match.group(2).lower()]],
    "euros": lambda match: [number(match.group(1))],
    "with_cents": lambda match: [number(match.group(1)) + int(match.group(2)) / 100],
    "cents": lambda match: [number(match.group(1)) / 100],
    "notes": notes_of,
    "english": in_english,
}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class AmountExtractor(GraphComponent, EntityExtractorMixin):
    """Adds an entity `bedrag` for every amount of money in a message."""

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> AmountExtractor:
        """A ready component; there is nothing to learn."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Note the amounts of each message as entities; `value` is in euros, `words` the text."""
        for message in messages:
            found = [{"entity": "bedrag", "value": euros, "words": words, "extractor": "AmountExtractor"}
                     for euros, words in amounts_in(message.get(TEXT) or "")]
            message.set(ENTITIES, [*message.get(ENTITIES, []), *found], add_to_output=True)
        return messages
