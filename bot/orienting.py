"""Find out which code applies and what somebody wants to talk about."""
from collections.abc import Sequence
from dataclasses import replace

from bot.catalogue import Catalogue
from bot.controls import Reply, information, nothing_asked, stop
from bot.conversation import Conversation, Heard
from bot.recognising import Fact, facts
from bot.telling import arrive, code_choices, fact_lines, people, resume, topic_choices, understood
from bot.tree import DILEMMAS, Tree
from bot.turn import Choice, Turn, Understood
from bot.words import normal

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
    if conversation.dilemma not in catalogue.dilemmas(code_id):
        return (replace(conversation, dilemma=None, answers=()),
                Turn("welkom", messages=(*lead, *catalogue.phrases.say("vertel"))))
    tree = catalogue.tree(code_id, conversation.dilemma or "")
    conversation = replace(conversation, answers=known_to(tree, conversation.answers))
    found = tuple(Fact(question, answer, "") for question, answer in conversation.answers)
    return conversation, arrive(catalogue, conversation, (*lead, *fact_lines(catalogue, found)), found)


def known_to(tree: Tree, answers: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The answers to questions that matter in this tree."""
    return tuple((question, answer) for question, answer in answers if question in tree.questions)


def without_code(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Take the code from the text, or remember the dilemma and ask for the code."""
    text = " ".join(heard.message.words)
    named = [code.id for code in catalogue.codes.values() if normal(code.short) in text]
    if heard.certain and heard.label in DILEMMAS:
        conversation = conversation.about(heard.label, told_about(catalogue, heard))
    if len(named) == 1:
        return with_code(catalogue, conversation, named[0])
    conversation, turn = ask_code(catalogue, conversation)
    return conversation, replace(turn, understood=understood(heard.ranking))


def told_about(catalogue: Catalogue, heard: Heard) -> tuple[tuple[str, str], ...]:
    """The facts in a message about a dilemma, under whichever code it will be."""
    trees = (tree for (_, dilemma), tree in catalogue.trees.items() if dilemma == heard.label)
    questions = {name: question for tree in trees for name, question in tree.questions.items()}
    found = facts(questions.values(), heard.message)
    return tuple((fact.question, fact.answer) for fact in found)


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
    found = facts(tree.questions.values(), heard.message) if heard else ()
    conversation = conversation.about(dilemma, lasting(tree, conversation))
    for fact in found:
        conversation = conversation.with_answer(fact.question, fact.answer)
    name = "begrepen" if tree.asks else "begrepen_direct"
    lead = catalogue.phrases.say(name, onderwerp=catalogue.topics[dilemma].name)
    turn = arrive(catalogue, conversation, (*lead, *fact_lines(catalogue, found)), found)
    return conversation, replace(turn, understood=understood(heard.ranking, found) if heard else None)


def lasting(tree: Tree, conversation: Conversation) -> tuple[tuple[str, str], ...]:
    """The answers about the person, which hold in the next dilemma as well."""
    about_person = {held.question.id for held in tree.circumstances if held.replaces is None}
    return tuple(pair for pair in conversation.answers if pair[0] in about_person)


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
