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

NUMBER = r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}|-))?"
EURO = r"(?:euro'?s?|eur|eu|piek)\b"
TENNERS = r"(\w+)?\s*\b(tientjes?)\b"
PATTERN = re.compile(rf"(?:€\s*{NUMBER}|{NUMBER}\s*{EURO}(?:\s+(\d{{2}})\b)?|{NUMBER}\s*€|{TENNERS})", re.IGNORECASE)


def amounts_in(text: str) -> list[tuple[float, str]]:
    """Every amount of money in the text, in euros, with the words it was read from."""
    digits = alpha2digit(text.replace("'", " "), "nl")
    found = [(euros_of(match), match.group(0).strip()) for match in PATTERN.finditer(digits)]
    return [(euros, words) for euros, words in found if euros is not None]


def euros_of(match: re.Match[str]) -> float | None:
    """The amount that one match stands for; None for an uncertain number of tenners."""
    before, cents1, whole, cents2, cents3, after, cents4, tenners, tenner = match.groups()
    if tenner:
        return tens_of(tenners or "")
    number = (before or whole or after).replace(".", "")
    cents = (cents1 or cents2 or cents3 or cents4 or "0").replace("-", "0")
    return float(f"{number}.{cents}")


def tens_of(count: str) -> float | None:
    """That many times ten euros; None when the word before "tientjes" is no number."""
    try:
        return 10.0 * (int(count) if count.isdigit() else text2num(count, "nl"))
    except ValueError:
        return None


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
