"""Danger comes before anything else: how it is noticed, and the help that is then given at once."""
import functools
from dataclasses import replace
from operator import itemgetter

from bot.catalogue import Catalogue
from bot.changing import cued
from bot.controls import Reply
from bot.conversation import Conversation, Heard
from bot.noting import circumstances_told
from bot.telling import circumstances_of, open_question, people_for
from bot.turn import Choice, Turn
from bot.waiting import kept_for_later
from bot.words import normal

ACUTE, PERHAPS, PERHAPS_HALFWAY = 0.35, 0.05, 0.15
HELP = "hulp_nu"


def speaks_of_danger(catalogue: Catalogue, heard: Heard) -> bool:
    """Whether the message holds words that are always acute."""
    text = f" {' '.join(heard.message.words)} "
    return any(in_a_message(words) in text for words in catalogue.phrases.acute)


@functools.cache
def in_a_message(words: str) -> str:
    """Words of the content as they stand between others in a message."""
    return f" {normal(words)} "


def sounds_dangerous(heard: Heard, share: float = ACUTE) -> bool:
    """Whether the message is likely enough about danger."""
    return dict(heard.ranking).get("nood", 0.0) >= share


def with_help(catalogue: Catalogue, conversation: Conversation, heard: Heard, turn: Turn) -> Turn:
    """The turn; when the message may be about danger after all, it begins by asking and has a button for help.

    Remarks halfway a dilemma look like danger more easily than what somebody begins with.
    """
    share = PERHAPS if conversation.dilemma is None else PERHAPS_HALFWAY
    if turn.kind == "acuut" or not sounds_dangerous(heard, share):
        return turn
    button = Choice(HELP, catalogue.phrases.buttons[HELP])
    words = catalogue.phrases.say("misschien_gevaar")
    return replace(turn, messages=(*words, *turn.messages), choices=(*turn.choices, button))


def acute(catalogue: Catalogue, conversation: Conversation, heard: Heard | None = None) -> Reply:
    """Human help at once, not from who may be involved; a button takes up what was open, or what the message is about.

    What the message tells about who is involved is noted, so that later turns do not send there either.
    """
    for fact in circumstances_told(catalogue, conversation, heard) if heard else ():
        conversation = conversation.with_answer(fact.question, fact.answer)
    if heard and conversation.dilemma is None and (dilemma := otherwise_about(catalogue, conversation, heard)):
        conversation = kept_for_later(catalogue, conversation, dilemma, heard)
    waiting = open_question(catalogue, conversation) is not None or conversation.waiting
    go_on = (Choice("verder", catalogue.phrases.buttons["verder"]),) if waiting else ()
    involved = perhaps_involved(catalogue, conversation, heard) if heard else ()
    words = (*catalogue.phrases.say("acuut"), *people_for(catalogue, conversation, involved))
    return replace(conversation, offered=("verder",)), Turn("acuut", conversation.dilemma, words, choices=go_on)


def otherwise_about(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> str | None:
    """The dilemma that the message is about more than about anything else but danger, or None."""
    others = [(label, share) for label, share in heard.ranking if label != "nood"]
    dilemma, share = max(others, key=itemgetter(1), default=("", 0.0))
    likely = 2 * share >= sum(share for _, share in others) > 0
    return dilemma if likely and dilemma in catalogue.dilemmas(conversation.code or "") else None


def perhaps_involved(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> tuple[str | None, ...]:
    """The roles that fall away when involved, if the message names a manager or the open question is about that."""
    circumstances, ask = circumstances_of(catalogue, conversation), open_question(catalogue, conversation)
    asked = ask is not None and ask.question in [held.question for held in circumstances]
    return tuple(held.replaces for held in circumstances) if asked or cued(catalogue, "leider", heard) else ()
