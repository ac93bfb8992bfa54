"""The text of a code of conduct as a page, with an anchor for each passage."""
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import HTMLResponse, RedirectResponse

from api.edge import TheEdge
from api.faults import unknown
from api.pages.rendering import page
from api.problems import not_found

router = APIRouter(prefix="/codes", include_in_schema=False)
ITEM = re.compile(r"^\s*- ")


@dataclass(frozen=True)
class Block:
    """A paragraph, or a list where lines begin with a dash."""

    is_list: bool
    items: tuple[str, ...]


@router.get("/{code}")
async def text(edge: TheEdge, code: str) -> HTMLResponse:
    """The whole text of a code."""
    return page(edge, "code.html", code=edge.catalogue.code(code), blocks_in=blocks_in)


@router.get("/{code}/bron")
async def passage(edge: TheEdge, code: str, vindplaats: str = "") -> RedirectResponse:
    """To the passage with this heading, as an advice names it in `vindplaats`."""
    sections = edge.catalogue.code(code).sections.values()
    found = next((section.id for section in sections if section.heading == vindplaats), None)
    if found is None:
        raise not_found(unknown("vindplaats", vindplaats, tuple(section.heading for section in sections)))
    return RedirectResponse(f"/codes/{code}#{quote(found)}", status_code=303)


def blocks_in(passage_text: str) -> Iterator[Block]:
    """The paragraphs and lists of a passage."""
    for block in re.split(r"\n\s*\n", passage_text):
        items = tuple(items_in(block))
        yield Block(len(items) > 1 or ITEM.match(block) is not None, items)


def items_in(block: str) -> Iterator[str]:
    """The lines of a block, each with what continues it."""
    gathered: list[str] = []
    for line in block.splitlines():
        if ITEM.match(line) and gathered:
            yield " ".join(gathered)
            gathered = []
        gathered.append(ITEM.sub("", line).strip())
    yield " ".join(gathered)
