"""Pages from templates; every word comes from the content and is text, never markup."""
import pathlib
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from api.edge import Edge
from bot.catalogue import Catalogue

TEMPLATES = Environment(
    loader=FileSystemLoader(pathlib.Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True, auto_reload=False)


def page(edge: Edge, template: str, /, status: int = 200, **values: Any) -> HTMLResponse:
    """This template filled in, as an answer."""
    return HTMLResponse(rendered(edge.catalogue, template, **values), status)


def rendered(catalogue: Catalogue, template: str, /, **values: Any) -> str:
    """This template filled in; `say` gives the words of the page."""
    return TEMPLATES.get_template(template).render(
        say=speaker(catalogue.page_words), codes=tuple(catalogue.codes.values()), **values)


def prepare() -> None:
    """Have every template ready, so that the first visitor does not wait for it."""
    for name in TEMPLATES.list_templates():
        TEMPLATES.get_template(name)


def speaker(words: Mapping[str, str]) -> Callable[..., str]:
    """Says the words with a name, filled in."""
    def say(name: str, /, **filled: object) -> str:
        return words[name].format(**filled)
    return say
