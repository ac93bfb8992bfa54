"""A decision tree as nested branches, to draw and to walk; what comes together again is drawn once."""
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.tree import Advice, Ask, Tree
from bot.walk import Place

Taken = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Branch:
    """A node below the answers that lead to it; `drawn_at` is the number of a question that stands elsewhere."""

    labels: tuple[str, ...]
    question: str | None
    advice: Advice | None
    number: int | None
    href: str
    here: bool
    on_path: bool
    drawn_at: int | None = None
    branches: tuple["Branch", ...] = ()


@dataclass
class Drawing:
    """Draws one tree for somebody who stands somewhere in it."""

    tree: Tree
    place: Place
    link: Callable[[Taken], str]
    numbers: dict[str, int] = field(default_factory=dict)

    def branch(self, node: Ask | Advice, labels: tuple[str, ...] = (), taken: Taken = ()) -> Branch:
        """This node with everything below it."""
        on_path = self.place.taken[:len(taken)] == taken
        here = on_path and len(taken) == len(self.place.taken)
        if isinstance(node, Advice):
            return Branch(labels, None, node, None, self.link(taken), here, on_path)
        if node.id in self.numbers:
            number = self.numbers[node.id]
            return Branch(labels, node.question.text, None, number, self.link(taken), here, on_path, drawn_at=number)
        number = self.numbers[node.id] = len(self.numbers) + 1
        below = tuple(self.below(node, taken))
        return Branch(labels, node.question.text, None, number, self.link(taken), here, on_path, None, below)

    def below(self, ask: Ask, taken: Taken) -> Iterator[Branch]:
        """A branch for each node that the answers lead to; the path of the person comes before others to one node."""
        given = dict(self.place.taken).get(ask.question.id)
        for target, answers in by_target(ask).items():
            answer = given if given in answers else answers[0]
            labels = tuple(ask.question.answers[name].label for name in answers)
            yield self.branch(self.tree.nodes[target], labels, (*taken, (ask.question.id, answer)))


def by_target(ask: Ask) -> Mapping[str, list[str]]:
    """The answers by the node they lead to."""
    found: dict[str, list[str]] = {}
    for answer, target in ask.leads_to.items():
        found.setdefault(target, []).append(answer)
    return found


def drawn(tree: Tree, place: Place, link: Callable[[Taken], str]) -> Branch:
    """The whole tree, with where somebody stands."""
    return Drawing(tree, place, link).branch(tree.nodes[tree.start])
