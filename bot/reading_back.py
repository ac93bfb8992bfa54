"""What was told, read back to the person, and the buttons that change it."""
from collections.abc import Iterator, Mapping, Sequence

from bot.catalogue import Catalogue
from bot.conversation import Conversation
from bot.explaining import told_line, told_with
from bot.recognising import Fact
from bot.tree import Advice, Tree
from bot.turn import Choice
from bot.walk import Place


def changes(catalogue: Catalogue, tree: Tree, place: Place) -> tuple[Choice, ...]:
    """A button to change each answer that led here, and one for each circumstance that may hold as well."""
    told = (*place.taken, *place.held)
    return (*(change(catalogue, question) for question, _ in told), *additions(tree, place, dict(told)))


def additions(tree: Tree, place: Place, told: Mapping[str, str]) -> Iterator[Choice]:
    """A button for each circumstance that would change this advice and is not told yet."""
    roles = {referral.role for referral in place.node.referrals} if isinstance(place.node, Advice) else set()
    for held in tree.circumstances:
        if held.question.id not in told and (held.replaces is None or held.replaces in roles):
            yield Choice(f"ook:{held.question.id}:{held.answer}", held.label)


def corrections(catalogue: Catalogue, found: Sequence[Fact]) -> tuple[Choice, ...]:
    """A button to undo each fact that was read from the text."""
    return tuple(change(catalogue, fact.question) for fact in found)


def change(catalogue: Catalogue, question: str) -> Choice:
    """The button that changes the answer to this question."""
    label = catalogue.phrases.buttons["wijzig"].format(vraag=catalogue.questions[question].text)
    return Choice(f"wijzig:{question}", label)


def change_choices(catalogue: Catalogue, conversation: Conversation) -> tuple[Choice, ...]:
    """A button to change each answer that was given."""
    return tuple(change(catalogue, question) for question, _ in conversation.answers)


def undoable(found: Sequence[Fact]) -> tuple[str, ...]:
    """The choices that undo these facts, offered for as long as they were just read back."""
    return tuple(f"wijzig:{fact.question}" for fact in found)


def fact_lines(catalogue: Catalogue, found: Sequence[Fact]) -> tuple[str, ...]:
    """The facts as they are read back to the person, and how to undo them."""
    if not found:
        return ()
    told = answer_lines(catalogue, tuple((fact.question, fact.answer) for fact in found))
    return (*catalogue.phrases.say("feiten"), *told, *catalogue.phrases.say("feiten_klopt"))


def answer_lines(catalogue: Catalogue, answers: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Each question with the answer given to it."""
    return tuple(told_line(catalogue.phrases, *told) for told in told_with(catalogue.questions, answers))
