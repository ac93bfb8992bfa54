"""The conversation: from where somebody stands and what was heard or chosen to the next turn."""
from dataclasses import replace

from bot.catalogue import Catalogue
from bot.controls import CONTROLS, information
from bot.conversation import Conversation, Heard
from bot.errors import WrongAnswer
from bot.recognising import facts, normal, reply_to
from bot.telling import (
    code_choices,
    fact_words,
    here,
    open_question,
    people,
    topic_choices,
    understood,
)
from bot.tree import DILEMMAS, Ask
from bot.turn import Turn

Reply = tuple[Conversation, Turn]

MOVES = {
    "ga_terug": "terug", "begin_opnieuw": "opnieuw", "vraag_waarom": "waarom", "toon_bron": "bron", "stop": "stop",
    "spreek_mens": "mens", "samenvatting": "samenvatting",
}
SHORT_ANSWERS = {"antwoord_ja": "ja", "antwoord_nee": "nee", "antwoord_weet_niet": "weet_niet"}
SWITCHING, ACUTE = 0.6, 0.2


def begin(catalogue: Catalogue, code_id: str | None) -> Reply:
    """Welcome; without a code the question which code applies."""
    if code_id is None:
        return Conversation(), Turn("welkom", messages=catalogue.phrases.say("welkom_zonder_code"),
                                    choices=code_choices(catalogue))
    organisation = catalogue.code(code_id).organisation
    return Conversation(code_id), Turn("welkom", messages=catalogue.phrases.say("welkom", organisatie=organisation))


