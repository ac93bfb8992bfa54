"""The text of a code of conduct as a page, with an anchor for each passage."""
import html
import re
from collections.abc import Iterator
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import HTMLResponse, RedirectResponse

from api.edge import TheEdge
from api.faults import unknown
from api.problems import not_found
from bot.code import Code, Section

router = APIRouter(prefix="/codes", include_in_schema=False)
ITEM = re.compile(r"^\s*- ")
HEAD = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><title>{title}</title>
<link rel="icon" href="/web/icoon.svg" type="image/svg+xml"><link rel="stylesheet" href="/web/theme.css">
<link rel="stylesheet" href="/web/pagina.css"></head><body>"""


@router.get("/{code}")
async def text(edge: TheEdge, code: str) -> HTMLResponse:
    """The whole text of a code."""
    return HTMLResponse(page(edge.catalogue.code(code)))


@router.get("/{code}/bron")
async def passage(edge: TheEdge, code: str, vindplaats: str = "") -> RedirectResponse:
    """To the passage with this heading, as an advice names it in `vindplaats`."""
    sections = edge.catalogue.code(code).sections.values()
    found = next((section.id for section in sections if section.heading == vindplaats), None)
    if found is None:
        raise not_found(unknown("vindplaats", vindplaats, tuple(section.heading for section in sections)))
    return RedirectResponse(f"/codes/{code}#{quote(found)}", status_code=303)


def page(code: Code) -> str:
    """The code as a page that needs no script."""
    say = html.escape
    sections = "".join(section_html(section) for section in code.sections.values())
    contents = "".join(f'<li><a href="#{quote(section.id)}">{say(section.heading)}</a></li>'
                       for section in code.sections.values())
    return (f"{HEAD.format(title=say(code.name))}<header><h1>{say(code.name)}</h1>"
            f"<p>{say(code.organisation)}, {say(code.edition)}. Dit is de letterlijke tekst, zonder leesfouten van het "
            f'omzetten. <a href="/">Naar Mag ik dit?</a></p></header><main><nav aria-label="Inhoud"><details>'
            f"<summary>Inhoud</summary><ol>{contents}</ol></details></nav>{sections}</main></body></html>\n")


def section_html(section: Section) -> str:
    """A passage under its heading, which can be pointed at."""
    body = "".join(block_html(block) for block in re.split(r"\n\s*\n", section.text))
    return (f'<section id="{html.escape(section.id)}" tabindex="-1"><h2>{html.escape(section.heading)}</h2>'
            f"{body}</section>")


def block_html(block: str) -> str:
    """A paragraph, or a list where lines begin with a dash."""
    items = list(items_in(block))
    if len(items) == 1 and not ITEM.match(block):
        return f"<p>{html.escape(items[0])}</p>"
    return f"<ul>{''.join(f'<li>{html.escape(item)}</li>' for item in items)}</ul>"


def items_in(block: str) -> Iterator[str]:
    """The lines of a block, each with what continues it."""
    gathered: list[str] = []
    for line in block.splitlines():
        if ITEM.match(line) and gathered:
            yield " ".join(gathered)
            gathered = []
        gathered.append(ITEM.sub("", line).strip())
    yield " ".join(gathered)
