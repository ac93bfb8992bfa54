"""What can be asked at any moment: back, change, again, why, where, who, stop."""
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.advising import steps_as_one, unsaid
from bot.afterwards import card, decline, helped
from bot.catalogue import Catalogue
from bot.conversation import Conversation
from bot.errors import WrongAnswerError
from bot.question import DONT_KNOW
from bot.reading_back import answer_lines
from bot.referring import contacts, passages
from bot.telling import arrive, circumstances_of, open_question, people_for, place_of, resume
from bot.turn import Turn, referrals_json

Reply = tuple[Conversation, Turn]
Control = Callable[[Catalogue, Conversation, str], Reply]


def back(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Drop the last answer; an answer that was being changed stays as it was."""
    if conversation.changing:
        conversation = conversation.with_answer(*conversation.changing)
        return conversation, arrive(catalogue, conversation, catalogue.phrases.say("zo_gelaten"))
    place = place_of(catalogue, conversation)
    if place is None or not place.taken:
        return conversation, resume(catalogue, conversation, catalogue.phrases.say("terug_begin"), "informatie")
    conversation = conversation.without(place.taken[-1][0])
    return conversation, arrive(catalogue, conversation, catalogue.phrases.say("terug"))


def change(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Ask one earlier question again; the other answers are kept."""
    question = choice.partition(":")[2]
    if question not in conversation.given:
        raise WrongAnswerError("wijzig", question, conversation.given)
    before, conversation = (question, conversation.given[question]), conversation.without(question)
    asked = open_question(catalogue, conversation)
    if asked is None or asked.question.id != question:
        return conversation, arrive(catalogue, conversation, catalogue.phrases.say("vervallen"))
    return replace(conversation, changing=before), arrive(catalogue, conversation, catalogue.phrases.say("gewijzigd"))


def also(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Note a fact that any conversation can hold; raise WrongAnswerError when this one does not exist here."""
    offered = circumstance_choices(catalogue, conversation)
    if choice not in offered:
        raise WrongAnswerError("ook", choice, offered)
    _, question, answer = choice.split(":")
    conversation = conversation.with_answer(question, answer)
    return conversation, arrive(catalogue, conversation, catalogue.phrases.say("ook"))


def circumstance_choices(catalogue: Catalogue, conversation: Conversation) -> tuple[str, ...]:
    """The ids of the facts that can be noted in the open dilemma."""
    if not (conversation.code and conversation.dilemma):
        return ()
    held = catalogue.tree(conversation.code, conversation.dilemma).circumstances
    return tuple(f"ook:{fact.question.id}:{fact.answer}" for fact in held)


def again(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Forget everything but the code."""
    lead = (*catalogue.phrases.say("opnieuw"), *catalogue.phrases.say("vertel"))
    return Conversation(conversation.code), Turn("welkom", messages=lead)


def why(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Why the open question is asked, and the passage that makes it matter."""
    ask = open_question(catalogue, conversation)
    if ask is None:
        return where(catalogue, conversation, choice)
    known = catalogue.phrases.said.wholly(ask.question.why)
    reason = catalogue.phrases.say("waarom_weer") if known else catalogue.phrases.say("waarom", reden=ask.question.why)
    lead = (*reason, *passages(catalogue, ask.sources))
    return conversation, resume(catalogue, conversation, lead, "informatie")


def where(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """The passages behind the open question or the advice."""
    place = place_of(catalogue, conversation)
    if place is None:
        return conversation, Turn("informatie", messages=catalogue.phrases.say("bron_geen"))
    lead = (*catalogue.phrases.say("bron"), *passages(catalogue, place.node.sources))
    return conversation, resume(catalogue, conversation, lead, "informatie")


def dont_know(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Answer the open question with "weet ik niet"."""
    ask = open_question(catalogue, conversation)
    if ask is None:
        return nothing_asked(catalogue, conversation)
    conversation = conversation.with_answer(ask.question.id, DONT_KNOW)
    return conversation, arrive(catalogue, conversation)


def nothing_asked(catalogue: Catalogue, conversation: Conversation) -> Reply:
    """Say that no question is open."""
    return conversation, Turn("informatie", conversation.dilemma, catalogue.phrases.say("geen_vraag"))


def stop(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Say goodbye with people to talk to, and forget the dilemma; who must not be named later is not forgotten."""
    words = (*catalogue.phrases.say("stop"), *people_for(catalogue, conversation))
    involved = {held.question.id for held in circumstances_of(catalogue, conversation) if held.replaces}
    kept = tuple(pair for pair in conversation.answers if pair[0] in involved)
    return Conversation(conversation.code, answers=kept), Turn("afscheid", messages=words)


def human(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """The people to talk to; the open question stays open."""
    words = (*catalogue.phrases.say("mens"), *people_for(catalogue, conversation))
    return conversation, resume(catalogue, conversation, words, "informatie")


def summary(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """What was told so far, with the open question or the advice."""
    if not conversation.dilemma:
        return conversation, resume(catalogue, conversation, catalogue.phrases.say("samenvatting_leeg"), "informatie")
    topic = catalogue.topics[conversation.dilemma].name
    lead = (*catalogue.phrases.say("samenvatting", onderwerp=topic), *answer_lines(catalogue, conversation.answers))
    if open_question(catalogue, conversation) is None:
        return conversation, advice_again(catalogue, conversation, lead)
    return conversation, resume(catalogue, conversation, lead, "informatie")


def advice_again(catalogue: Catalogue, conversation: Conversation, lead: Sequence[str]) -> Turn:
    """The lead and the advice; when the last turn gave it, only that it still holds."""
    turn = arrive(catalogue, conversation, lead)
    if turn.place and catalogue.phrases.said.exactly(steps_as_one(turn.place)):
        return resume(catalogue, conversation, (*lead, *catalogue.phrases.say("advies_net")), "informatie")
    return turn


def information(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Answer an information question, then the open question again."""
    code = catalogue.code(conversation.code or "")
    told = code.information[choice]
    text = unsaid(catalogue, told.text) or catalogue.phrases.say("informatie_weer")
    who = contacts(catalogue, referrals_json(code, told.referrals))
    more = () if open_question(catalogue, conversation) else catalogue.phrases.say("meer_weten")
    words = (*text, *who, *passages(catalogue, told.sources), *more)
    return conversation, resume(catalogue, conversation, words, "informatie")


CONTROLS: Mapping[str, Control] = {
    "terug": back, "wijzig": change, "ook": also, "opnieuw": again, "waarom": why, "bron": where, DONT_KNOW: dont_know,
    "stop": stop, "mens": human, "samenvatting": summary, "kaart": card, "afwijzen": decline, "nuttig": helped,
}
