"""Find out which code applies."""
from dataclasses import replace

from bot.catalogue import Catalogue
from bot.controls import Reply
from bot.conversation import Conversation, Heard
from bot.orienting import introduced
from bot.reading_back import fact_lines, undoable
from bot.recognising import Fact, facts
from bot.several import dilemmas_in
from bot.telling import arrive, code_choices, known_to, understood
from bot.tree import DILEMMAS
from bot.turn import Turn
from bot.words import normal


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
    lead = (*lead, *introduced(catalogue, conversation, None), *fact_lines(catalogue, found))
    return replace(conversation, offered=undoable(found)), arrive(catalogue, conversation, lead, found)


def without_code(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Take the code from the text, or remember the dilemma and ask for the code."""
    text = " ".join(heard.message.words)
    named = [code.id for code in catalogue.codes.values() if normal(code.short) in text]
    conversation = noted_before_code(catalogue, conversation, heard)
    if len(named) == 1:
        return with_code(catalogue, conversation, named[0])
    conversation, turn = ask_code(catalogue, conversation)
    return conversation, replace(turn, understood=understood(heard.ranking))


def noted_before_code(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Conversation:
    """The conversation with the dilemma that a message names, or with both when it names two."""
    if both := dilemmas_in(catalogue, heard):
        return conversation.about(both[0]).with_waiting(both[1], ())
    if heard.certain and heard.label in DILEMMAS:
        return conversation.about(heard.label, told_about(catalogue, heard))
    return conversation


def told_about(catalogue: Catalogue, heard: Heard) -> tuple[tuple[str, str], ...]:
    """The facts in a message about a dilemma, under whichever code it will be."""
    trees = (tree for (_, dilemma), tree in catalogue.trees.items() if dilemma == heard.label)
    questions = {name: question for tree in trees for name, question in tree.questions.items()}
    found = facts(questions.values(), heard.message)
    return tuple((fact.question, fact.answer) for fact in found)
