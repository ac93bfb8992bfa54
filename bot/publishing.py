"""The pages for Team Integriteit: each tree as a drawing and tables, and the register of silences."""
from collections.abc import Iterator, Mapping, Sequence

from bot.catalogue import Catalogue
from bot.code import Code
from bot.drawing import drawn
from bot.tree import Advice, OpenPoint, Tree

NOTE = "Deze pagina is gemaakt met `python -m bot docs`. Wijzig de inhoud in `bot/content/`, niet hier."
KINDS = {"stil": "stil", "dubbelzinnig": "niet eenduidig"}


def pages(catalogue: Catalogue) -> Mapping[str, str]:
    """Every page by its path below `docs/`."""
    trees = {f"beslisbomen/{tree.code}/{tree.dilemma}.md": tree_page(tree, catalogue.code(tree.code))
             for tree in catalogue.trees.values()}
    return {**trees, "beslisbomen/README.md": contents(catalogue), "stilteregister.md": register(catalogue)}


def contents(catalogue: Catalogue) -> str:
    """A list of all trees by code."""
    blocks = ["# Alle beslisbomen", NOTE]
    for code in catalogue.codes.values():
        lines = (f"- [{catalogue.tree(code.id, dilemma).title}]({code.id}/{dilemma}.md) (`{dilemma}`)"
                 for dilemma in catalogue.dilemmas(code.id))
        blocks += [f"## {code.organisation}", "\n".join(lines)]
    return text_of(blocks)


def tree_page(tree: Tree, code: Code) -> str:
    """One tree: drawing, questions and advices."""
    by = f" door {tree.status.by} op {tree.status.on}" if tree.status.by else ""
    about = f"{code.organisation} · `{tree.dilemma}` · versie {tree.version} · {tree.status.state}{by}"
    blocks = [f"# {tree.title}", about, NOTE, f"```mermaid\n{drawn(tree)}```", "## Vragen", questions_table(tree),
              "## Adviezen"]
    for advice in tree.advices:
        blocks += advice_blocks(advice, code)
    return text_of(blocks)


def questions_table(tree: Tree) -> str:
    """A row for each answer: where it leads."""
    rows = ((ask.id, ask.question.text, ask.question.answers[answer].label, target)
            for ask in tree.asks for answer, target in ask.leads_to.items())
    return table(("knoop", "vraag", "antwoord", "naar"), rows)


def advice_blocks(advice: Advice, code: Code) -> Iterator[str]:
    """An advice as an editor reads it."""
    yield f"### {advice.title}"
    rules = ", ".join(advice.rules) or "–"
    yield f"`{advice.id}` · oordeel: {advice.verdict} · melden: {advice.duty} · regels: {rules}"
    yield advice.explanation
    yield "\n".join(f"1. {step.text}" for step in advice.steps)
    yield "\n".join(f"- {code.contacts[who.role].name}: {who.purpose}" for who in advice.referrals)
    yield "\n".join(f"> “{source.quote}” ({source.place})\n>" for source in advice.sources)
    yield from ("\n".join(f"- {open_line(point)}" for point in advice.open_points),) if advice.open_points else ()


def open_line(point: OpenPoint) -> str:
    """A silence or ambiguity in one line."""
    return f"De code is hier {KINDS[point.kind]}{f' ({point.reference})' if point.reference else ''}: {point.text}"


def register(catalogue: Catalogue) -> str:
    """Every place where a code is silent or ambiguous, with the advices that say so."""
    blocks = ["# Waar de gedragscodes zwijgen of niet eenduidig zijn", NOTE]
    for code in catalogue.codes.values():
        rows = silences(catalogue, code)
        blocks += [f"## {code.organisation}", table(("soort", "kaart", "wat er openstaat", "waar"), rows)]
    return text_of(blocks)


def silences(catalogue: Catalogue, code: Code) -> Iterator[tuple[str, str, str, str]]:
    """A row for each open point of a code, with every place where it is said."""
    places: dict[OpenPoint, list[str]] = {}
    for dilemma in catalogue.dilemmas(code.id):
        tree = catalogue.tree(code.id, dilemma)
        for where, points in open_places(tree):
            for point in points:
                places.setdefault(point, []).append(where)
    for point, found in sorted(places.items(), key=lambda item: (item[0].kind, item[0].reference or "", item[0].text)):
        yield KINDS[point.kind], point.reference or "", point.text, ", ".join(dict.fromkeys(found))


def open_places(tree: Tree) -> Iterator[tuple[str, Sequence[OpenPoint]]]:
    """The open points of each advice, and of what any conversation can hold."""
    yield from ((f"{tree.dilemma} › {advice.id}", advice.open_points) for advice in tree.advices)
    yield from (("elk gesprek", held.open_points) for held in tree.circumstances)


def table(head: Sequence[str], rows: Iterator[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = (f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows)
    return "\n".join((f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *lines))


def text_of(blocks: Sequence[str]) -> str:
    """Blocks with a blank line in between."""
    return "\n\n".join(block.rstrip("\n") for block in blocks) + "\n"
