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

ACUTE, PLAINLY, PERHAPS, PERHAPS_HALFWAY = 0.3, 0.95, 0.05, 0.15
HELP, GO_ON = "hulp_nu", "verder"


def speaks_of_danger(catalogue: Catalogue, heard: Heard) -> bool:
    """Whether the message holds words that are always acute."""
    text = f" {' '.join(heard.message.words)} "
    return any(in_a_message(words) in text for words in catalogue.phrases.acute)


@functools.cache
def in_a_message(words: str) -> str:
    """Words of the content as they stand between others in a message."""
    return f" {normal(words)} "


def share_of_danger(heard: Heard) -> float:
    """How likely the message is about danger."""
    return dict(heard.ranking).get("nood", 0.0)


def alarming(catalogue: Catalogue, conversation: Conversation, heard: Heard, plain: bool) -> bool:
    """Whether human help comes now: at words that are always acute, or when it sounds so and is nothing else plainly.

    Who says that there is no danger, or right after an alarm wants to go on, is believed unless it surely sounds
    otherwise. Who then explains that it was meant otherwise is always believed.
    """
    if just_alarmed(conversation) and cued(catalogue, "anders_bedoeld", heard):
        return False
    share = share_of_danger(heard)
    doubtful = plain or (denies_danger(catalogue, conversation, heard) and share < PLAINLY)
    return speaks_of_danger(catalogue, heard) or (share >= ACUTE and not doubtful)


def denies_danger(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> bool:
    """Whether somebody says that there is no danger, or right after an alarm that it was misunderstood or to go on."""
    after_alarm = ("anders_bedoeld", "ga_verder") if just_alarmed(conversation) else ()
    return any(cued(catalogue, name, heard) for name in ("geen_gevaar", *after_alarm))


def just_alarmed(conversation: Conversation) -> bool:
    """Whether the last turn gave human help."""
    return conversation.offered == (GO_ON,)


def with_help(catalogue: Catalogue, conversation: Conversation, heard: Heard, turn: Turn) -> Turn:
    """The turn; when the message may be about danger or despair, it begins by asking and has a button for help.

    Remarks halfway a dilemma look like danger more easily than what somebody begins with.
    """
    share = PERHAPS if conversation.dilemma is None else PERHAPS_HALFWAY
    perhaps = share_of_danger(heard) >= share or cued(catalogue, "zwaar", heard)
    if turn.kind == "acuut" or not perhaps or denies_danger(catalogue, conversation, heard):
        return turn
    button = Choice(HELP, catalogue.phrases.buttons[HELP])
    words = catalogue.phrases.say("misschien_gevaar")
    return replace(turn, messages=(*words, *turn.messages), choices=(*turn.choices, button))


def acute(catalogue: Catalogue, conversation: Conversation, heard: Heard | None = None) -> Reply:
    """Human help at once, not from who may be involved; a button leads back to what was open or what it is about.

    What the message tells about who is involved is noted, so that later turns do not send there either.
    """
    for fact in circumstances_told(catalogue, conversation, heard) if heard else ():
        conversation = conversation.with_answer(fact.question, fact.answer)
    if heard and conversation.dilemma is None and (dilemma := otherwise_about(catalogue, conversation, heard)):
        conversation = kept_for_later(catalogue, conversation, dilemma, heard)
    go_on = (Choice(GO_ON, catalogue.phrases.buttons["geen_gevaar"]),)
    involved = perhaps_involved(catalogue, conversation, heard) if heard else ()
    words = (*catalogue.phrases.say("acuut"), *people_for(catalogue, conversation, involved))
    return replace(conversation, offered=(GO_ON,)), Turn("acuut", conversation.dilemma, words, choices=go_on)


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
