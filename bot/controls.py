"""What can be asked at any moment: back, change, again, why, where, who, stop."""
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.catalogue import Catalogue
from bot.conversation import Conversation
from bot.errors import WrongAnswer
from bot.telling import answered, code_choices, here, open_question, passages, people, place_of
from bot.tree import DONT_KNOW, Ask
from bot.turn import Turn, referrals_json

Reply = tuple[Conversation, Turn]
Control = Callable[[Catalogue, Conversation, str], Reply]


def back(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Drop the last answer."""
    place = place_of(catalogue, conversation)
    if place is None or not place.taken:
        return conversation, here(catalogue, conversation, catalogue.phrases.say("terug_begin"))
    conversation = conversation.without(place.taken[-1][0])
    return conversation, here(catalogue, conversation, catalogue.phrases.say("terug"))


def change(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Ask one earlier question again; the other answers are kept."""
    question = choice.partition(":")[2]
    if question not in conversation.given:
        raise WrongAnswer("wijzig", question, conversation.given)
    conversation = conversation.without(question)
    return conversation, here(catalogue, conversation, catalogue.phrases.say("gewijzigd"))


def again(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Forget everything but the code."""
    lead = (*catalogue.phrases.say("opnieuw"), *catalogue.phrases.say("vertel"))
    choices = () if conversation.code else code_choices(catalogue)
    return Conversation(conversation.code), Turn("welkom", messages=lead, choices=choices)


def why(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Why the open question is asked, and the passage that makes it matter."""
    ask = open_question(catalogue, conversation)
    if ask is None:
        return where(catalogue, conversation, choice)
    lead = (*catalogue.phrases.say("waarom", reden=ask.question.why), *passages(catalogue, ask.sources))
    return conversation, here(catalogue, conversation, lead, "informatie")


def where(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """The passages behind the open question or the advice."""
    place = place_of(catalogue, conversation)
    if place is None:
        return conversation, Turn("informatie", messages=catalogue.phrases.say("bron_geen"))
    lead = (*catalogue.phrases.say("bron"), *passages(catalogue, place.node.sources))
    if isinstance(place.node, Ask):
        return conversation, here(catalogue, conversation, lead, "informatie")
    return conversation, Turn("informatie", conversation.dilemma, lead, place)


def dont_know(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Answer the open question with "weet ik niet"."""
    ask = open_question(catalogue, conversation)
    if ask is None:
        return conversation, here(catalogue, conversation, catalogue.phrases.say("geen_vraag"))
    conversation = conversation.with_answer(ask.question.id, DONT_KNOW)
    return conversation, here(catalogue, conversation)


def stop(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Say goodbye with people to talk to, and forget the dilemma."""
    words = (*catalogue.phrases.say("stop"), *people(catalogue, conversation.code))
    return Conversation(conversation.code), Turn("afscheid", messages=words)


def human(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """The people to talk to; the open question stays open."""
    words = (*catalogue.phrases.say("mens"), *people(catalogue, conversation.code))
    return conversation, replace(here(catalogue, conversation, words), kind="informatie")


def summary(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """What was told so far; the open question stays open."""
    if not conversation.dilemma:
        return conversation, here(catalogue, conversation, catalogue.phrases.say("samenvatting_leeg"))
    topic = catalogue.topics[conversation.dilemma].name
    lead = (*catalogue.phrases.say("samenvatting", onderwerp=topic), *answered(catalogue, conversation))
    return conversation, here(catalogue, conversation, lead, "informatie")


def information(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Answer an information question, then the open question again."""
    code = catalogue.code(conversation.code or "")
    told = code.information[choice]
    who = tuple(line for person in referrals_json(code, told.referrals) for line in catalogue.phrases.say("contact", **person))
    words = (*told.text, *who, *passages(catalogue, told.sources))
    return conversation, here(catalogue, conversation, words, "informatie")


CONTROLS: Mapping[str, Control] = {
    "terug": back, "wijzig": change, "opnieuw": again, "waarom": why, "bron": where, DONT_KNOW: dont_know,
    "stop": stop, "mens": human, "samenvatting": summary,
}
