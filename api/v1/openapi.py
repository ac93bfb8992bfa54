"""The OpenAPI document: 3.0.3, refusals as problems, the version in every answer."""
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse

from api.problems import MEDIA_TYPE
from api.v1.answers import refusals

router = APIRouter(prefix="/v1", tags=["beheer"])
PREFIX = "/v1"
VERSION_HEADER = {"API-Version": {"description": "De volledige versie van deze API.", "schema": {"type": "string"}}}
Json = dict[str, Any]


@router.get("/openapi.json", summary="Deze beschrijving", operation_id="toonOpenapi", response_class=JSONResponse,
            responses=refusals(429))
async def document(request: Request) -> JSONResponse:
    """The document, for every website to read."""
    return JSONResponse(described(request.app.openapi()), headers={"Access-Control-Allow-Origin": "*"})


def described(made: Mapping[str, Any]) -> Json:
    """The document as it is published: addresses below /v1 and nothing that 3.0.3 does not know."""
    paths = {path.removeprefix(PREFIX): {method: operation(found) for method, found in item.items()}
             for path, item in made["paths"].items()}
    schemas = {name: schema for name, schema in made["components"]["schemas"].items()
               if name not in ("HTTPValidationError", "ValidationError")}
    whole = {**made, "openapi": "3.0.3", "servers": [{"url": PREFIX}], "paths": paths,
             "components": {"schemas": schemas}}
    lowered: Json = in_3_0(whole)
    return lowered


def operation(found: Mapping[str, Any]) -> Json:
    """An operation with its answers; its description for programmers stays out."""
    answers = {status: answer(status, content) for status, content in found["responses"].items() if status != "422"}
    return {**{name: part for name, part in found.items() if name != "description"}, "responses": answers}


def answer(status: str, found: Mapping[str, Any]) -> Json:
    """An answer with its version; a refusal has the media type of problems."""
    content = found.get("content", {})
    kept = {MEDIA_TYPE: content["application/json"]} if status >= "400" and content else content
    return {**found, "headers": VERSION_HEADER, **({"content": kept} if kept else {})}


def in_3_0(part: Any) -> Any:
    """This part of the document in the words of 3.0.3."""
    if isinstance(part, list):
        return [in_3_0(item) for item in part]
    if not isinstance(part, dict):
        return part
    lowered = {name: in_3_0(item) for name, item in part.items()}
    return without_null(with_one_value(with_one_example(lowered)))


def with_one_example(schema: Json) -> Json:
    """One example instead of a list of them."""
    if isinstance(schema.get("examples"), list):
        schema["example"] = schema.pop("examples")[0]
    return schema


def with_one_value(schema: Json) -> Json:
    """A list of one value instead of a constant."""
    if isinstance(schema.get("const"), str):
        schema["enum"] = [schema.pop("const")]
    return schema


def without_null(schema: Json) -> Json:
    """A mark that a value may be null instead of the kind of null, and lists instead of fixed rows."""
    options = schema.get("anyOf", ())
    others = [option for option in options if option != {"type": "null"}]
    if len(others) < len(options):
        del schema["anyOf"]
        plain = others[0] if len(others) == 1 and "$ref" not in others[0] else {"allOf": others}
        schema = {**plain, **schema, "nullable": True}
        schema.pop("default", None)
    return schema
