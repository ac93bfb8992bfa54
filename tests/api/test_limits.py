"""Too much, too fast, or by the wrong name."""
import json
import socket

import httpx
import pytest

from api.headers import ALWAYS
from tests.api.clock import begin_in_one_minute


@pytest.mark.parametrize("size", [16_385, 100_000, 5_000_000])
def test_a_body_that_is_too_large(api, conversation, size):
    answer = api.post(f"{conversation}/berichten", content=b" " * size, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_body_that_is_too_large_in_pieces(api, conversation):
    pieces = (b" " * 1000 for _ in range(100))
    answer = api.post(f"{conversation}/berichten", content=pieces, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413


def test_too_fast_says_how_long_to_wait(api_with):
    begin_in_one_minute()
    client = api_with(requests_per_minute=3)
    answers = [client.get("/v1/codes") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60
    assert answers[-1].json()["title"] == "Te veel aanvragen"


@pytest.mark.parametrize("path", ["/v1/gezondheid", "/"])
def test_the_page_and_the_health_check_are_free(api_with, path):
    client = api_with(requests_per_minute=1)
    assert {client.get(path).status_code for _ in range(5)} == {200}



@pytest.mark.parametrize(("host", "status"), [
    ("127.0.0.1", 200), ("localhost:8000", 200), ("LOCALHOST", 200), ("kwaad.example", 400), ("", 400),
    ("127.0.0.1.kwaad.example", 400),
])
def test_only_a_name_of_ours_is_answered(api, host, status):
    assert api.get("/v1/codes", headers={"Host": host}).status_code == status


def test_other_names_can_be_set(api_with):
    client = api_with(trusted_hosts="mag-ik-dit.example, anders.example")
    names = ("mag-ik-dit.example", "anders.example:443", "127.0.0.1")
    assert [client.get("/v1/codes", headers={"Host": name}).status_code for name in names] == [200, 200, 400]


def test_every_name_can_be_allowed(api_with):
    assert api_with(trusted_hosts="*").get("/v1/codes", headers={"Host": "wie.example"}).status_code == 200


def test_a_client_cannot_pretend_to_be_another(api_with):
    begin_in_one_minute()
    client = api_with(requests_per_minute=2)
    answers = [client.get("/v1/codes", headers={"X-Forwarded-For": f"10.0.0.{number}"}) for number in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]


def test_the_server_does_not_say_what_it_runs_on(api):
    answer: httpx.Response = api.get("/v1/codes")
    assert "server" not in answer.headers


def test_too_many_messages_in_one_conversation_says_how_long_to_wait_and_changes_nothing(api_with):
    begin_in_one_minute()
    client = api_with(messages_per_minute=2)
    first, second = (client.post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"] for _ in range(2))
    answers = [client.post(f"{first}/berichten", json={"keuze": choice}) for choice in ("geschenk", "nee", "klein")]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60
    assert answers[-1].headers["Content-Type"] == "application/problem+json"
    assert client.get(first).json()["gesprek"]["antwoorden"] == [["lopende_zaak", "nee"]]
    assert client.post(f"{second}/berichten", json={"keuze": "geschenk"}).status_code == 200


def test_a_body_that_does_not_come_is_not_waited_for(api_with):
    client = api_with(body_seconds=0.2)
    address = httpx.URL(client.base_url)
    with socket.create_connection((address.host, address.port), timeout=30) as line:
        line.sendall(b"POST /v1/_herken HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                     b"Content-Length: 20\r\n\r\n{")
        with line.makefile("rb") as whole:
            answer = whole.read()
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"application/problem+json" in answer.lower()


ELSEWHERE = "https://intranet.example"


def preflight(client: httpx.Client, origin: str) -> httpx.Response:
    """What a browser asks before a page of another website may send a message."""
    return client.options("/v1/gesprekken", headers={
        "Origin": origin, "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type,idempotency-key,x-api-key"})


def test_a_page_of_a_website_on_the_list_may_call(api_with):
    client = api_with(allowed_origins=ELSEWHERE, open_to_all=True)
    asked = preflight(client, ELSEWHERE)
    assert asked.status_code == 200
    assert asked.headers["Access-Control-Allow-Origin"] == ELSEWHERE
    answer = client.post("/v1/gesprekken", json={}, headers={"Origin": ELSEWHERE})
    assert answer.headers["Access-Control-Allow-Origin"] == ELSEWHERE
    assert "Location" in answer.headers["Access-Control-Expose-Headers"]
    assert answer.headers["API-Version"]


@pytest.mark.parametrize("origin", ["https://kwaad.example", "null", "https://intranet.example.kwaad.example",
                                    "http://intranet.example"])
def test_a_page_of_another_website_may_not(api_with, origin):
    client = api_with(allowed_origins=ELSEWHERE)
    assert "Access-Control-Allow-Origin" not in preflight(client, origin).headers
    assert "Access-Control-Allow-Origin" not in client.get("/v1/codes", headers={"Origin": origin}).headers


def test_without_a_list_no_website_may(api):
    assert "Access-Control-Allow-Origin" not in preflight(api, ELSEWHERE).headers


@pytest.mark.parametrize("raw", [b"onzin\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                                 b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 65_536])
def test_what_is_not_http_gets_a_plain_problem_with_every_header(api, raw):
    with socket.create_connection((api.base_url.host, api.base_url.port), timeout=30) as line:
        line.sendall(raw)
        with line.makefile("rb") as answer:
            head, _, body = answer.read().partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    names = {line.partition(b":")[0].lower().decode() for line in head.splitlines()[1:]}
    assert {name.lower() for name in ALWAYS} <= names
    assert "server" not in names
    assert json.loads(body)["status"] == 400
