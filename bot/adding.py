"""Somebody adds something at a question or to an advice: what it tells is noted, also when it was told otherwise."""
from dataclasses import replace

from bot.advising import core_of, steps
from bot.afterwards import advised
from bot.catalogue import Catalogue
from bot.changing import cued, differing, with_corrections
from bot.controls import Reply
from bot.conversation import Conversation, Heard
from bot.noting import ADDING, TELLS_MORE, about_this, circumstances_told, fills, starts_another, told
from bot.orienting import SURE
from bot.reading_back import answer_lines, change_choices
from bot.recognising import Fact, facts
from bot.telling import open_question, topic_choices, understood
from bot.tree import DILEMMAS, Advice, Tree
from bot.turn import Choice, Turn
from bot.waiting import kept_for_later
from bot.walk import Place, walk

LIKELY_OTHER = 0.2


def told_in_between(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Note what a message adds to the open dilemma, if anything; after an advice only what changes it.

    Another dilemma that the message begins as well is kept to come back to.
    """
    before, another = advised(catalogue, conversation), starts_another(conversation, heard)
    found = added(catalogue, conversation, heard) if conversation.dilemma else ()
    adds = cued(catalogue, "erbij", heard) or (before is not None and cued(catalogue, "dit_geval", heard))
    elsewhere = (another and not adds and not fills(heard, found)) or (before and new_case(conversation, heard, found))
    if not found or elsewhere:
        return None
    if another and adds:
        conversation = kept_for_later(catalogue, conversation, heard.label, heard)
    return changing_advice(catalogue, before, noted(catalogue, conversation, found, heard))


def new_case(conversation: Conversation, heard: Heard, found: tuple[Fact, ...]) -> bool:
    """Whether a message tells so much about the dilemma that was advised on that it is about a case of its own."""
    return heard.label == conversation.dilemma and heard.certainty >= SURE and len(found) > 1


def changing_advice(catalogue: Catalogue, before: tuple[Tree, Place] | None, reply: Reply) -> Reply | None:
    """The reply, or None when it leaves the advice as it was."""
    after = advised(catalogue, reply[0])
    return None if before and after and before[1].node == after[1].node else reply


def what_if(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Somebody asks after an advice what it would be if: that advice in short; nothing that was told changes."""
    before = advised(catalogue, conversation)
    if before is None or not cued(catalogue, "wat_als", heard):
        return None
    supposed = facts(before[0].questions.values(), replace(heard.message, supposing=True))
    found = differing(conversation, supposed)
    place = walk(before[0], {**conversation.given, **{fact.question: fact.answer for fact in found}})
    if not isinstance(place.node, Advice) or place.node == before[1].node:
        return None
    say, lines = catalogue.phrases.say, answer_lines(catalogue, [(fact.question, fact.answer) for fact in found])
    words = (*say("stel_dat"), *lines, core_of(catalogue, place), *steps(catalogue, place), *say("stel_dat_slot"))
    choices = change_choices(catalogue, conversation)
    return conversation, Turn("informatie", conversation.dilemma, words, choices=choices)


def added(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> tuple[Fact, ...]:
    """The facts that were not told yet, or otherwise; what only this dilemma asks when the message may be about it.

    What was told otherwise only counts when the message says that it adds something; a remark, or a message after an
    advice, may also tell little else.
    """
    asked = open_question(catalogue, conversation) is not None
    here = about_this(conversation, heard) and (asked or heard.label in ADDING)
    adds = cued(catalogue, "erbij", heard)
    if not (adds or here or cued(catalogue, "dit_geval", heard)):
        return circumstances_told(catalogue, conversation, heard)
    tree = catalogue.tree(conversation.code or "", conversation.dilemma or "")
    found = differing(conversation, facts(tree.questions.values(), heard.message))
    otherwise = tuple(fact for fact in found if fact.question in conversation.given)
    sure = adds or (fills(heard, otherwise) and (not asked or heard.label == TELLS_MORE))
    return found if sure else tuple(fact for fact in found if fact not in otherwise)


def noted(catalogue: Catalogue, conversation: Conversation, found: tuple[Fact, ...], heard: Heard) -> Reply:
    """Note these facts, as a change when one of them was told otherwise before."""
    changes = any(fact.question in conversation.given for fact in found)
    return (with_corrections if changes else told)(catalogue, conversation, found, heard)


def told_more(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Somebody adds what changes no answer by itself: thanks, and a button for each answer that it may change."""
    more = (heard.certain and heard.label == TELLS_MORE) or cued(catalogue, "erbij", heard)
    if advised(catalogue, conversation) is None or not more:
        return None
    choices = change_choices(catalogue, conversation)
    return conversation, Turn("informatie", conversation.dilemma, catalogue.phrases.say("bij_advies"), choices=choices)


def beside_advice(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """A message after an advice that is not surely about something else: the case stays, with ways to go on from it."""
    doubtful = not heard.certain or heard.label == "buiten_bereik" or (
        heard.label in DILEMMAS and heard.certainty < SURE)
    if advised(catalogue, conversation) is None or not doubtful:
        return None
    others = [label for label, share in heard.ranking if share >= LIKELY_OTHER and label in DILEMMAS]
    topics = topic_choices(catalogue, [label for label in others[:2] if label != conversation.dilemma])
    person = Choice("mens", catalogue.phrases.buttons["mens"])
    choices = (*change_choices(catalogue, conversation), person, *topics)
    turn = Turn("verduidelijking", conversation.dilemma, catalogue.phrases.say("bij_advies_twijfel"), choices=choices,
                understood=understood(heard.ranking))
    return replace(conversation, offered=tuple(choice.id for choice in topics)), turn
