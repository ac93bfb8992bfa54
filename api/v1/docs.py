"""The description of the API as a page for people, made from the OpenAPI document."""
import html
import json
from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from api.code_page import HEAD
from api.edge import TheEdge
from api.v1.openapi import document_of

router = APIRouter(prefix="/v1", include_in_schema=False)
TITLE, OWN_STYLE = "De API van Mag ik dit?", '<link rel="stylesheet" href="/web/docs.css"></head>'
Json = Mapping[str, Any]
say = html.escape


@router.get("/docs")
async def page(request: Request, edge: TheEdge) -> HTMLResponse:
    """Every operation with what it asks, what it answers and an example of both."""
    return HTMLResponse("".join(whole(document_of(request, edge))))


def whole(document: Json) -> Iterator[str]:
    """The page, part by part."""
    operations = [(f"{method.upper()} {path}", operation) for path, item in document["paths"].items()
                  for method, operation in item.items()]
    base = document["servers"][0]["url"]
    yield HEAD.format(title=TITLE).replace("</head>", OWN_STYLE)
    yield (f"<header><h1>{TITLE}</h1><p>{say(document['info']['description'])}</p><p>Versie "
           f"{say(document['info']['version'])}. Alle adressen staan onder <code>{say(base)}</code>. De beschrijving "
           'voor programma\'s staat in <a href="/v1/openapi.json">openapi.json</a>. '
           '<a href="/">Naar Mag ik dit?</a></p></header>')
    yield f'<main><nav aria-label="Inhoud"><ul>{"".join(map(link, operations))}</ul></nav>'
    yield from ways_in(document["components"].get("securitySchemes", {}))
    for title, operation in operations:
        yield from section(title, operation)
    yield "</main></body></html>\n"


def link(named: tuple[str, Json]) -> str:
    """An operation in the list at the top."""
    title, operation = named
    anchor = say(operation["operationId"])
    return f'<li><a href="#{anchor}">{say(operation["summary"])}</a> <code>{say(title)}</code></li>'


def ways_in(schemes: Json) -> Iterator[str]:
    """How to show who you are."""
    known = "".join(f"<li>{say(scheme['description'])}</li>" for scheme in schemes.values())
    words = f"<p>Eén van deze is nodig:</p><ul>{known}</ul>" if known else "<p>Hier is niets voor nodig.</p>"
    yield f'<section id="toegang"><h2>Toegang</h2>{words}</section>'


def section(title: str, operation: Json) -> Iterator[str]:
    """One operation."""
    yield (f'<section id="{say(operation["operationId"])}" tabindex="-1"><h2>{say(operation["summary"])}</h2>'
           f"<p><code>{say(title)}</code></p><p>{say(operation['description'])}</p>")
    if operation["parameters"]:
        rows = "".join(f"<li><code>{say(one['name'])}</code>: {say(one['description'])}</li>"
                       for one in operation["parameters"])
        yield f"<h3>Wat je invult</h3><ul>{rows}</ul>"
    for media_type, content in operation.get("requestBody", {}).get("content", {}).items():
        yield f"<h3>Wat je stuurt</h3>{example(media_type, content['example'])}"
    yield "<h3>Wat je terugkrijgt</h3>"
    for status, answer in operation["responses"].items():
        yield f"<details><summary>{say(status)}: {say(answer['description'])}</summary>"
        for media_type, content in answer.get("content", {}).items():
            yield example(media_type, content["example"])
        yield "</details>"
    yield "</section>"


def example(media_type: str, shown: Any) -> str:
    """An example with its media type."""
    text = shown if isinstance(shown, str) else json.dumps(shown, ensure_ascii=False, indent=2)
    return f'<p><code>{say(media_type)}</code></p><pre tabindex="0"><code>{say(text)}</code></pre>'
