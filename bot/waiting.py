"""Dilemmas to come back to: put aside where they were, and offered again after the advice of another."""
from dataclasses import replace

from bot.catalogue import Catalogue
from bot.controls import Reply
from bot.conversation import Conversation
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


def take_up(catalogue: Catalogue, conversation: Conversation, dilemma: str) -> Reply:
    """Go on with a dilemma that was put aside, where it was."""
    tree = catalogue.tree(conversation.code or "", dilemma)
    kept = known_to(tree, dict(conversation.waiting)[dilemma])
    about_person = lasting(tree, conversation)
    conversation = put_aside(catalogue, conversation).about(dilemma, tuple(dict((*about_person, *kept)).items()))
    lead = catalogue.phrases.say("weer_verder", onderwerp=catalogue.topics[dilemma].name)
    return conversation, arrive(catalogue, conversation, lead)


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
