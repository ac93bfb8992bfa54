"""The description of the API as a page for people, made from the OpenAPI document."""
import json
from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from api.edge import TheEdge
from api.pages.rendering import page
from api.v1.openapi import document_of

router = APIRouter(prefix="/v1", include_in_schema=False)
Json = Mapping[str, Any]


@router.get("/docs")
async def description(request: Request, edge: TheEdge) -> HTMLResponse:
    """Every operation with what it asks, what it answers and an example of both."""
    document = document_of(request, edge)
    return page(edge, "api.html", info=document["info"], base=document["servers"][0]["url"],
                schemes=tuple(document["components"].get("securitySchemes", {}).values()),
                operations=tuple(operations_of(document)), written=written)


def operations_of(document: Json) -> Iterator[Json]:
    """Each operation with its method and address."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield {**operation, "address": f"{method.upper()} {path}"}


def written(shown: Any) -> str:
    """An example as it is written."""
    return shown if isinstance(shown, str) else json.dumps(shown, ensure_ascii=False, indent=2)
