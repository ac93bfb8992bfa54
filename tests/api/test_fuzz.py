"""Whatever is sent, right or wrong, known or not: a documented answer, no fault of ours, and nothing broken."""
from collections.abc import Iterator

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from api.access.keys import Keys
from tests.api.test_openapi import OPEN, SHUT

CHECKS = [not_a_server_error, checks.status_code_conformance, checks.content_type_conformance,
          checks.response_headers_conformance, checks.response_schema_conformance, checks.negative_data_rejection]
BRIEF = settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
LONG = settings(BRIEF, max_examples=40)
OF_ALL, OF_CLOSED = schemathesis.openapi.from_dict(OPEN), schemathesis.openapi.from_dict(SHUT)
OF_MESSAGES = OF_ALL.include(operation_id="stuurBericht")


@pytest.fixture(scope="module")
def talk(edge_url) -> Iterator[tuple[httpx.Client, str]]:
    """A caller halfway a conversation, and its id."""
    with httpx.Client(base_url=edge_url) as client:
        address = client.post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"]
        client.post(f"{address}/berichten", json={"keuze": "geschenk"})
        yield client, address


@pytest.fixture(scope="module")
def keys(tmp_path_factory) -> Keys:
    return Keys(tmp_path_factory.mktemp("sleutels") / "sleutels.json")


@pytest.fixture(scope="module")
def key(keys) -> str:
    """A key with every right."""
    return keys.make("Portaal", ["lezen", "gesprekken"], 1)


@pytest.fixture(scope="module")
def closed_url(keys, key, edge_with) -> str:
    """An edge that asks for a key."""
    assert key
    return edge_with(keys_file=keys.path)


@OF_ALL.parametrize()
@BRIEF
def test_everything_that_is_sent_gets_a_documented_answer(case, edge_url):
    case.call_and_validate(base_url=f"{edge_url}/v1", checks=CHECKS)


@OF_CLOSED.parametrize()
@BRIEF
def test_the_same_with_a_key(case, closed_url, key):
    case.call_and_validate(base_url=f"{closed_url}/v1", headers={"X-API-Key": key}, checks=CHECKS)


@OF_CLOSED.parametrize()
@BRIEF
def test_without_a_key_everything_that_needs_one_is_refused(case, closed_url):
    case.headers.pop("X-API-Key", None)
    case.headers.pop("Authorization", None)
    answer = case.call_and_validate(base_url=f"{closed_url}/v1", checks=CHECKS[:5])
    assert case.operation.definition.raw["security"] == [] or answer.status_code == 401


@OF_MESSAGES.parametrize()
@LONG
def test_a_message_that_is_refused_leaves_the_conversation_as_it_was(case, edge_url, talk):
    client, address = talk
    before = client.get(address).json()
    case.path_parameters["gesprekId"] = address.rpartition("/")[2]
    answer = case.call_and_validate(base_url=f"{edge_url}/v1", checks=CHECKS)
    assert answer.status_code == 200 or client.get(address).json() == before


@OF_MESSAGES.parametrize()
@LONG
def test_the_conversation_still_comes_to_its_advice(case, edge_url, talk):
    client, address = talk
    case.path_parameters["gesprekId"] = address.rpartition("/")[2]
    case.call(base_url=f"{edge_url}/v1")
    steps = [client.post(f"{address}/berichten", json={"keuze": choice}) for choice in ("opnieuw", "geschenk", "ja")]
    assert steps[-1].json()["advies"]["titel"] == "Neem het niet aan."
