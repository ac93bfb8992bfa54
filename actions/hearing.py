"""From what Rasa understood to what the adviser hears."""
from collections.abc import Mapping
from typing import Any

from bot.conversation import Heard
from bot.recognising import Amount

FALLBACK = "nlu_fallback"


def heard_in(parsed: Mapping[str, Any]) -> Heard:
    """The message in Rasa's form (text, intent, intent_ranking, entities) as the adviser hears it."""
    ranking = tuple((intent["name"], intent["confidence"]) for intent in parsed.get("intent_ranking", ())
                    if intent["name"] != FALLBACK)
    amounts = tuple(Amount(found["value"], found["words"]) for found in parsed.get("entities", ())
                    if found["entity"] == "bedrag" and "words" in found)
    return Heard(parsed.get("text") or "", ranking, amounts, (parsed.get("intent") or {}).get("name") != FALLBACK)
