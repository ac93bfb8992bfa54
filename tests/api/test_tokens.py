"""Tokens of an OpenID provider: the right ones open what they may, the wrong ones nothing."""
from collections.abc import Iterator

import httpx
import pytest
from joserfc.jwk import ECKey, RSAKey

from api.settings import Settings
from tests.api.conftest import running
from tests.api.provider import AUDIENCE, Provider
from tests.api.test_keys import READING, TALKING, statuses

WRONG = ["verlopen", "zonder_einde", "nog_niet_geldig", "andere_aanbieder", "zonder_aanbieder", "voor_een_ander",
         "voor_niemand", "andere_sleutel", "onbekende_sleutel", "ander_soort_sleutel",
         "met_de_openbare_sleutel_als_geheim", "veranderd", "onzin", "drie_delen", "zonder_handtekening"]


@pytest.fixture
def provider() -> Iterator[Provider]:
    provider = Provider()
    with running(provider.app(), Settings()) as url:
        provider.url = url
        yield provider


@pytest.fixture
def closed(api_with, provider) -> httpx.Client:
    """A caller of an edge that asks for a token."""
    return api_with(token_issuer=provider.url, token_audience=AUDIENCE)


def showing(token: str) -> dict:
    return {"headers": {"Authorization": f"Bearer {token}"}}


def test_a_portal_fetches_a_token_with_its_secret_and_begins_a_conversation(closed, provider):
    asked = {"grant_type": "client_credentials", "client_id": "portaal", "client_secret": "geheim", "scope": "gesprekken"}
    token = httpx.post(f"{provider.url}/token", data=asked).json()["access_token"]
    assert statuses(closed, **showing(token)) == (403, 201)


@pytest.mark.parametrize(("claims", "expected"), [
    ({}, (200, 201)), ({"scope": "lezen"}, (200, 403)), ({"scope": "iets anders"}, (403, 403)),
    ({"scope": None, "scp": "lezen"}, (200, 403)), ({"scope": None, "roles": ["gesprekken"]}, (403, 201)),
    ({"scope": None}, (403, 403)), ({"scope": None, "roles": [1, {}]}, (403, 403)),
    ({"aud": ["een-ander", AUDIENCE]}, (200, 201)),
])
def test_a_token_opens_what_it_has_a_right_to(closed, provider, claims, expected):
    assert statuses(closed, **showing(provider.signed(**claims))) == expected


@pytest.mark.parametrize("wrong", WRONG)
def test_a_token_that_is_not_right_opens_nothing(closed, provider, wrong):
    answer = closed.get(READING, **showing(provider.wrong()[wrong]))
    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="mag-ik-dit", error="invalid_token"'


def test_every_wrong_token_is_tried(provider):
    assert list(provider.wrong()) == WRONG


@pytest.mark.parametrize("header", ["", "Bearer", "Basic YTpi", "Token x"])
def test_something_that_is_not_a_token_opens_nothing(closed, header):
    assert statuses(closed, headers={"Authorization": header}) == (401, 401)


def test_the_keys_are_fetched_once(closed, provider):
    assert [closed.get(READING, **showing(provider.signed())).status_code for _ in range(5)] == [200] * 5
    assert provider.asked == 1


def test_unknown_keys_do_not_make_the_edge_ask_again_and_again(closed, provider):
    wrong = provider.wrong()["onbekende_sleutel"]
    assert {closed.get(READING, **showing(wrong)).status_code for _ in range(5)} == {401}
    assert provider.asked == 1


def test_a_new_key_of_the_provider_is_fetched(closed, provider, monkeypatch):
    assert closed.get(READING, **showing(provider.signed())).status_code == 200
    monkeypatch.setattr("api.access.tokens.SECONDS_BETWEEN_FETCHES", 0)
    provider.key = RSAKey.generate_key(2048, {"kid": "twee"})
    token = provider.signed(header={"alg": "RS256", "kid": "twee"})
    assert closed.get(READING, **showing(token)).status_code == 200


def test_another_kind_of_key_works_as_well(closed, provider):
    provider.key = ECKey.generate_key("P-256", {"kid": "een"})
    token = provider.signed(header={"alg": "ES256", "kid": "een"})
    assert closed.get(READING, **showing(token)).status_code == 200


def test_a_provider_that_is_away_is_said_so(closed, provider):
    provider.is_away = True
    answers = [closed.post(TALKING, json={}, **showing(provider.signed())) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [503, 503]
    assert "Retry-After" in answers[0].headers
    assert provider.asked == 1
