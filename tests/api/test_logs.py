"""Nothing that somebody types, and no conversation, is ever in a log."""
import json
import logging

import pytest

from tests.api.clock import wait_for

CANARY = "kanarie-4f1b"


def talk(api, world) -> str:
    """Send the canary along every route, right and wrong, with and without an engine; the id of a conversation."""
    conversation = api.post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"]
    for failure in (None, "status", "onzin", "half", None):
        world.failure = failure
        for body in bodies():
            for path in (f"{conversation}/berichten", "/v1/_herken", "/v1/gesprekken", f"/v1/gesprekken/{CANARY}/berichten",
                         "/v1/codes/limburg/beslisbomen/geschenk/_doorloop", f"/v1/codes/{CANARY}"):
                api.post(path, content=body, headers={"Content-Type": "application/json", "Idempotency-Key": CANARY})
        for path in (conversation, f"{conversation}/gesprekskaart", f"/v1/codes/{CANARY}", f"/{CANARY}", f"/web/{CANARY}"):
            api.get(path, params={CANARY: CANARY}, headers={"Accept": f"text/{CANARY}"})
            api.get(path, headers={"X-Naam": CANARY, "Host": CANARY})
            api.request(CANARY.upper(), path)
    world.failure = None
    api.delete(conversation)
    return conversation.rpartition("/")[2]


async def broken(_: object, text: str) -> None:
    """A fault of our own that repeats what was typed."""
    raise ValueError(text)


def bodies() -> list[bytes]:
    """The canary in every kind of body."""
    right = [{"tekst": f"cadeau {CANARY}"}, {"keuze": CANARY}, {"code": CANARY}, {"antwoorden": {CANARY: CANARY}}]
    wrong = [{"tekst": CANARY * 400}, {CANARY: CANARY}, {"tekst": [CANARY]}, [CANARY], CANARY]
    return [*(json.dumps(body).encode() for body in (*right, *wrong)), CANARY.encode(), CANARY.encode() * 2000]


def test_nothing_typed_is_logged(api, world, caplog, capfd, monkeypatch):
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr("api.assistant.Assistant.recognise", broken)
    conversation = talk(api, world)
    written = "".join((caplog.text, *capfd.readouterr(), *(str(vars(record)) for record in caplog.records)))
    assert '"aanvraag"' in written
    assert "ValueError" in written
    assert CANARY not in written.lower()
    assert conversation not in written


def test_each_request_is_logged_by_its_route(caplog, api):
    caplog.set_level(logging.INFO)
    api.get(api.post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"])
    expected = [("aanvraag", "POST", "/v1/gesprekken", 201), ("aanvraag", "GET", "/v1/gesprekken/{gesprek_id}", 200)]
    wait_for(lambda: requests_in(caplog) == expected)


def requests_in(caplog) -> list[tuple[str, str, str, int]]:
    """What was logged of each request, in the order of the requests."""
    events = [json.loads(record.getMessage()) for record in caplog.records if record.name == "api"]
    return [(event["event"], event["methode"], event["route"], event["status"]) for event in events]


@pytest.mark.parametrize("path", ["/v1/bestaat-niet", "/v1/codes/%0a"])
def test_an_address_that_there_is_not_is_not_logged(api, caplog, path):
    caplog.set_level(logging.INFO)
    caplog.clear()
    api.get(path)
    assert path.rpartition("/")[2] not in caplog.text
