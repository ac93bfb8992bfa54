"""A conversation over HTTP: begin, say, choose, see what is kept, erase."""
import asyncio
import re
from itertools import pairwise

import httpx
import pytest

from bot.receipt import replay
from tests.api.clock import wait_for

TURN = {"soort", "dilemma", "berichten", "vraag", "advies", "keuzes", "begrepen"}


def test_begin_says_where_the_conversation_is(api):
    answer = api.post("/v1/gesprekken", json={"code": "limburg"})
    begun = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/v1/gesprekken/{begun['gesprekId']}"
    assert begun["code"] == "limburg"
    assert set(begun["beurt"]) == TURN
    assert begun["beurt"]["soort"] == "welkom"


@pytest.mark.parametrize("body", [{"json": {}}, {"json": {"code": None}}, {}])
def test_without_a_code_the_first_turn_asks_for_it(api, body):
    begun = api.post("/v1/gesprekken", **body).json()
    assert begun["code"] is None
    assert [choice["keuzeId"] for choice in begun["beurt"]["keuzes"]] == ["limburg", "noord-holland"]


def test_without_a_code_the_default_counts(api_with):
    begun = api_with(default_code="noord-holland").post("/v1/gesprekken", json={}).json()
    assert begun["code"] == "noord-holland"


def test_ids_cannot_be_guessed(api):
    ids = {api.post("/v1/gesprekken", json={}).json()["gesprekId"] for _ in range(20)}
    assert len(ids) == 20
    assert min(map(len, ids)) >= 32


@pytest.mark.parametrize(("choices", "reached"), [
    (["geschenk", "ja"], "weigeren"),
    (["geschenk", "nee", "klein"], "aannemen"),
    (["geschenk", "nee", "groot"], "weigeren"),
    (["geschenk", "weet_niet"], "overleggen"),
    (["geschenk", "ja", "terug", "nee", "klein"], "aannemen"),
    (["geschenk", "nee", "klein", "wijzig:lopende_zaak", "ja"], "weigeren"),
    (["geschenk", "nee", "waarom", "bron", "mens", "samenvatting", "klein"], "aannemen"),
    (["geschenk", "nee", "opnieuw", "geschenk", "ja"], "weigeren"),
])
def test_choices_lead_to(choose, whole_world, choices, reached):
    receipt = choose(*choices).json()["advies"]["adviesId"]
    assert receipt.startswith("limburg.geschenk.1.2.")
    assert replay(whole_world.catalogue, receipt).place.node.id == reached


def test_typed_text_reaches_the_engine_and_a_turn_comes_back(api, conversation, world):
    turn = api.post(f"{conversation}/berichten", json={"tekst": " Mag ik dit cadeau aannemen? \n"}).json()
    assert turn["vraag"]["vraagId"] == "lopende_zaak"
    assert turn["begrepen"]["label"] == "geschenk"
    assert world.received[-1]["tekst"] == "Mag ik dit cadeau aannemen?"


@pytest.mark.parametrize("text", ["€ 50 “duur” ë 🎁", "x" * 2000, "/geschenk", "<b>hoi</b>", "null", "\u0000"])
def test_any_text_is_taken_as_text(api, conversation, text):
    assert api.post(f"{conversation}/berichten", json={"tekst": text}).status_code == 200


def test_everything_that_is_kept_is_shown(api, conversation, choose):
    choose("geschenk", "nee")
    kept = api.get(conversation).json()
    assert kept["gesprekId"] == conversation.rpartition("/")[2]
    assert kept["code"] == "limburg"
    assert all(re.fullmatch("[0-9a-f]{8}", mark) for mark in kept["gesprek"].pop("gezegd"))
    assert kept["gesprek"] == {"code": "limburg", "dilemma": "geschenk", "antwoorden": [["lopende_zaak", "nee"]],
                               "aangeboden": [], "misverstanden": 0, "wachtend": [], "wijzigt": None,
                               "gewaarschuwd": False, "beurten": 2}
    assert kept["herhalingen"] == []


def test_erasing_leaves_nothing(api, conversation, choose, world):
    choose("geschenk", "nee")
    assert api.delete(conversation).status_code == 204
    assert conversation.rpartition("/")[2] not in world.conversations
    gone = [api.get(conversation), api.delete(conversation), choose("ja"), api.get(f"{conversation}/gesprekskaart")]
    assert [answer.status_code for answer in gone] == [404, 404, 404, 404]


