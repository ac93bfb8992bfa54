"""Too much, too fast, or by the wrong name."""
import httpx
import pytest

from api.rate import Allowance
from tests.api.clock import Clock


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
    client = api_with(requests_per_minute=3)
    answers = [client.get("/v1/codes") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 20
    assert answers[-1].json()["title"] == "Te veel aanvragen"


@pytest.mark.parametrize("path", ["/v1/gezondheid", "/"])
def test_the_page_and_the_health_check_are_free(api_with, path):
    client = api_with(requests_per_minute=1)
    assert {client.get(path).status_code for _ in range(5)} == {200}


def test_an_allowance_fills_up_again():
    clock = Clock()
    allowance = Allowance(60, clock)
    assert [allowance.seconds_to_wait("a") for _ in range(61)] == [0] * 60 + [1]
    assert allowance.seconds_to_wait("b") == 0
    clock.now += 2
    assert [allowance.seconds_to_wait("a") for _ in range(3)] == [0, 0, 1]


def test_an_allowance_forgets_clients_that_can_do_everything_again(monkeypatch):
    monkeypatch.setattr("api.rate.MOST_CLIENTS", 3)
    clock = Clock()
    allowance = Allowance(60, clock)
    assert [allowance.seconds_to_wait(client) for client in "abc"] == [0, 0, 0]
    clock.now += 60
    assert allowance.seconds_to_wait("d") == 0
    assert set(allowance.buckets) == {"d"}


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
    client = api_with(requests_per_minute=2)
    answers = [client.get("/v1/codes", headers={"X-Forwarded-For": f"10.0.0.{number}"}) for number in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]


def test_the_server_does_not_say_what_it_runs_on(api):
    answer: httpx.Response = api.get("/v1/codes")
    assert "server" not in answer.headers
