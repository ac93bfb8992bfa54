"""The description of the API: complete, in Dutch, with an example of everything, and as the standard wants it."""
import html
import inspect
import json
import shutil
import subprocess
from pathlib import Path

import httpx
import pytest
from jsonschema_rs import Draft4Validator

from api.app import with_routes
from api.keeping.opening import kept_at
from api.metrics import Meters
from api.settings import Settings
from api.v1.examples import Examples
from api.v1.openapi import described
from bot.catalogue import shipped

RULES = Path(__file__).parent / "adr.yml"
SPECTRAL = shutil.which("spectral")
CLOSED = {"keys_file": "sleutels.json", "token_issuer": "https://login.example", "token_audience": "mag-ik-dit",
          "login_issuer": "https://login.example", "login_client_id": "mag-ik-dit", "session_key": "s" * 32,
          "public_url": "https://mag-ik-dit.example"}


def document(**settings) -> dict:
    """The document of an installation with these settings and the shipped content."""
    made = Settings(**settings)
    return described(with_routes(made, shipped(), Meters(), kept_at(None)).openapi(), made, Examples(shipped()))


OPEN, SHUT = document(), document(**CLOSED)
OPERATIONS = [(path, method) for path, item in SHUT["paths"].items() for method in item]
IDS = [f"{method} {path}" for path, method in OPERATIONS]
each_operation = pytest.mark.parametrize(("path", "method"), OPERATIONS, ids=IDS)


def answers_of(operation: dict) -> list[tuple[str, dict]]:
    """Every body that an operation can answer with."""
    return [(status, body) for status, answer in operation["responses"].items() for body in answer.get("content", {}).values()]


def faults_in(body: dict) -> list[str]:
    """What is wrong with the example of a body according to its schema."""
    schema = {**body["schema"], "components": SHUT["components"]}
    return [error.message for error in Draft4Validator(nullable_as_type(schema)).iter_errors(body["example"])]


def nullable_as_type(part):
    """The schema with `nullable` as JSON Schema says it."""
    if isinstance(part, list):
        return [nullable_as_type(item) for item in part]
    if not isinstance(part, dict):
        return part
    plain = {key: nullable_as_type(value) for key, value in part.items() if key not in ("nullable", "example")}
    return {"anyOf": [plain, {"type": "null"}]} if part.get("nullable") is True else plain


@each_operation
def test_every_operation_is_described_in_dutch(path, method):
    operation = SHUT["paths"][path][method]
    assert operation["summary"]
    assert operation["description"].endswith((".", "kent."))
    assert all(one["description"] and "example" in one for one in operation["parameters"])


@each_operation
def test_every_body_has_an_example_that_is_right(path, method):
    operation = SHUT["paths"][path][method]
    asked = list(operation.get("requestBody", {}).get("content", {}).values())
    bodies = [*asked, *(body for _, body in answers_of(operation))]
    assert all("example" in body for body in bodies)
    assert [faults_in(body) for body in bodies if body["schema"].get("format") != "binary"] == [[]] * len(
        [body for body in bodies if body["schema"].get("format") != "binary"])


@each_operation
def test_every_error_has_an_example_of_its_own(path, method):
    errors = [(status, body["example"]) for status, body in answers_of(SHUT["paths"][path][method]) if status >= "400"]
    assert {"400", "500"} <= {status for status, _ in errors}
    assert [str(example["status"]) for _, example in errors] == [status for status, _ in errors]


@pytest.mark.parametrize("name", SHUT["components"]["schemas"])
def test_every_field_is_described(name):
    fields = SHUT["components"]["schemas"][name]["properties"]
    assert [field for field, schema in fields.items() if not schema.get("description")] == []


def test_nothing_for_programmers_of_the_edge_is_in_it():
    routes = with_routes(Settings(), shipped(), Meters(), kept_at(None)).routes
    docstrings = {inspect.getdoc(route.endpoint) for route in routes if hasattr(route, "endpoint")}
    written = json.dumps(SHUT, ensure_ascii=False)
    assert [words for words in docstrings if words and words in written] == []


def test_access_is_described_as_it_is_set():
    assert set(SHUT["components"]["securitySchemes"]) == {"sleutel", "token", "aangemeld"}
    begin = SHUT["paths"]["/gesprekken"]["post"]
    assert begin["security"] == [{"sleutel": []}, {"token": ["gesprekken"]}, {"aangemeld": []}]
    assert {"401", "403"} <= set(begin["responses"])
    assert SHUT["paths"]["/gezondheid"]["get"]["security"] == []
    assert "securitySchemes" not in OPEN["components"]
    assert "401" not in OPEN["paths"]["/gesprekken"]["post"]["responses"]


def test_every_website_may_read_it(api):
    answer = api.get("/v1/openapi.json", headers={"Origin": "https://overal.example"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.json()["openapi"] == "3.0.3"


@pytest.mark.skipif(SPECTRAL is None, reason="spectral is not installed: npm install -g @stoplight/spectral-cli")
@pytest.mark.parametrize("described", [OPEN, SHUT], ids=["open", "closed"])
def test_spectral_finds_nothing_against_the_api_design_rules(described, tmp_path):
    file = tmp_path / "openapi.json"
    file.write_text(json.dumps(described), encoding="utf-8")
    found = subprocess.run([SPECTRAL, "lint", "--ruleset", RULES, "--fail-severity", "warn", file], capture_output=True, text=True)
    assert found.returncode == 0, found.stdout


def test_the_page_for_people_shows_every_operation_with_its_examples(api):
    page: httpx.Response = api.get("/v1/docs")
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    for operation in (SHUT["paths"][path][method] for path, method in OPERATIONS):
        assert f'id="{operation["operationId"]}"' in page.text
        assert operation["description"] in html.unescape(page.text)
    assert "<script" not in page.text
    assert "://" not in page.text.replace("urn:mag-ik-dit:", "").replace("https://schema", "")
