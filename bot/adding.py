"""Somebody adds something at a question or to an advice: what it tells is noted, also when it was told otherwise."""
from bot.afterwards import advised
from bot.catalogue import Catalogue
from bot.changing import cued, differing, with_corrections
from bot.controls import Reply
from bot.conversation import Conversation, Heard
from bot.noting import ADDING, TELLS_MORE, about_this, circumstances_told, fills, starts_another, told
from bot.reading_back import change_choices
from bot.recognising import Fact, facts
from bot.telling import open_question
from bot.turn import Turn
from bot.waiting import kept_for_later


def told_in_between(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Note what a message adds to the open dilemma, if anything; after an advice only what changes it.

    Another dilemma that the message begins as well is kept to come back to.
    """
    adds, another = cued(catalogue, "erbij", heard), starts_another(conversation, heard)
    found = added(catalogue, conversation, heard, adds) if conversation.dilemma else ()
    if not found or (another and not adds and not fills(heard, found)):
        return None
    before = advised(catalogue, conversation)
    if another and adds:
        conversation = kept_for_later(catalogue, conversation, heard.label, heard)
    reply = noted(catalogue, conversation, found, heard)
    after = advised(catalogue, reply[0])
    return None if before and after and before[1].node == after[1].node else reply


def added(catalogue: Catalogue, conversation: Conversation, heard: Heard, adds: bool) -> tuple[Fact, ...]:
    """The facts that were not told yet, or otherwise; what only this dilemma asks when the message may be about it."""
    asked = open_question(catalogue, conversation) is not None
    here = about_this(conversation, heard) and (asked or heard.label in ADDING)
    if not (adds or here):
        return circumstances_told(catalogue, conversation, heard)
    tree = catalogue.tree(conversation.code or "", conversation.dilemma or "")
    return differing(conversation, facts(tree.questions.values(), heard.message))


def noted(catalogue: Catalogue, conversation: Conversation, found: tuple[Fact, ...], heard: Heard) -> Reply:
    """Note these facts, as a change when one of them was told otherwise before."""
    changes = any(fact.question in conversation.given for fact in found)
    return (with_corrections if changes else told)(catalogue, conversation, found, heard)


def told_more(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Somebody adds what changes no answer by itself: thanks, and a button for each answer that it may change."""
    if advised(catalogue, conversation) is None or not heard.certain or heard.label != TELLS_MORE:
        return None
    choices = change_choices(catalogue, conversation)
    return conversation, Turn("informatie", conversation.dilemma, catalogue.phrases.say("bij_advies"), choices=choices)
