"""The conversation: from where somebody stands and what was heard or chosen to the next turn."""
from collections.abc import Callable
from dataclasses import replace

from bot.adding import beside_advice, told_in_between, told_more, what_if
from bot.advising import steps_as_one
from bot.beside import advised_again, affirmed, beside_question, declined, explained, not_meant, told_before
from bot.catalogue import Catalogue
from bot.changing import corrected, cued
from bot.choosing_code import ask_code, with_code, without_code
from bot.controls import CONTROLS, Reply
from bot.conversation import Conversation, Heard
from bot.danger import HELP, acute, alarming, with_help
from bot.errors import WrongAnswerError
from bot.noting import TELLS_MORE, answered, circumstances_told, fills
from bot.offers import MOST_WORDS, reply_to_offer, take_offer
from bot.orienting import SURE, on_topic, unclear
from bot.recognising import reply_to
from bot.repeating import mark, marks_of
from bot.replying import plain_answer
from bot.several import start_both
from bot.telling import code_choices, open_question
from bot.tree import DILEMMAS, Ask
from bot.turn import Turn
from bot.waiting import with_offer

MOVES = {
    "ga_terug": "terug", "begin_opnieuw": "opnieuw", "vraag_waarom": "waarom", "toon_bron": "bron", "stop": "stop",
    "spreek_mens": "mens", "samenvatting": "samenvatting", "afscheid": "stop",
}
FORGETTING = ("opnieuw", "stop")
LONGEST_MOVE, SHORT_CUES = 30, (("en_nu", 3), ("al_gezegd", 6))
Attempt = Callable[[Catalogue, Conversation, Heard], Reply | None]


def begin(catalogue: Catalogue, code_id: str | None) -> Reply:
    """Welcome; without a code the question which code applies."""
    if code_id is None:
        words = catalogue.phrases.say("welkom_zonder_code")
        return remembered(Conversation(), Turn("welkom", messages=words, choices=code_choices(catalogue)))
    words = catalogue.phrases.say("welkom", organisatie=catalogue.code(code_id).organisation)
    return remembered(Conversation(code_id), Turn("welkom", messages=words))


