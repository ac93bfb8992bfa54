"""A conversation as slots and back."""
from collections.abc import Mapping
from typing import Any

from rasa_sdk.events import SlotSet

from bot.conversation import Conversation

NAMES = {"code": "code", "dilemma": "dilemma", "answers": "antwoorden", "offered": "aangeboden",
         "misses": "misverstanden", "waiting": "wachtend", "changing": "wijzigt", "warned": "gewaarschuwd",
         "turns": "beurten", "said": "gezegd"}


def conversation_in(slots: Mapping[str, Any]) -> Conversation:
    """The conversation that these slots hold."""
    waiting = tuple((dilemma, pairs(answers)) for dilemma, answers in slots.get("wachtend") or ())
    return Conversation(
        slots.get("code"), slots.get("dilemma"), pairs(slots.get("antwoorden")), tuple(slots.get("aangeboden") or ()),
        int(slots.get("misverstanden") or 0), waiting, tuple(slots.get("wijzigt") or ()) or None,
        bool(slots.get("gewaarschuwd")), int(slots.get("beurten") or 0), tuple(slots.get("gezegd") or ()))


def pairs(answers: Any) -> tuple[tuple[str, str], ...]:
    """The answers of a slot, each as a question and its answer."""
    return tuple((question, answer) for question, answer in answers or ())


def slots_for(before: Conversation, after: Conversation) -> list[dict[str, Any]]:
    """The slots that change when the one conversation becomes the other; what is empty is not kept."""
    return [SlotSet(slot, as_list(getattr(after, name)) or None) for name, slot in NAMES.items()
            if getattr(after, name) != getattr(before, name)]


def as_list(value: Any) -> Any:
    """A tuple as a list, all the way down; anything else as it is."""
    return [as_list(part) for part in value] if isinstance(value, tuple) else value
