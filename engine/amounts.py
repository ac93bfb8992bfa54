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

NUMBER = r"(?<![\d,.])((?:\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:\d{1,2}|-))?)(?![\d])"
EURO = r"(?:euro'?s?|eur|eu|piek|ekkies)\b"
NOT_MONEY = r"(?!\s*(?:%|procent|uur|uren|km|kilometer|m\b|m2|meter|ha\b|hectare|kilo|kg|liter|graden|jaar|keer))"
UNCERTAIN = ("paar", "wat", "enkele", "meerdere")
THOUSANDS = {"mille": 1_000, "k": 1_000, "ton": 100_000}
FORMS = (
    ("range", rf"€?\s*{NUMBER}\s*(?:à|a|-|–|tot|en|of|to|and)\s*€?\s*{NUMBER}\s*(?:{EURO}|€)"),
    ("range", rf"€\s*{NUMBER}\s*(?:à|a|-|–|tot|en|of|to)\s*€?\s*{NUMBER}"),
    ("thousands", rf"{NUMBER}\s*(mille\b|k\b|ton\b(?=\s+(?:euro|omzet|winst|subsidie|aandelen|waard|per jaar)))"),
    ("with_cents", rf"{NUMBER}\s*{EURO}\s+(\d{{2}})\b{NOT_MONEY}"),
    ("euros", rf"(?:€|(?<!\d )\beuro?\b)\s*{NUMBER}"),
    ("euros", rf"{NUMBER}\s*(?:{EURO}|€)"),
    ("cents", rf"{NUMBER}\s*(?:eurocent|cent)\b"),
    ("tenners", r"(?:\b(\w+)\s+)?\btientjes?\b"),
    ("euros", r"(?<![\d,.])(\d+,(?:\d{2}(?!\d)|-))" + NOT_MONEY),
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


def tens_of(match: re.Match[str]) -> list[float]:
    """That many times ten euros: one without a number before it, none for an uncertain number."""
    count = match.group(1) or "een"
    if count in UNCERTAIN:
        return []
    try:
        return [10.0 * (int(count) if count.isdigit() else text2num(count, "nl"))]
    except ValueError:
        return [10.0]


READ = {
    "range": lambda match: [number(match.group(1)), number(match.group(2))],
    "thousands": lambda match: [number(match.group(1)) * THOUSANDS[match.group(2).lower()]],
    "euros": lambda match: [number(match.group(1))],
    "with_cents": lambda match: [number(match.group(1)) + int(match.group(2)) / 100],
    "cents": lambda match: [number(match.group(1)) / 100],
    "tenners": tens_of,
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
