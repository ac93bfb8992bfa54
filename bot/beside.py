"""A message that does not answer the open question: something else, a question back, or not understood."""
from dataclasses import replace

from bot.catalogue import Catalogue
from bot.changing import cued
from bot.controls import Reply
from bot.conversation import Conversation, Heard
from bot.noting import starts_another
from bot.orienting import offer_switch, on_topic, something_else
from bot.telling import answer_lines, ask_again, open_question, people, resume, understood
from bot.tree import Ask
from bot.turn import Choice

ASIDES = ("bedankt", "begroeting")


def affirmed(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Somebody confirms what was read back; that answers no question."""
    read_back = any(choice.startswith("wijzig:") for choice in conversation.offered)
    if not read_back or not cued(catalogue, "klopt", heard) or cued(catalogue, "klopt_niet", heard):
        return None
    turn = resume(catalogue, conversation, catalogue.phrases.say("fijn"), "informatie")
    return replace(conversation, offered=()), turn


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
    said = (ask.question.rephrased,) if explains(conversation) else (ask.question.why,)
    return helped(catalogue, conversation, (*catalogue.phrases.say("uitleg"), *said), "informatie")


def told_before(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Somebody says to have said it already: show what was heard, and ask once more."""
    if open_question(catalogue, conversation) is None or not cued(catalogue, "al_gezegd", heard):
        return None
    known = answer_lines(catalogue, conversation.answers)
    lead = (*catalogue.phrases.say("al_gezegd"), *(catalogue.phrases.say("al_gehoord") if known else ()), *known)
    return helped(catalogue, conversation, lead, "niet_begrepen")


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
    phrases = catalogue.phrases
    lead = (*phrases.say("niet_begrepen"), ask.question.rephrased)
    if not explains(conversation):
        lead = (*phrases.say("niet_begrepen_weer"), *people(catalogue, conversation.code))
    after, turn = helped(catalogue, conversation, lead, "niet_begrepen")
    return after, replace(turn, understood=understood(heard.ranking))


def explains(conversation: Conversation) -> bool:
    """Whether other words come now; they and the people to talk to take turns."""
    return conversation.misses % 2 == 0


def helped(catalogue: Catalogue, conversation: Conversation, lead: tuple[str, ...], kind: str) -> Reply:
    """The lead and the open question; from the second time on with a button to skip to a person."""
    turn = ask_again(catalogue, conversation, lead, kind)
    person = Choice("mens", catalogue.phrases.buttons["mens"])
    choices = (*turn.choices, person) if conversation.misses else turn.choices
    return replace(conversation, misses=conversation.misses + 1, offered=()), replace(turn, choices=choices)
