"""A conversation as slots and back."""
from collections.abc import Mapping
from typing import Any

from bot.conversation import Conversation
from rasa_sdk.events import SlotSet

NAMES = {"code": "code", "dilemma": "dilemma", "answers": "antwoorden", "offered": "aangeboden", "misses": "misverstanden"}


def conversation_in(slots: Mapping[str, Any]) -> Conversation:
    """The conversation that these slots hold."""
    answers = tuple((question, answer) for question, answer in slots.get("antwoorden") or ())
    return Conversation(slots.get("code"), slots.get("dilemma"), answers, tuple(slots.get("aangeboden") or ()),
                        int(slots.get("misverstanden") or 0))


def slots_for(conversation: Conversation) -> list[dict[str, Any]]:
    """The slots that hold this conversation; what is empty is not kept."""
    def plain(value: Any) -> Any:
        return [list(part) if isinstance(part, tuple) else part for part in value] if isinstance(value, tuple) else value
    return [SlotSet(slot, plain(getattr(conversation, name)) or None) for name, slot in NAMES.items()]
