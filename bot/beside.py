"""A message that does not answer the open question: something else, a question back, or not understood."""
from dataclasses import replace

from bot.advising import core_of, steps, steps_as_one
from bot.afterwards import advised, decline
from bot.catalogue import Catalogue
from bot.changing import cued
from bot.controls import Reply
from bot.conversation import Conversation, Heard
from bot.noting import about_this, starts_another
from bot.orienting import offer_switch, on_topic, something_else
from bot.reading_back import answer_lines
from bot.telling import open_question, people_for, put, resume, understood, wording
from bot.tree import Ask
from bot.turn import Choice, Turn

ASIDES = ("bedankt", "begroeting")


def affirmed(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Somebody confirms what was read back; that answers no question."""
    if not cued(catalogue, "klopt", heard) or cued(catalogue, "klopt_niet", heard):
        return None
    ask = open_question(catalogue, conversation)
    read_back = any(choice.startswith("wijzig:") for choice in conversation.offered)
    if not read_back and (ask is None or "ja" in ask.question.answers):
        return None
    turn = resume(catalogue, conversation, catalogue.phrases.say("fijn"), "informatie")
    return replace(conversation, offered=()), turn


def advised_again(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Somebody asks what an advice comes down to: the verdict and the steps once more."""
    found = advised(catalogue, conversation)
    if found is None or not cued(catalogue, "en_nu", heard):
        return None
    _, place = found
    if catalogue.phrases.said.exactly(steps_as_one(place)):
        return conversation, Turn("informatie", conversation.dilemma, catalogue.phrases.say("begin_met_stap"))
    words = (*catalogue.phrases.say("nog_steeds"), core_of(catalogue, place), *steps(catalogue, place))
    return conversation, Turn("informatie", conversation.dilemma, words, place)


def declined(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Somebody asks after an advice how to say no: a sentence and a mail, when the code has a reason for it."""
    found = advised(catalogue, conversation)
    if found is None or not cued(catalogue, "afwijzen", heard):
        return None
    tree, place = found
    known = (tree.dilemma, place.node.id) in catalogue.code(tree.code).refusals
    return decline(catalogue, conversation, "afwijzen") if known else None


def not_meant(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Somebody says that it is about something else than the open dilemma."""
    if conversation.dilemma is None or not cued(catalogue, "iets_anders", heard):
        return None
    return something_else(catalogue, conversation, heard)


def explained(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """A question back about the open question: say it in other words, and then why it is asked."""
    ask = open_question(catalogue, conversation)
    if ask is None or not cued(catalogue, "uitleg", heard):
        return None
    lead, said = catalogue.phrases.say("uitleg"), catalogue.phrases.said
    if not said.partly(ask.question.rephrased):
        return helped(catalogue, conversation, lead, "informatie", ask.question.rephrased)
    if said.wholly(ask.question.why):
        return missed(catalogue, conversation, ask, heard)
    return helped(catalogue, conversation, (*lead, ask.question.why), "informatie", ask.question.text)


def told_before(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Somebody says to have said it already: show what was heard, and ask once more."""
    ask = open_question(catalogue, conversation)
    if ask is None or not cued(catalogue, "al_gezegd", heard):
        return None
    known = answer_lines(catalogue, conversation.answers)
    lead = (*catalogue.phrases.say("al_gezegd"), *(catalogue.phrases.say("al_gehoord") if known else ()), *known)
    return helped(catalogue, conversation, lead, "niet_begrepen", wording(catalogue, ask))


def beside_question(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """A message that does not answer the open question: something else, or not understood."""
    ask = open_question(catalogue, conversation)
    if ask is None:
        return None
    if heard.certain and (heard.label.startswith("faq_") or heard.label in ASIDES):
        return on_topic(catalogue, conversation, heard.label, heard)
    if starts_another(conversation, heard):
        return offer_switch(catalogue, conversation, heard)
    return missed(catalogue, conversation, ask, heard)


def missed(catalogue: Catalogue, conversation: Conversation, ask: Ask, heard: Heard) -> Reply:
    """Explain the question in other words; the second time offer people as well."""
    phrases, said = catalogue.phrases, catalogue.phrases.said
    adds = about_this(conversation, heard) or cued(catalogue, "erbij", heard)
    lead = phrases.say("hoort_erbij" if adds else "niet_begrepen")
    ways = (ask.question.rephrased, ask.question.text)
    if not explains(conversation):
        lead = (*phrases.say("niet_begrepen_weer"), *people_for(catalogue, conversation))
        ways = (ask.question.text, ask.question.rephrased)
    asked = next((way for way in ways if not said.partly(way)), ways[0])
    after, turn = helped(catalogue, conversation, lead, "niet_begrepen", asked)
    return after, replace(turn, understood=understood(heard.ranking))


def explains(conversation: Conversation) -> bool:
    """Whether other words come now; they and the people to talk to take turns."""
    return conversation.misses % 2 == 0


def helped(catalogue: Catalogue, conversation: Conversation, lead: tuple[str, ...], kind: str, asked: str) -> Reply:
    """The lead and the open question in these words; from the second time on with a button to skip to a person."""
    turn = put(catalogue, conversation, lead, kind, asked)
    person = Choice("mens", catalogue.phrases.buttons["mens"])
    choices = (*turn.choices, person) if conversation.misses else turn.choices
    return replace(conversation, misses=conversation.misses + 1, offered=()), replace(turn, choices=choices)
