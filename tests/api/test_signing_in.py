"""Signing in to the page at a real OpenID provider, without giving a name to the assistant."""
import base64
import json
from urllib.parse import parse_qs, urlsplit

import httpx
import oidc_provider_mock
import pytest

from api.access.signing_in import is_own_page
from api.app import create_app
from api.settings import Settings
from tests.api.conftest import running

NAME = "Sanne Voorbeeld"
PERSON = oidc_provider_mock.User(sub="sanne@limburg.example", claims={"name": NAME, "email": "sanne@limburg.example"})


@pytest.fixture(scope="module")
def provider():
    """The address of a provider that knows one person."""
    with oidc_provider_mock.run_server_in_thread(user_claims=[PERSON]) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def visitor(content, engine_url, provider, free_port):
    """A browser of somebody who has not signed in."""
    settings = Settings(content_folder=content, engine_url=engine_url, login_issuer=provider, login_client_id="mag-ik-dit",
                        login_client_secret="geheim", session_key="s" * 32, public_url=f"http://127.0.0.1:{free_port}")
    with running(create_app(settings), settings, free_port) as url, httpx.Client(base_url=url) as client:
        yield client


def signed_in(visitor: httpx.Client, page: str = "/") -> httpx.Response:
    """Go to a page, sign in at the provider, and come back."""
    to_sign_in = visitor.get(page)
    at_provider = visitor.get(to_sign_in.headers["Location"])
    back = httpx.post(at_provider.headers["Location"], data={"sub": PERSON.sub})
    return visitor.get(back.headers["Location"])


def session_in(visitor: httpx.Client) -> dict:
    """What the cookie says."""
    return json.loads(base64.b64decode(visitor.cookies["mag-ik-dit"].split(".")[0] + "=="))


@pytest.mark.parametrize("page", ["/", "/codes/limburg", "/codes/limburg/bron?vindplaats=Artikel+1"])
def test_whoever_signs_in_comes_back_to_the_page_they_wanted(visitor, page):
    answer = signed_in(visitor, page)
    assert (answer.status_code, answer.headers["Location"]) == (303, page)
    assert visitor.get("/").status_code == 200
    assert visitor.post("/v1/gesprekken", json={"code": "limburg"}).status_code == 201


def test_who_it_is_stays_at_the_provider(visitor, world):
    signed_in(visitor)
    assert set(session_in(visitor)) == {"tot"}
    begun = visitor.post("/v1/gesprekken", json={"code": "limburg"})
    kept = visitor.get(begun.headers["Location"])
    for written in (str(world.received), str(world.conversations), kept.text):
        assert NAME not in written
        assert PERSON.sub not in written


def test_the_provider_is_asked_for_nothing_but_that_somebody_is_known(visitor):
    asked = parse_qs(urlsplit(visitor.get("/aanmelden").headers["Location"]).query)
    assert asked["scope"] == ["openid"]
    assert asked["code_challenge_method"] == ["S256"]
    assert {"state", "nonce", "code_challenge"} <= set(asked)


def test_the_cookie_is_out_of_reach_of_scripts_and_other_websites(visitor):
    cookie = signed_in(visitor).headers["Set-Cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_behind_https_the_cookie_goes_over_https_only(api_with, provider):
    client = api_with(login_issuer=provider, login_client_id="x", session_key="s" * 32, public_url="https://127.0.0.1")
    cookie = client.get("/aanmelden").headers["Set-Cookie"]
    assert cookie.startswith("__Host-mag-ik-dit=")
    assert "secure" in cookie.lower()


def test_the_api_tells_who_has_not_signed_in_and_a_page_sends_them_to_it(visitor):
    assert visitor.get("/v1/codes").status_code == 401
    assert visitor.post("/v1/gesprekken", json={}).status_code == 401
    assert visitor.post("/", data={}).status_code == 401
    assert visitor.get("/").headers["Location"] == "/aanmelden?naar=/"


def test_a_form_sent_after_it_ended_leads_by_a_click_to_signing_in_and_back_to_the_conversation(visitor):
    told = visitor.post("/gesprek/abc/wis", data={"sleutel": "x"}, follow_redirects=True)
    assert told.status_code == 401
    assert "Je bent niet meer aangemeld." in told.text
    assert 'href="/gesprek/abc"' in told.text
    assert visitor.get("/gesprek/abc").headers["Location"] == "/aanmelden?naar=/gesprek/abc"


def test_signing_out_ends_it(visitor):
    signed_in(visitor)
    answer = visitor.post("/afmelden")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/afgemeld")
    assert "Je bent afgemeld." in visitor.get("/afgemeld").text
    assert visitor.get("/").status_code == 303


def test_after_some_hours_it_ends_by_itself(visitor, monkeypatch):
    signed_in(visitor)
    end = session_in(visitor)["tot"]
    monkeypatch.setattr("api.access.signing_in.time.time", lambda: end + 1)
    assert visitor.get("/v1/codes").status_code == 401


@pytest.mark.parametrize("query", ["", "?code=x&state=y", "?error=access_denied", "?state=y"])
def test_coming_back_without_having_been_away_signs_nobody_in(visitor, query):
    answer = visitor.get(f"/aangemeld{query}")
    assert answer.status_code == 403
    assert "Aanmelden is niet gelukt." in answer.text
    assert visitor.get("/v1/codes").status_code == 401


def test_somebody_elses_way_back_signs_nobody_in(visitor):
    at_provider = visitor.get("/aanmelden").headers["Location"]
    back = httpx.post(at_provider, data={"sub": PERSON.sub}).headers["Location"]
    visitor.cookies.clear()
    assert visitor.get(back).status_code == 403
    assert visitor.get("/v1/codes").status_code == 401


@pytest.mark.parametrize("forged", ["x", "eyJ0b3QiOiA5OTk5OTk5OTk5fQ==", "eyJ0b3QiOiA5OTk5OTk5OTk5fQ==.aaaa.bbbb"])
def test_a_forged_cookie_signs_nobody_in(visitor, forged):
    assert visitor.get("/v1/codes", headers={"Cookie": f"mag-ik-dit={forged}"}).status_code == 401


def test_a_provider_that_is_away_is_said_so(api_with):
    client = api_with(login_issuer="http://127.0.0.1:9", login_client_id="x", session_key="s" * 32,
                      public_url="http://127.0.0.1")
    answer = client.get("/aanmelden")
    assert answer.status_code == 503
    assert "Aanmelden is niet gelukt." in answer.text


@pytest.mark.parametrize(("address", "own"), [
    ("/", True), ("/codes/limburg?a=b", True), ("", False), ("https://kwaad.example", False), ("//kwaad.example", False),
    ("/\\kwaad.example", False), ("/a\nb", False), ("javascript:alert(1)", False),
])
def test_after_signing_in_nobody_is_sent_to_another_website(address, own):
    assert is_own_page(address) is own


def test_without_a_provider_there_is_nothing_to_sign_in_to(api):
    assert api.get("/aanmelden").status_code == 404
