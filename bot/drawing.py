"""A tree as a Mermaid drawing and as a table in Markdown."""
from collections.abc import Iterator

from bot.tree import Advice, Ask, Tree

MARKS = {"toegestaan": "✔", "toegestaan_mits": "✔ als", "niet_toegestaan": "✘", "overleg": "overleg",
         "geen_oordeel": "hulp"}


def drawn(tree: Tree) -> str:
    """The tree as a Mermaid flowchart."""
    return "\n".join(["flowchart TD", *(f"    {line}" for line in lines(tree))]) + "\n"


def lines(tree: Tree) -> Iterator[str]:
    """A line for each node, then a line for each answer."""
    for node in tree.nodes.values():
        yield advice_box(node) if isinstance(node, Advice) else f'{node.id}["{plain(node.question.text)}"]'
    for ask in tree.asks:
        yield from arrows(ask)


def advice_box(advice: Advice) -> str:
    """An advice as a rounded box with its verdict."""
    return f'{advice.id}(["{MARKS[advice.verdict]}: {plain(advice.title)}"])'


def arrows(ask: Ask) -> Iterator[str]:
    """An arrow for each answer."""
    for answer, target in ask.leads_to.items():
        yield f'{ask.id} -->|"{plain(ask.question.answers[answer].label)}"| {target}'


def plain(text: str) -> str:
    """The text without signs that mean something to Mermaid."""
    return text.replace('"', "'").replace("\n", " ")
