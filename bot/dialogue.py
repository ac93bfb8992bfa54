"""The conversation: from where somebody stands and what was heard or chosen to the next turn."""
from dataclasses import replace

from bot.catalogue import Catalogue
from bot.controls import CONTROLS, Reply
from bot.conversation import Conversation, Heard
from bot.errors import WrongAnswerError
from bot.noting import answered, circumstances_told, fills, starts_another, told_in_between
from bot.orienting import ask_code, offer_switch, on_topic, unclear, with_code, without_code
from bot.recognising import reply_to
from bot.telling import code_choices, open_question, people, resume, understood
from bot.tree import Ask
from bot.turn import Choice, Turn
from bot.words import normal

MOVES = {
    "ga_terug": "terug", "begin_opnieuw": "opnieuw", "vraag_waarom": "waarom", "toon_bron": "bron", "stop": "stop",
    "spreek_mens": "mens", "samenvatting": "samenvatting", "afscheid": "stop",
}
SHORT_ANSWERS = {"antwoord_ja": "ja", "antwoord_nee": "nee", "antwoord_weet_niet": "weet_niet"}
ASIDES = ("bedankt", "begroeting")
ACUTE = 0.2


def begin(catalogue: Catalogue, code_id: str | None) -> Reply:
    """Welcome; without a code the question which code applies."""
    if code_id is None:
        words = catalogue.phrases.say("welkom_zonder_code")
        return Conversation(), Turn("welkom", messages=words, choices=code_choices(catalogue))
    words = catalogue.phrases.say("welkom", organisatie=catalogue.code(code_id).organisation)
    return Conversation(code_id), Turn("welkom", messages=words)


def choose(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Take a button; raise WrongAnswerError when it is not one that can be chosen now."""
    if conversation.code is None:
        return choose_code(catalogue, conversation, choice)
    ask = open_question(catalogue, conversation)
    if ask and choice in ask.question.answers:
        return answered(catalogue, conversation, ask, choice)
    control = choice.partition(":")[0]
    if control in CONTROLS:
        return CONTROLS[control](catalogue, conversation, choice)
    if choice in conversation.offered or (ask is None and choice in catalogue.topics):
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
    return tuple(dict.fromkeys((*answers, *conversation.offered, *CONTROLS)))


def hear(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Take a typed message; whoever begins in English first reads that the assistant works in Dutch."""
    after, turn = taken(catalogue, conversation, heard)
    if conversation.dilemma is None and in_english(catalogue, heard):
        turn = replace(turn, messages=(*catalogue.phrases.say("engels"), *turn.messages))
    return after, turn


def in_english(catalogue: Catalogue, heard: Heard) -> bool:
    """Whether at least a third of the words, and two of them, are plainly English."""
    english = [word for word in heard.message.words if word in catalogue.phrases.english]
    return len(english) >= max(2, len(heard.message.words) / 3)


def taken(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Take a typed message: danger first, then the open question, then what it is about."""
    ask = open_question(catalogue, conversation)
    plain = plainly_told(catalogue, conversation, heard)
    if speaks_of_danger(catalogue, heard) or (sounds_dangerous(heard) and not plain):
        return acute(catalogue, conversation)
    if conversation.code is None:
        return without_code(catalogue, conversation, heard)
    if ask and (answer := plain_answer(ask, heard)):
        return answered(catalogue, conversation, ask, answer, heard)
    if noted := told_in_between(catalogue, conversation, heard):
        return noted
    if heard.certain and heard.label in MOVES:
        return CONTROLS[MOVES[heard.label]](catalogue, conversation, MOVES[heard.label])
    if ask:
        return beside_question(catalogue, conversation, ask, heard)
    if heard.certain:
        return on_topic(catalogue, conversation, heard.label, heard)
    return unclear(catalogue, conversation, heard)


def speaks_of_danger(catalogue: Catalogue, heard: Heard) -> bool:
    """Whether the message holds words that are always acute."""
    text = f" {' '.join(heard.message.words)} "
    return any(f" {normal(words)} " in text for words in catalogue.phrases.acute)


def sounds_dangerous(heard: Heard) -> bool:
    """Whether the message is likely enough about danger."""
    return dict(heard.ranking).get("nood", 0.0) >= ACUTE


def plainly_told(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> bool:
    """Whether the message plainly answers the open question, or little else than what any conversation can hold."""
    ask = open_question(catalogue, conversation)
    return ask is not None and (reply_to(ask.question, heard.message) is not None
                                or fills(heard, circumstances_told(catalogue, conversation, heard)))


def acute(catalogue: Catalogue, conversation: Conversation) -> Reply:
    """Human help at once; a question that was open can be taken up again by a button."""
    waiting = open_question(catalogue, conversation) is not None
    go_on = (Choice("verder", catalogue.phrases.buttons["verder"]),) if waiting else ()
    words = (*catalogue.phrases.say("acuut"), *people(catalogue, conversation.code))
    return (replace(conversation, offered=tuple(choice.id for choice in go_on)),
            Turn("acuut", conversation.dilemma, words, choices=go_on))


def plain_answer(ask: Ask, heard: Heard) -> str | None:
    """The answer to the open question when the message plainly gives it, or None."""
    answer = reply_to(ask.question, heard.message)
    short = SHORT_ANSWERS.get(heard.label) if heard.certain else None
    return answer or (short if short in ask.question.answers else None)


def beside_question(catalogue: Catalogue, conversation: Conversation, ask: Ask, heard: Heard) -> Reply:
    """A message that does not answer the open question: something else, or not understood."""
    if heard.certain and (heard.label.startswith("faq_") or heard.label in ASIDES):
        return on_topic(catalogue, conversation, heard.label, heard)
    if starts_another(conversation, heard):
        return offer_switch(catalogue, conversation, heard)
    return missed(catalogue, conversation, ask, heard)


def missed(catalogue: Catalogue, conversation: Conversation, ask: Ask, heard: Heard) -> Reply:
    """Explain the question in other words; the second time offer people as well."""
    phrases = catalogue.phrases
    lead = (*phrases.say("niet_begrepen"), ask.question.rephrased)
    if conversation.misses:
        lead = (*phrases.say("niet_begrepen_weer"), *people(catalogue, conversation.code))
    turn = resume(catalogue, conversation, lead, "niet_begrepen")
    return replace(conversation, misses=conversation.misses + 1), replace(turn, understood=understood(heard.ranking))
