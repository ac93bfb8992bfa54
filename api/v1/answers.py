"""The answers that routes have in common, for the OpenAPI document."""
from typing import Any

from api.problems import KINDS, ProblemDetails

Responses = dict[int | str, dict[str, Any]]


ANYWHERE, WITH_A_BODY = (400, 401, 403, 500), 413


def refusals(*statuses: int) -> Responses:
    """The refusals that a route can give: these, those that any route can give and a body that comes too slowly."""
    slow = (408,) if WITH_A_BODY in statuses else ()
    return {status: {"model": ProblemDetails, "description": KINDS[status][1]}
            for status in sorted({*ANYWHERE, *slow, *statuses})}


def card_forms() -> dict[str, Any]:
    """The forms of the gesprekskaart."""
    text, data, binary = {"type": "string"}, {"type": "object"}, {"type": "string", "format": "binary"}
    content = {"text/html": text, "application/pdf": binary, "text/markdown": text, "application/json": data}
    return {"description": "De kaart, op één pagina",
            "content": {form: {"schema": schema} for form, schema in content.items()}}
