"""The actions: one for the beginning, one for a choice and one for a typed message."""
from collections.abc import Callable
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.hearing import heard_in
from actions.keeping import conversation_in, slots_for
from bot import dialogue
from bot.catalogue import Catalogue, shipped
from bot.conversation import Conversation
from bot.dialogue import Reply
from bot.errors import UnknownError, WrongAnswerError
from bot.turn import as_json

Next = Callable[[Catalogue, Conversation], Reply]


def say(dispatcher: CollectingDispatcher, tracker: Tracker, following: Next) -> list[dict[str, Any]]:
    """Say the next turn, keep what changed and listen; a choice that does not exist changes nothing."""
    catalogue, before = shipped(), conversation_in(tracker.slots)
    try:
        after, turn = following(catalogue, before)
    except (WrongAnswerError, UnknownError) as error:
        dispatcher.utter_message(json_message={"fout": {
            "veld": "keuze", "gegeven": error.given, "verwacht": list(error.offered)}})
        return []
    dispatcher.utter_message(json_message=dict(as_json(turn, catalogue, after.code)))
    return [*slots_for(before, after), FollowupAction("action_listen")]


def chosen(tracker: Tracker, name: str) -> str:
    """The value that came with a button, or an empty text."""
    return next(tracker.get_latest_entity_values(name), None) or ""


class Begin(Action):
    """Welcomes, under the given code when there is one."""

    def name(self) -> str:
        return "action_begin"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        code = chosen(tracker, "code") or None
        return say(dispatcher, tracker, lambda catalogue, _: dialogue.begin(catalogue, code))


class Choose(Action):
    """Takes a button."""

    def name(self) -> str:
        return "action_keuze"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        choice = chosen(tracker, "keuze")
        return say(dispatcher, tracker, lambda catalogue, before: dialogue.choose(catalogue, before, choice))


class Hear(Action):
    """Takes a typed message."""

    def name(self) -> str:
        return "action_bericht"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        heard = heard_in(tracker.latest_message, shipped().lexicon)
        return say(dispatcher, tracker, lambda catalogue, before: dialogue.hear(catalogue, before, heard))