def test_a_conversation_that_the_engine_lost_is_gone(api, conversation, world):
    world.conversations.clear()
    assert api.get(conversation).status_code == 404
    assert api.post(f"{conversation}/berichten", json={"keuze": "terug"}).status_code == 404


def test_a_conversation_that_is_left_alone_is_erased_here_and_in_the_engine(api_with, world):
    client = api_with(idle_minutes=0.05)
    conversation = client.post("/v1/gesprekken", json={}).json()["gesprekId"]
    assert conversation in world.conversations
    wait_for(lambda: conversation not in world.conversations)
    assert client.get(f"/v1/gesprekken/{conversation}").status_code == 404


def test_a_repeat_gets_the_first_answer_and_changes_nothing(api, conversation, choose, world):
    choose("geschenk")
    key = {"Idempotency-Key": "een-sleutel"}
    answers = [api.post(f"{conversation}/berichten", json={"keuze": "nee"}, headers=key) for _ in range(3)]
    assert [answer.json() for answer in answers] == [answers[0].json()] * 3
    assert [message.get("keuze") for message in world.received] == [None, "geschenk", "nee"]
    assert api.get(conversation).json()["herhalingen"][0]["sleutel"] == "een-sleutel"


def test_a_key_that_is_used_for_another_message_is_refused(api, conversation):
    key = {"Idempotency-Key": "een-sleutel"}
    assert api.post(f"{conversation}/berichten", json={"keuze": "geschenk"}, headers=key).status_code == 200
    assert api.post(f"{conversation}/berichten", json={"keuze": "terug"}, headers=key).status_code == 409


def test_a_refused_message_can_be_sent_again_with_the_same_key(api, conversation, world):
    key = {"Idempotency-Key": "een-sleutel"}
    world.failure = "status"
    assert api.post(f"{conversation}/berichten", json={"keuze": "geschenk"}, headers=key).status_code == 503
    world.failure = None
    assert api.post(f"{conversation}/berichten", json={"keuze": "geschenk"}, headers=key).status_code == 200


def test_repeats_at_the_same_time_reach_the_engine_once(edge_url, conversation, world):
    world.delay = 0.05
    key = {"Idempotency-Key": "tegelijk"}
    answers = asyncio.run(together(edge_url, [(f"{conversation}/berichten", {"keuze": "geschenk"}, key)] * 5))
    assert [answer.json() for answer in answers] == [answers[0].json()] * 5
    assert [message.get("keuze") for message in world.received] == [None, "geschenk"]


def test_twenty_messages_in_one_conversation_arrive_one_at_a_time(edge_url, conversation, world):
    world.delay = 0.01
    asked = [(f"{conversation}/berichten", {"tekst": f"bericht {number}"}, {}) for number in range(20)]
    answers = asyncio.run(together(edge_url, asked))
    assert [answer.status_code for answer in answers] == [200] * 20
    assert world.most_at_once == 1
    assert {message.get("tekst") for message in world.received} == {None, *(f"bericht {n}" for n in range(20))}


def test_a_second_message_waits_for_the_first(edge_url, conversation, world):
    world.delay = 0.3
    asked = [(f"{conversation}/berichten", {"tekst": f"bericht {number}"}, {}) for number in range(5)]
    asyncio.run(together(edge_url, asked, pause=0.1))
    order = [message["tekst"] for message in world.received[1:]]
    assert all(first < second for first, second in pairwise(order))


def test_different_conversations_do_not_wait_for_each_other(api, edge_url, world):
    addresses = [api.post("/v1/gesprekken", json={}).headers["Location"] for _ in range(5)]
    world.delay = 0.2
    asyncio.run(together(edge_url, [(f"{address}/berichten", {"tekst": "hoi"}, {}) for address in addresses]))
    assert world.most_at_once == 5


def test_no_more_conversations_than_are_allowed(api_with):
    client = api_with(most_conversations=2)
    answers = [client.post("/v1/gesprekken", json={}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [201, 201, 429]


async def together(url: str, asked: list, pause: float = 0.0) -> list[httpx.Response]:
    """The answers to these messages, sent without waiting for each other."""
    async with httpx.AsyncClient(base_url=url, timeout=30) as client:
        async def send(number: int, path: str, body: dict, headers: dict) -> httpx.Response:
            await asyncio.sleep(number * pause)
            return await client.post(path, json=body, headers=headers)
        return await asyncio.gather(*(send(number, *message) for number, message in enumerate(asked)))
