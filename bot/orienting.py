"""Find out which code applies and what somebody wants to talk about."""
from dataclasses import replace

from bot.catalogue import Catalogue
from bot.controls import Reply, information, nothing_asked, stop
from bot.conversation import Conversation, Heard
from bot.recognising import facts, normal
from bot.telling import arrive, code_choices, fact_lines, people, resume, topic_choices, understood
from bot.tree import DILEMMAS
from bot.turn import Choice, Turn, Understood

KINDS = {"begroeting": "welkom", "bedankt": "informatie", "buiten_bereik": "buiten_bereik",
         "iets_anders": "verduidelijking", "verder": "informatie"}
LIKELY = 0.05


def ask_code(catalogue: Catalogue, conversation: Conversation) -> Reply:
    """Ask which code applies."""
    words = catalogue.phrases.say("code_nodig")
    return conversation, Turn("welkom", messages=words, choices=code_choices(catalogue))


def with_code(catalogue: Catalogue, conversation: Conversation, code_id: str) -> Reply:
    """Go on under this code, with the dilemma that was already named."""
    conversation = replace(conversation, code=code_id, offered=(), misses=0)
    lead = catalogue.phrases.say("code_gekozen", organisatie=catalogue.code(code_id).organisation)
    if conversation.dilemma is None:
        return conversation, Turn("welkom", messages=(*lead, *catalogue.phrases.say("vertel")))
    return conversation, arrive(catalogue, conversation, lead)


def without_code(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Take the code from the text, or remember the dilemma and ask for the code."""
    text = normal(heard.text)
    named = [code.id for code in catalogue.codes.values() if normal(code.short) in text]
    if len(named) == 1:
        return with_code(catalogue, conversation, named[0])
    if heard.certain and heard.label in DILEMMAS:
        conversation = conversation.about(heard.label)
    conversation, turn = ask_code(catalogue, conversation)
    return conversation, replace(turn, understood=understood(heard.ranking))


def on_topic(catalogue: Catalogue, conversation: Conversation, label: str, heard: Heard | None = None) -> Reply:
    """Go into a label: a dilemma, an information question or something small."""
    conversation = replace(conversation, offered=())
    if label in catalogue.dilemmas(conversation.code or ""):
        return start(catalogue, conversation, label, heard)
    if label in catalogue.code(conversation.code or "").information:
        return information(catalogue, conversation, label)
    if label.startswith("antwoord_"):
        return nothing_asked(catalogue, conversation)
    if label not in KINDS:
        return stop(catalogue, conversation, label)
    turn = resume(catalogue, conversation, catalogue.phrases.say(label), KINDS[label])
    who = people(catalogue, conversation.code) if label == "buiten_bereik" else ()
    return conversation, replace(turn, messages=(*turn.messages, *who), understood=heard_as(heard))


def start(catalogue: Catalogue, conversation: Conversation, dilemma: str, heard: Heard | None) -> Reply:
    """Start a dilemma with the facts that were already told."""
    tree = catalogue.tree(conversation.code or "", dilemma)
    found = facts((ask.question for ask in tree.asks), heard.text, heard.amounts) if heard else ()
    conversation = conversation.about(dilemma, tuple((fact.question, fact.answer) for fact in found))
    name = "begrepen" if tree.asks else "begrepen_direct"
    lead = catalogue.phrases.say(name, onderwerp=catalogue.topics[dilemma].name)
    turn = arrive(catalogue, conversation, (*lead, *fact_lines(catalogue, found)), found)
    return conversation, replace(turn, understood=understood(heard.ranking, found) if heard else None)


def offer_switch(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Another dilemma in the middle of one: ask which to go on with."""
    topic = catalogue.topics[heard.label]
    choices = (Choice(topic.id, topic.choice), Choice("verder", catalogue.phrases.buttons["verder"]))
    words = catalogue.phrases.say("wisselen", onderwerp=topic.name)
    turn = Turn("verduidelijking", conversation.dilemma, words, choices=choices, understood=heard_as(heard))
    return replace(conversation, offered=(topic.id, "verder")), turn


def unclear(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Not sure enough: offer the likeliest topics; after a second miss people to talk to."""
    likely = tuple(label for label, share in heard.ranking if label in catalogue.topics and share >= LIKELY)[:4]
    choices = topic_choices(catalogue, likely or DILEMMAS)
    kind, words = "verduidelijking", catalogue.phrases.say("verduidelijken" if likely else "niet_begrepen_onderwerp")
    if conversation.misses:
        kind = "niet_begrepen"
        words = (*catalogue.phrases.say("niet_begrepen_onderwerp_weer"), *people(catalogue, conversation.code))
    turn = Turn(kind, None, words, choices=choices, understood=heard_as(heard))
    offered = tuple(choice.id for choice in choices)
    return replace(conversation, offered=offered, misses=conversation.misses + 1), turn


def heard_as(heard: Heard | None) -> Understood | None:
    """What a message was taken for; None when there was no message."""
    return understood(heard.ranking) if heard else None
