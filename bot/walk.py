"""State is a replay: where somebody stands follows from the answers alone."""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.circumstances import adjusted, held_in
from bot.errors import UnknownError, WrongAnswerError
from bot.tree import Advice, Ask, Tree


@dataclass(frozen=True)
class Place:
    """Where the answers lead: a question to put or an advice, the answers that led there and those that hold anyway."""

    node: Ask | Advice
    taken: tuple[tuple[str, str], ...]
    held: tuple[tuple[str, str], ...] = ()

    @property
    def step(self) -> int:
        """The number of this place on its path, counted from 1."""
        return len(self.taken) + 1


def walk(tree: Tree, given: Mapping[str, str]) -> Place:
    """Replay the given answers (question id to answer id); raise WrongAnswerError for one that does not exist."""
    refuse_unknown(tree, given)
    node, taken = tree.nodes[tree.start], []
    while isinstance(node, Ask) and node.question.id in given:
        answer = given[node.question.id]
        taken.append((node.question.id, answer))
        node = tree.nodes[node.leads_to[answer]]
    return placed(tree, node, tuple(taken), given)


def placed(tree: Tree, node: Ask | Advice, taken: tuple[tuple[str, str], ...], given: Mapping[str, str]) -> Place:
    """The place at this node; an advice is adjusted to the circumstances that the path did not ask for."""
    apart = {question: answer for question, answer in given.items() if question not in dict(taken)}
    held = held_in(tree.circumstances, apart)
    found = adjusted(node, held) if isinstance(node, Advice) else node
    return Place(found, taken, tuple((fact.question.id, fact.answer) for fact in held))


def refuse_unknown(tree: Tree, given: Mapping[str, str]) -> None:
    """Raise UnknownError or WrongAnswerError when an answer belongs to no question of this tree."""
    offered = tree.questions
    for question, answer in given.items():
        if question not in offered:
            raise UnknownError("vraag", question, offered)
        if answer not in offered[question].answers:
            raise WrongAnswerError(question, answer, offered[question].answers)


def paths(tree: Tree) -> Iterator[Place]:
    """Every way through the tree, each ending in an advice."""
    def onward(place: Place) -> Iterator[Place]:
        if isinstance(place.node, Advice):
            yield place
            return
        for answer, target in place.node.leads_to.items():
            yield from onward(Place(tree.nodes[target], (*place.taken, (place.node.question.id, answer))))
    return onward(Place(tree.nodes[tree.start], ()))


def steps_left(tree: Tree, node: Ask | Advice) -> int:
    """The largest number of questions that can still follow from this node, itself included."""
    if isinstance(node, Advice):
        return 0
    return 1 + max(steps_left(tree, tree.nodes[target]) for target in node.leads_to.values())


def decisive(place: Place) -> tuple[tuple[str, str], ...]:
    """The last two answers on the way to this place, and those that hold anyway: they settled it."""
    return (*place.taken[-2:], *place.held)
