"""Note what somebody tells: an answer with the facts that came along, or a fact that any conversation can hold."""
from collections.abc import Iterable
from dataclasses import replace

from bot.catalogue import Catalogue
from bot.changing import settled
from bot.controls import Reply
from bot.conversation import Conversation, Heard
from bot.question import Question
from bot.reading_back import fact_lines, undoable
from bot.recognising import Fact, facts
from bot.telling import arrive, circumstances_of, understood
from bot.tree import DILEMMAS, Ask

SWITCHING, FEWEST_WORDS = 0.6, 4
TELLS_MORE = "vertelt_meer"
ADDING = (TELLS_MORE, "antwoord_ja", "antwoord_nee")


def answered(catalogue: Catalogue, conversation: Conversation, ask: Ask, answer: str,
             heard: Heard | None = None) -> Reply:
    """Note the answer, and any other fact that came with it, and go on; after a change, name what falls away."""
    changed = conversation.changing is not None
    conversation = conversation.with_answer(ask.question.id, answer)
    conversation, fallen = settled(catalogue, conversation) if changed else (conversation, ())
    conversation, turn = told(catalogue, conversation, told_with(catalogue, conversation, heard), heard)
    return conversation, replace(turn, messages=(*fallen, *turn.messages))


def told_with(catalogue: Catalogue, conversation: Conversation, heard: Heard | None) -> tuple[Fact, ...]:
    """The facts in a message that were not told yet."""
    tree = catalogue.tree(conversation.code or "", conversation.dilemma or "")
    return facts(untold(tree.questions.values(), conversation), heard.message) if heard else ()


def untold(questions: Iterable[Question], conversation: Conversation) -> Iterable[Question]:
    """The questions that have no answer yet."""
    return (question for question in questions if question.id not in conversation.given)


def told(catalogue: Catalogue, conversation: Conversation, found: tuple[Fact, ...], heard: Heard | None) -> Reply:
    """Note these facts and go on to where they lead."""
    for fact in found:
        conversation = conversation.with_answer(fact.question, fact.answer)
    turn = arrive(catalogue, conversation, fact_lines(catalogue, found), found)
    conversation = replace(conversation, offered=undoable(found))
    return conversation, replace(turn, understood=understood(heard.ranking, found) if heard else None)


def about_this(conversation: Conversation, heard: Heard) -> bool:
    """Whether a message is surely about the open dilemma, or adds something to what was told."""
    return heard.certain and heard.label in (conversation.dilemma, *ADDING)


def circumstances_told(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> tuple[Fact, ...]:
    """The facts in a message that any conversation can hold, as far as they were not told yet."""
    held = {one.question.id: one.question for one in circumstances_of(catalogue, conversation)}
    return facts(untold(held.values(), conversation), heard.message)


def fills(heard: Heard, found: tuple[Fact, ...]) -> bool:
    """Whether these facts make up at least half of the message."""
    return bool(found) and 2 * sum(len(fact.words.split()) for fact in found) >= len(heard.message.words)


def starts_another(conversation: Conversation, heard: Heard) -> bool:
    """Whether a message is about another dilemma, surely enough to change over."""
    return (heard.label in DILEMMAS and heard.label != conversation.dilemma and heard.certainty >= SWITCHING
            and len(heard.message.words) >= FEWEST_WORDS)
