"""What a change of content does: which paths and signed cases come to another advice."""
from collections.abc import Iterable, Iterator, Mapping

from bot.case import Case
from bot.catalogue import Catalogue
from bot.errors import AdviserError
from bot.tree import Advice, Ask, Tree
from bot.walk import paths, walk


def impacts(before: Catalogue, after: Catalogue, cases: Iterable[Case]) -> Iterator[str]:
    """A line for each tree that came or went, each group of paths and each case with another advice."""
    for key in dict.fromkeys((*before.trees, *after.trees)):
        yield from (f"{'/'.join(key)}: {line}" for line in tree_impacts(before.trees.get(key), after.trees.get(key)))
    for case in cases:
        yield from case_impacts(before, after, case)


def tree_impacts(before: Tree | None, after: Tree | None) -> Iterator[str]:
    """What changed in one tree, paths with the same change together."""
    if before is None or after is None:
        yield "nieuwe beslisboom" if before is None else "beslisboom vervallen"
        return
    groups: dict[str, list[str]] = {}
    for place in paths(after):
        changed = change(before, after, dict(place.taken))
        if changed:
            shown = ", ".join(f"{question}={answer}" for question, answer in place.taken)
            groups.setdefault(changed, []).append(shown)
    for changed, found in groups.items():
        yield f"{len(found)} pad(en): {changed}; bijvoorbeeld {found[0]}"


def case_impacts(before: Catalogue, after: Catalogue, case: Case) -> Iterator[str]:
    """A signed case that comes to another advice."""
    key = (case.code, case.dilemma)
    if key in before.trees and key in after.trees:
        changed = change(before.trees[key], after.trees[key], case.answers)
        yield from (f"casus {'/'.join(key)}: {case.told} {changed}",) if changed else ()


def change(before: Tree, after: Tree, answers: Mapping[str, str]) -> str | None:
    """How the end of this path differs between two versions of a tree, or None."""
    was, now = ending(before, answers), ending(after, answers)
    if was == now:
        return None
    return f"{shown(was)} → {shown(now)}" if shown(was) != shown(now) else f"{shown(now)}: alleen de tekst"


def ending(tree: Tree, answers: Mapping[str, str]) -> Ask | Advice | None:
    """Where these answers lead in this tree; None when it does not know them."""
    try:
        return walk(tree, answers).node
    except AdviserError:
        return None


def shown(node: Ask | Advice | None) -> str:
    """The end of a path in a few words."""
    if node is None:
        return "kent deze antwoorden niet"
    return f"{node.id} [{node.verdict}, melden {node.duty}]" if isinstance(node, Advice) else f"vraag {node.id}"