def choose(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Take a button; raise WrongAnswerError when it is not one that can be chosen now.

    A summary is given whole, whatever was said last: a page that is opened again asks for it and shows nothing else.
    """
    catalogue = catalogue.in_turn(conversation.turns + 1, () if choice == "samenvatting" else conversation.said)
    return finished(catalogue, conversation, chosen(catalogue, conversation, choice))


def finished(catalogue: Catalogue, before: Conversation, reply: Reply) -> Reply:
    """The reply with what still waits, as the next turn of the conversation."""
    after, turn = with_offer(catalogue, reply)
    return remembered(replace(after, turns=before.turns + 1, warned=before.warned), turn)


def remembered(conversation: Conversation, turn: Turn) -> Reply:
    """The turn, and the conversation with marks of what it says; the steps of an advice are marked as one as well."""
    steps = steps_as_one(turn.place) if turn.place else ""
    marks = (*marks_of(turn.messages), *((mark(steps),) if steps else ()))
    return replace(conversation, said=tuple(dict.fromkeys(marks))), turn


def chosen(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """What a button leads to: help, what was just put forward, an answer, or what can be asked at any moment."""
    if choice == HELP:
        return acute(catalogue, conversation)
    if conversation.code is None:
        return choose_code(catalogue, conversation, choice)
    control = choice.partition(":")[0]
    if choice in conversation.offered and control not in CONTROLS:
        return take_offer(catalogue, conversation, choice)
    ask = open_question(catalogue, conversation)
    if ask and choice in ask.question.answers:
        return answered(catalogue, conversation, ask, choice)
    if control in CONTROLS:
        return CONTROLS[control](catalogue, conversation, choice)
    if ask is None and choice in catalogue.topics:
        return on_topic(catalogue, conversation, choice)
    raise WrongAnswerError(ask.question.id if ask else "keuze", choice, choosable(catalogue, conversation, ask))


def choose_code(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Take the code; as long as there is none, a control only leads to the question which code applies."""
    if choice in catalogue.codes:
        return with_code(catalogue, conversation, choice)
    if choice in CONTROLS:
        return ask_code(catalogue, conversation)
    raise WrongAnswerError("code", choice, catalogue.codes)


def choosable(catalogue: Catalogue, conversation: Conversation, ask: Ask | None) -> tuple[str, ...]:
    """The ids that can be chosen now."""
    answers = tuple(ask.question.answers) if ask else tuple(catalogue.topics)
    return tuple(dict.fromkeys((*answers, *conversation.offered, *CONTROLS, HELP)))


def hear(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Take a typed message; who writes English or names people first reads what the assistant does with that."""
    catalogue = catalogue.in_turn(conversation.turns + 1, conversation.said)
    plain = plainly_told(catalogue, conversation, heard)
    after, turn = finished(catalogue, conversation, taken(catalogue, conversation, heard, plain))
    turn = turn if plain else with_help(catalogue, conversation, heard, turn)
    warns = heard.masked and not conversation.warned
    english = conversation.dilemma is None and in_english(catalogue, heard)
    lead = (*(catalogue.phrases.say("engels") if english else ()), *(catalogue.phrases.say("namen") if warns else ()))
    after = replace(after, warned=conversation.warned or warns)
    return remembered(after, replace(turn, messages=(*lead, *turn.messages)))


def in_english(catalogue: Catalogue, heard: Heard) -> bool:
    """Whether at least a third of the words, and two of them, are plainly English."""
    english = [word for word in heard.message.words if word in catalogue.phrases.english]
    return len(english) >= max(2, len(heard.message.words) / 3)


def taken(catalogue: Catalogue, conversation: Conversation, heard: Heard, plain: bool) -> Reply:
    """Take a typed message: danger first unless it plainly is something else, then the code, then what it can be."""
    if alarming(catalogue, conversation, heard, plain):
        return acute(catalogue, conversation, heard)
    if conversation.code is None:
        return without_code(catalogue, conversation, heard)
    attempts = (attempt(catalogue, conversation, heard) for attempt in ATTEMPTS)
    return next((reply for reply in attempts if reply), None) or unclear(catalogue, conversation, heard)


def plainly_told(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> bool:
    """Whether the message plainly answers the open question, says what any conversation can hold, or is a short cue."""
    ask = open_question(catalogue, conversation)
    if any(cued(catalogue, name, heard) and len(heard.message.words) <= words for name, words in SHORT_CUES):
        return True
    return ask is not None and (reply_to(ask.question, heard.message) is not None
                                or fills(heard, circumstances_told(catalogue, conversation, heard)))


def plainly_answered(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Note the answer to the open question when the message plainly gives it."""
    ask = open_question(catalogue, conversation)
    answer = plain_answer(catalogue, conversation, ask, heard) if ask else None
    return answered(catalogue, conversation, ask, answer, heard) if ask and answer else None


def moved(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Do what can be asked at any moment, when that is what was typed."""
    move, words = MOVES.get(heard.label), len(heard.message.words)
    doubtful = not heard.certain or (move in FORGETTING and words > MOST_WORDS and heard.certainty < SURE)
    return None if move is None or doubtful or words > LONGEST_MOVE else CONTROLS[move](catalogue, conversation, move)


def certainly_on_topic(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Go into what the message is surely about; after an advice another dilemma has to be quite sure."""
    doubtful = conversation.dilemma and heard.label in DILEMMAS and heard.certainty < SURE
    if doubtful or not heard.certain or heard.label == TELLS_MORE:
        return None
    return on_topic(catalogue, conversation, heard.label, heard)


ATTEMPTS: tuple[Attempt, ...] = (
    reply_to_offer, corrected, affirmed, not_meant, explained, plainly_answered, told_before, declined, what_if,
    told_in_between, advised_again, told_more, moved, beside_question, start_both, beside_advice, certainly_on_topic)
