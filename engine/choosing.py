"""What the edge sends as Rasa takes it: a choice is an intent that is already understood."""
from __future__ import annotations

import json
from typing import Any


def choice_in(asked: dict[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """The intent of a choice with what was chosen; None for a typed message."""
    if "begin" in asked:
        return "begin", {"code": asked["begin"].get("code") or ""}
    return ("keuze", {"keuze": asked["keuze"]}) if "keuze" in asked else None


def as_message(asked: dict[str, Any]) -> str:
    """The message as Rasa takes it: an intent with its choice, or the text without a leading slash."""
    choice = choice_in(asked)
    return f"/{choice[0]}{json.dumps(choice[1])}" if choice else str(asked["tekst"]).lstrip(" /\n\t")


def as_understood(intent: str, chosen: dict[str, Any]) -> dict[str, Any]:
    """What Rasa's components would find in a choice; it saves a turn with a button all of them."""
    certain = {"name": intent, "confidence": 1.0}
    return {"text": "", "intent": certain, "intent_ranking": [certain],
            "entities": [{"entity": name, "value": value} for name, value in chosen.items()]}
