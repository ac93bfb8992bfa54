"""From what Rasa understood to what the adviser hears."""
from collections.abc import Mapping
from typing import Any

from bot.conversation import Heard
from bot.lexicon import Lexicon
from bot.message import Amount, message_of

FALLBACK = "nlu_fallback"


def heard_in(parsed: Mapping[str, Any], lexicon: Lexicon) -> Heard:
    """The message in Rasa's form (text, intent, intent_ranking, entities) as the adviser hears it."""
    ranking = tuple((intent["name"], intent["confidence"]) for intent in parsed.get("intent_ranking", ())
                    if intent["name"] != FALLBACK)
    amounts = tuple(Amount(found["value"], found["words"]) for found in parsed.get("entities", ())
                    if found["entity"] == "bedrag" and "words" in found)
    message = message_of(lexicon, parsed.get("text") or "", amounts)
    beside = parsed.get("metadata") or {}
    parts = tuple(heard_in(part, lexicon) for part in beside.get("delen", ()))
    certain = (parsed.get("intent") or {}).get("name") != FALLBACK
    return Heard(message, ranking, certain, parts, bool(beside.get("gemaskeerd")))
