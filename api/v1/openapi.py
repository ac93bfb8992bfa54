"""The OpenAPI document: 3.0.3, in Dutch, with an example of everything and the version in every answer."""
import re
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from pydantic.alias_generators import to_camel
from starlette.responses import JSONResponse

from api.edge import Edge, TheEdge
from api.problems import MEDIA_TYPE
from api.settings import Settings
from api.v1.about import ABOUT, PARAMETERS
from api.v1.answers import refusals
from api.v1.examples import Examples
from api.v1.secured import secured

router = APIRouter(prefix="/v1", tags=["beheer"])
PREFIX, JSON, CARDS = "/v1", "application/json", ("toonGesprekskaart", "toonAdvies")
VERSION_HEADER = {"API-Version": {"description": "De volledige versie van deze API.", "schema": {"type": "string"}}}
RETRY = {"Retry-After": {"description": "Over hoeveel seconden het opnieuw kan.", "schema": {"type": "integer"}}}
LOCATION = {"Location": {"description": "Het adres van het gesprek.", "schema": {"type": "string"}}}
MORE_HEADERS: Mapping[str, Mapping[str, Any]] = {"201": LOCATION, "429": RETRY, "503": RETRY}
DONE: Mapping[str, str] = {"200": "Gelukt", "201": "Begonnen", "204": "Gewist"}
NOTHING: Mapping[str, Any] = {"type": "object", "nullable": True, "enum": [None]}
Json = dict[str, Any]


@router.get("/openapi.json", summary="Deze beschrijving", operation_id="toonOpenapi", response_class=JSONResponse,
            responses=refusals(429))
async def document(request: Request, edge: TheEdge) -> JSONResponse:
    """The document, for every website to read."""
    return JSONResponse(document_of(request, edge), headers={"Access-Control-Allow-Origin": "*"})


def document_of(request: Request, edge: Edge) -> Json:
    """The document of this app, made once."""
    state = request.app.state
    if not hasattr(state, "document"):
        state.document = described(request.app.openapi(), edge.settings, Examples(edge.catalogue))
    made: Json = state.document
    return made


def described(made: Mapping[str, Any], settings: Settings, examples: Examples) -> Json:
    """The document as it is published: addresses below /v1 and nothing that 3.0.3 does not know."""
    paths = {named(path.removeprefix(PREFIX)): {method: operation(found, examples) for method, found in item.items()}
             for path, item in made["paths"].items()}
    schemas = {name: schema_of(schema) for name, schema in made["components"]["schemas"].items()
               if name not in ("HTTPValidationError", "ValidationError")}
    contact = {"name": settings.contact_name, "email": settings.contact_email, "url": settings.address}
    whole = {**made, "openapi": "3.0.3", "info": {**made["info"], "contact": contact},
             "servers": [{"url": settings.public_url + PREFIX}], "paths": paths, "components": {"schemas": schemas}}
    lowered: Json = in_3_0(secured(whole, settings))
    return lowered


def schema_of(schema: Mapping[str, Any]) -> Json:
    """A schema without what is meant for programmers of the edge: its docstring and made-up titles."""
    fields = {name: {key: value for key, value in field.items() if key != "title"}
              for name, field in schema.get("properties", {}).items()}
    kept = {key: value for key, value in schema.items() if key not in ("description", "title")}
    return {**kept, "properties": fields}


def operation(found: Mapping[str, Any], examples: Examples) -> Json:
    """An operation in Dutch, with an example of what is sent and of every answer."""
    name = found["operationId"]
    answers = {status: answer(name, status, content, examples)
               for status, content in found["responses"].items() if status != "422"}
    made: Json = {**found, "description": ABOUT.get(name, ""), "responses": answers,
                  "parameters": [parameter(one) for one in found.get("parameters", ())]}
    if "requestBody" in found:
        schema = found["requestBody"]["content"][JSON]["schema"]
        made["requestBody"] = {**found["requestBody"],
                               "content": {JSON: {"schema": schema, "example": examples.asked()[name]}}}
    return made


def named(path: str) -> str:
    """A path with its parameters in camelCase."""
    return re.sub(r"\{(\w+)\}", lambda found: f"{{{to_camel(found[1])}}}", path)


def parameter(found: Mapping[str, Any]) -> Json:
    """A parameter with what it means and an example."""
    name = to_camel(found["name"]) if found["in"] == "path" else found["name"].title()
    about, example = PARAMETERS[name]
    schema = {key: value for key, value in found["schema"].items() if key not in ("title", "description")}
    return {**found, "name": name, "schema": schema, "description": about, "example": example}


def answer(name: str, status: str, found: Mapping[str, Any], examples: Examples) -> Json:
    """An answer with its version and an example; a refusal has the media type of problems."""
    content = found.get("content", {})
    if status >= "400":
        content = {MEDIA_TYPE: {**content[JSON], "example": examples.refused(int(status))}}
    elif content:
        forms = examples.card() if name in CARDS else {JSON: examples.given()[name]}
        content = {form: {**content[form], "example": example} for form, example in forms.items()}
    headers = {**VERSION_HEADER, **MORE_HEADERS.get(status, {})}
    words = DONE.get(status, found["description"])
    return {**found, "description": words, "headers": headers, **({"content": content} if content else {})}


def in_3_0(part: Any) -> Any:
    """This part of the document in the words of 3.0.3."""
    if isinstance(part, list):
        return [in_3_0(item) for item in part]
    if not isinstance(part, dict):
        return part
    lowered = {name: in_3_0(item) for name, item in part.items()}
    return alone(without_null(with_one_value(with_one_example(lowered))))


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
    """A mark that a value may be null instead of the kind of null."""
    options = schema.get("anyOf", ())
    others = [option for option in options if option != {"type": "null"}]
    if len(others) == len(options):
        return schema
    kept = {key: value for key, value in schema.items() if key not in ("anyOf", "default")}
    if len(others) == 1 and "$ref" not in others[0]:
        return {**others[0], **kept, "nullable": True}
    return {**kept, "anyOf": [*others, NOTHING]}


def alone(schema: Json) -> Json:
    """A reference that stands alone, with what was said beside it around it."""
    if "$ref" not in schema or len(schema) == 1:
        return schema
    return {**{key: value for key, value in schema.items() if key != "$ref"}, "allOf": [{"$ref": schema["$ref"]}]}
