"""Two dilemmas in one message: both are named, the gravest comes first and the other is not forgotten."""
from dataclasses import replace

from bot.catalogue import Catalogue
from bot.changing import cued
from bot.controls import Reply
from bot.conversation import Conversation, Heard
from bot.reading_back import fact_lines, undoable
from bot.recognising import Fact, facts
from bot.telling import arrive, lasting, understood
from bot.tree import DILEMMAS, Tree
from bot.waiting import put_aside

SURE, PRESENT = 0.9, 0.01


def dilemmas_in(catalogue: Catalogue, heard: Heard) -> tuple[str, ...]:
    """The two gravest dilemmas, when sentences are surely about different ones.

    The whole message is about both as well, or the sentence says that it asks something else.
    """
    whole = dict(heard.ranking)
    sure = {part.label for part in heard.parts if part.label in DILEMMAS and part.certainty >= SURE
            and (whole.get(part.label, 0.0) >= PRESENT or cued(catalogue, "nog_iets", part))}
    found = sorted(sure, key=catalogue.phrases.gravest.index)
    return tuple(found[:2]) if len(found) > 1 else ()


def start_both(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Start the gravest of two dilemmas and put the other aside; None when there are no two."""
    both = dilemmas_in(catalogue, heard)
    if not both or set(both) - set(catalogue.dilemmas(conversation.code or "")):
        return None
    first, second = (catalogue.tree(conversation.code or "", dilemma) for dilemma in both)
    later = tuple((fact.question, fact.answer) for fact in told_about(second, heard))
    conversation = put_aside(catalogue, conversation).with_waiting(second.dilemma, later)
    return begun_with(catalogue, conversation, first, heard)


def begun_with(catalogue: Catalogue, conversation: Conversation, tree: Tree, heard: Heard) -> Reply:
    """Start the first of two dilemmas, and say that the other comes afterwards."""
    found = told_about(tree, heard)
    conversation = conversation.about(tree.dilemma, lasting(tree, conversation))
    for fact in found:
        conversation = conversation.with_answer(fact.question, fact.answer)
    topic, other = (catalogue.topics[name] for name in (tree.dilemma, conversation.waiting[-1][0]))
    lead = (*((topic.first,) if topic.first else ()),
            *catalogue.phrases.say("twee_dingen", eerste=topic.name, tweede=other.name), *fact_lines(catalogue, found))
    turn = arrive(catalogue, conversation, lead, found)
    return replace(conversation, offered=undoable(found)), replace(turn, understood=understood(heard.ranking, found))


def told_about(tree: Tree, heard: Heard) -> tuple[Fact, ...]:
    """The facts in the sentences of a message that are about this dilemma, each question once."""
    parts = (part for part in heard.parts if part.label == tree.dilemma)
    found = (fact for part in parts for fact in facts(tree.questions.values(), part.message))
    return tuple({fact.question: fact for fact in found}.values())