def choose(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Take a button; raise WrongAnswer when it is not one that can be chosen now."""
    if choice in catalogue.codes and conversation.code is None:
        return with_code(catalogue, conversation, choice)
    if choice in CONTROLS or choice.startswith("wijzig:"):
        return CONTROLS[choice.split(":")[0]](catalogue, conversation, choice)
    ask = open_question(catalogue, conversation)
    if ask and choice in ask.question.answers:
        return answered(catalogue, conversation, ask, choice)
    if choice in conversation.offered or (ask is None and choice in catalogue.topics):
        return on_topic(catalogue, conversation, Heard("", ((choice, 1.0),)))
    raise WrongAnswer(ask.question.id if ask else "keuze", choice, choosable(catalogue, conversation, ask))


def choosable(catalogue: Catalogue, conversation: Conversation, ask: Ask | None) -> tuple[str, ...]:
    """The ids that can be chosen now."""
    topics = () if ask else tuple(catalogue.topics)
    codes = () if conversation.code else tuple(catalogue.codes)
    return (*(ask.question.answers if ask else ()), *conversation.offered, *codes, *topics, *CONTROLS)


def hear(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Take a typed message: danger first, then the open question, then what it is about."""
    if is_acute(catalogue, heard):
        return conversation, here(catalogue, conversation, catalogue.phrases.say("acuut"), "acuut")
    if conversation.code is None:
        return without_code(catalogue, conversation, heard)
    ask = open_question(catalogue, conversation)
    if heard.label in MOVES and heard.certain:
        move = MOVES[heard.label]
        return CONTROLS[move](catalogue, conversation, move)
    if ask:
        return to_question(catalogue, conversation, ask, heard)
    return on_topic(catalogue, conversation, heard) if heard.certain else unclear(catalogue, conversation, heard)


def is_acute(catalogue: Catalogue, heard: Heard) -> bool:
    """Whether the message speaks of danger: its label is likely enough or it holds a word that is always acute."""
    text = f" {normal(heard.text)} "
    return dict(heard.ranking).get("nood", 0.0) >= ACUTE or any(
        f" {normal(words)} " in text for words in catalogue.phrases.acute)


def with_code(catalogue: Catalogue, conversation: Conversation, code_id: str) -> Reply:
    """Go on under this code, with the dilemma that was already named."""
    conversation = replace(conversation, code=code_id, offered=(), misses=0)
    lead = catalogue.phrases.say("code_gekozen", organisatie=catalogue.code(code_id).organisation)
    if conversation.dilemma is None:
        return conversation, Turn("welkom", messages=(*lead, *catalogue.phrases.say("vertel")))
    return conversation, here(catalogue, conversation, lead)


def without_code(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Take the code from the text, or remember the dilemma and ask for the code."""
    text = normal(heard.text)
    named = [code.id for code in catalogue.codes.values() if normal(code.short.replace("-", " ")) in text]
    if len(named) == 1:
        return with_code(catalogue, conversation, named[0])
    if heard.certain and heard.label in DILEMMAS:
        conversation = conversation.about(heard.label)
    turn = Turn("welkom", messages=catalogue.phrases.say("code_nodig"), choices=code_choices(catalogue),
                understood=understood(heard.ranking))
    return conversation, turn


def to_question(catalogue: Catalogue, conversation: Conversation, ask: Ask, heard: Heard) -> Reply:
    """Take a message while a question is open; it only answers that question when that is plain."""
    answer = reply_to(ask.question, heard.text, heard.amounts)
    short = SHORT_ANSWERS.get(heard.label) if heard.certain else None
    if answer is None and short in ask.question.answers:
        answer = short
    if answer is not None:
        return answered(catalogue, conversation, ask, answer, heard)
    if heard.certain and (heard.label.startswith("faq_") or heard.label in ("bedankt", "begroeting")):
        return on_topic(catalogue, conversation, heard)
    if heard.label in DILEMMAS and heard.label != conversation.dilemma and heard.certainty >= SWITCHING:
        return offer_switch(catalogue, conversation, heard)
    return missed(catalogue, conversation, ask, heard)


def answered(catalogue: Catalogue, conversation: Conversation, ask: Ask, answer: str, heard: Heard | None = None) -> Reply:
    """Note the answer, and any other fact that came with it, and go on."""
    tree = catalogue.tree(conversation.code or "", conversation.dilemma or "")
    found = facts((other.question for other in tree.asks), heard.text, heard.amounts) if heard else ()
    extra = tuple(fact for fact in found if fact.question not in {*conversation.given, ask.question.id})
    conversation = conversation.with_answer(ask.question.id, answer)
    for fact in extra:
        conversation = conversation.with_answer(fact.question, fact.answer)
    lead = catalogue.phrases.say("feiten", feiten=fact_words(catalogue, extra)) if extra else ()
    turn = here(catalogue, conversation, lead, found=extra)
    return conversation, replace(turn, understood=understood(heard.ranking, extra) if heard else None)


def missed(catalogue: Catalogue, conversation: Conversation, ask: Ask, heard: Heard) -> Reply:
    """Explain the question in other words; the second time offer people as well."""
    phrases = catalogue.phrases
    if conversation.misses == 0:
        lead = (*phrases.say("niet_begrepen"), ask.question.rephrased)
    else:
        lead = (*phrases.say("niet_begrepen_weer"), *people(catalogue, conversation.code))
    turn = here(catalogue, conversation, lead, "niet_begrepen")
    return replace(conversation, misses=conversation.misses + 1), replace(turn, understood=understood(heard.ranking))


def offer_switch(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Another dilemma in the middle of one: ask which to go on with."""
    lead = catalogue.phrases.say("wisselen", onderwerp=catalogue.topics[heard.label].name)
    choices = topic_choices(catalogue, (heard.label,))[:1]
    stay = replace(choices[0], id="verder", label=catalogue.phrases.buttons["verder"])
    turn = Turn("verduidelijking", conversation.dilemma, lead, choices=(*choices, stay), understood=understood(heard.ranking))
    return replace(conversation, offered=(heard.label, "verder")), turn


def on_topic(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Go into what a message is about."""
    if conversation.code and heard.label in catalogue.dilemmas(conversation.code):
        return start(catalogue, conversation, heard)
    code = catalogue.code(conversation.code or "")
    if heard.label in code.information:
        return information(catalogue, replace(conversation, offered=()), heard.label)
    name = heard.label if heard.label in ("begroeting", "bedankt", "buiten_bereik") else "stop"
    if heard.label in ("iets_anders", "verder"):
        name = heard.label
    turn = here(catalogue, replace(conversation, offered=()), catalogue.phrases.say(name), KIND_OF.get(name))
    if name in ("buiten_bereik", "stop"):
        turn = replace(turn, messages=(*turn.messages, *people(catalogue, conversation.code)))
    return replace(conversation, offered=()), replace(turn, understood=understood(heard.ranking))


KIND_OF = {"begroeting": "welkom", "bedankt": "informatie", "buiten_bereik": "buiten_bereik", "stop": "afscheid",
           "iets_anders": "verduidelijking"}


def start(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Start a dilemma with the facts that were already told."""
    tree = catalogue.tree(conversation.code or "", heard.label)
    found = facts((ask.question for ask in tree.asks), heard.text, heard.amounts)
    conversation = conversation.about(heard.label, tuple((fact.question, fact.answer) for fact in found))
    name = "begrepen" if tree.asks else "begrepen_direct"
    lead = catalogue.phrases.say(name, onderwerp=catalogue.topics[heard.label].name)
    told = catalogue.phrases.say("feiten", feiten=fact_words(catalogue, found)) if found else ()
    turn = here(catalogue, conversation, (*lead, *told), found=found)
    return conversation, replace(turn, understood=understood(heard.ranking, found))


def unclear(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Not sure enough: offer the likeliest topics; after a second miss people to talk to."""
    likely = tuple(label for label, share in heard.ranking if label in catalogue.topics and share >= 0.05)[:4]
    phrases, misses = catalogue.phrases, conversation.misses
    if misses >= 1:
        lead = (*phrases.say("niet_begrepen_onderwerp_weer"), *people(catalogue, conversation.code))
    else:
        lead = phrases.say("verduidelijken" if likely else "niet_begrepen_onderwerp")
    choices = topic_choices(catalogue, likely or DILEMMAS)
    turn = Turn("niet_begrepen" if misses else "verduidelijking", conversation.dilemma, lead,
                choices=choices, understood=understood(heard.ranking))
    offered = tuple(choice.id for choice in choices)
    return replace(conversation, offered=offered, misses=misses + 1), turn
