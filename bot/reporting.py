"""What editors want to know about the whole: differences between codes, effects of a change, the pages for reading."""
import argparse
import shutil
import sys
from collections.abc import Iterator

from bot import catalogue as catalogues
from bot.catalogue import Catalogue
from bot.comparing import Difference, Outcome, differences, flips
from bot.errors import UnknownError
from bot.impact import impacts
from bot.publishing import pages
from bot.reading import cases_in
from bot.revisions import ROOT, content_at
from bot.tree import DILEMMAS, Tree
from bot.walk import paths

CASES, DOCS = ROOT / "tests" / "content" / "cases", ROOT / "docs"


def compare(arguments: argparse.Namespace) -> int:
    """Print on which equal facts the codes cannot agree, and what only one of them asks."""
    catalogue = catalogues.read()
    trees = [tree for (_, dilemma), tree in catalogue.trees.items() if dilemma == arguments.dilemma]
    if not trees:
        raise UnknownError("dilemma", arguments.dilemma, (name for name in DILEMMAS))
    for first, second in ((one, other) for number, one in enumerate(trees) for other in trees[number + 1:]):
        print("\n".join(compared(catalogue, first, second)))
    return 0


def compared(catalogue: Catalogue, first: Tree, second: Tree) -> Iterator[str]:
    """The lines of a comparison of two codes."""
    yield f"{first.dilemma}: {first.code} naast {second.code}"
    for one, other in ((first, second), (second, first)):
        own = {ask.question.id for ask in one.asks} - {ask.question.id for ask in other.asks}
        yield f"  alleen {one.code} vraagt: {', '.join(sorted(own)) or 'niets'}"
    for found in differences(first, second):
        yield from difference_lines(catalogue, first, second, found)


def difference_lines(catalogue: Catalogue, first: Tree, second: Tree, found: Difference) -> Iterator[str]:
    """One set of equal facts, and what each code makes of it."""
    questions = catalogue.questions
    told = "; ".join(f"{name}: {questions[name].answers[answer].label}" for name, answer in found.facts)
    yield f"• {told}"
    yield from (f"    {tree.code}: {shown(outcomes)}"
                for tree, outcomes in ((first, found.first), (second, found.second)))


def shown(outcomes: tuple[Outcome, ...]) -> str:
    """Outcomes in a few words."""
    return " of ".join(f"{verdict} (melden {duty})" for verdict, duty in outcomes)


def flip(arguments: argparse.Namespace) -> int:
    """Print for each path which single other answer would change the outcome."""
    tree = catalogues.read().tree(arguments.code, arguments.dilemma)
    for place in paths(tree):
        told = ", ".join(f"{question}={answer}" for question, answer in place.taken)
        print(f"{told} → {place.node.id}")
        for found in flips(tree, place):
            print(f"    {found.question}={found.answer} → {shown(found.outcomes)}")
    return 0


def impact(arguments: argparse.Namespace) -> int:
    """Print which paths and signed cases come to another advice since a git revision."""
    lines = list(impacts(content_at(arguments.revisie), catalogues.read(), cases_in(CASES)))
    print("\n".join(lines) or "Geen enkel advies verandert.")
    return 0


def publish(_: argparse.Namespace) -> int:
    """Write the pages below docs/ anew; pages of trees that are gone go too."""
    made = pages(catalogues.read())
    shutil.rmtree(DOCS / "beslisbomen", ignore_errors=True)
    for name, text in made.items():
        path = DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    print(f"{len(made)} pagina's in {DOCS.name}/")
    return 0


def complain(message: object) -> int:
    """Print what is wrong on standard error; the exit status that goes with it."""
    print(message, file=sys.stderr)
    return 1
