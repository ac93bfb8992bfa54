"""Dilemmas to come back to: put aside where they were, and offered again after the advice of another."""
from dataclasses import replace

from bot.catalogue import Catalogue
from bot.controls import Reply
from bot.conversation import Conversation, Heard
from bot.reading_back import fact_lines, undoable
from bot.recognising import facts
from bot.telling import arrive, known_to, lasting, open_question
from bot.turn import Choice, Turn

OFFERS_AFTER = ("advies", "informatie")
LET_GO = "klaar"


def put_aside(catalogue: Catalogue, conversation: Conversation) -> Conversation:
    """This conversation with its unfinished dilemma as one to come back to."""
    if conversation.dilemma is None or open_question(catalogue, conversation) is None:
        return conversation
    answers = (*conversation.answers, *((conversation.changing,) if conversation.changing else ()))
    return conversation.with_waiting(conversation.dilemma, answers)


def kept_for_later(catalogue: Catalogue, conversation: Conversation, dilemma: str, heard: Heard) -> Conversation:
    """This conversation with a dilemma to come back to, and what the message tells about it."""
    told = facts(catalogue.tree(conversation.code or "", dilemma).questions.values(), heard.message)
    return conversation.with_waiting(dilemma, tuple((fact.question, fact.answer) for fact in told))


def take_up(catalogue: Catalogue, conversation: Conversation, dilemma: str, heard: Heard | None = None) -> Reply:
    """Go on with a dilemma that was put aside, where it was, with what the message tells about it."""
    tree = catalogue.tree(conversation.code or "", dilemma)
    kept = known_to(tree, dict(conversation.waiting)[dilemma])
    found = facts(tree.questions.values(), heard.message) if heard else ()
    conversation = put_aside(catalogue, conversation).about(dilemma, lasting(tree, conversation))
    for question, answer in (*kept, *((fact.question, fact.answer) for fact in found)):
        conversation = conversation.with_answer(question, answer)
    lead = (*catalogue.phrases.say("weer_verder", onderwerp=catalogue.topics[dilemma].name),
            *fact_lines(catalogue, found))
    return replace(conversation, offered=undoable(found)), arrive(catalogue, conversation, lead, found)


def let_go(catalogue: Catalogue, conversation: Conversation) -> Reply:
    """Forget the dilemma that was offered again."""
    conversation = replace(conversation, waiting=conversation.waiting[:-1], offered=())
    return conversation, Turn("informatie", conversation.dilemma, catalogue.phrases.say("laat_rusten"))


def with_offer(catalogue: Catalogue, reply: Reply) -> Reply:
    """The reply, with an offer to take up what waits when nothing else is open."""
    conversation, turn = reply
    busy = conversation.code is None or open_question(catalogue, conversation) is not None
    if not conversation.waiting or busy or turn.kind not in OFFERS_AFTER:
        return reply
    topic = catalogue.topics[conversation.waiting[-1][0]]
    phrases = catalogue.phrases
    choices = (Choice(topic.id, phrases.buttons["weer_verder"].format(onderwerp=topic.name)),
               Choice(LET_GO, phrases.buttons[LET_GO]))
    words = (*turn.messages, *phrases.say("wachtend", onderwerp=topic.name))
    return (replace(conversation, offered=(topic.id, LET_GO)),
            replace(turn, messages=words, choices=(*choices, *turn.choices)))
