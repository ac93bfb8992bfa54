"""Two edges with one Redis and a stand-in engine: what one edge knows, the other knows."""
import asyncio
from contextlib import ExitStack

import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from bot import catalogue as catalogues
from tests.api.clock import begin_in_one_minute
from tests.api.conftest import running
from tests.api.standin import World, engine_app

MOST = 20


@pytest.fixture(scope="module")
def world(content):
    """The engine."""
    return World(catalogues.read(content))


@pytest.fixture(scope="module")
def edges(content, world, redis, tmp_path_factory):
    """Callers of two edges."""
    counts = f"sqlite:///{tmp_path_factory.mktemp('tellingen') / 'tellingen'}"
    with ExitStack() as stack:
        engine = stack.enter_context(running(engine_app(world), Settings()))
        settings = Settings(content_folder=content, engine_url=engine, redis_url=redis.url, requests_per_minute=0, messages_per_minute=MOST,
                            statistics_url=counts)
        urls = [stack.enter_context(running(create_app(settings), settings)) for _ in range(2)]
        yield [stack.enter_context(httpx.Client(base_url=url, timeout=30)) for url in urls]


@pytest.fixture(autouse=True)
def working(world):
    """The engine as it should be."""
    world.reset()
    yield
    world.reset()


def test_a_conversation_goes_on_at_either_edge_and_is_erased_at_both(edges):
    one, other = edges
    address = one.post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"]
    assert other.post(f"{address}/berichten", json={"keuze": "geschenk"}).json()["dilemma"] == "geschenk"
    assert one.get(address).json() == other.get(address).json()
    assert other.delete(address).status_code == 204
    assert [edge.get(address).status_code for edge in (one, other)] == [404, 404]


def test_a_repeat_at_the_other_edge_gets_the_first_answer_and_another_message_is_refused(edges, world):
    one, other = edges
    address, key = one.post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"], {"Idempotency-Key": "a"}
    first, again = (edge.post(f"{address}/berichten", json={"keuze": "geschenk"}, headers=key) for edge in (one, other))
    assert (again.status_code, again.json()) == (200, first.json())
    assert [message.get("keuze") for message in world.received] == [None, "geschenk"]
    assert other.post(f"{address}/berichten", json={"keuze": "terug"}, headers=key).status_code == 409


def test_messages_at_both_edges_arrive_one_at_a_time(edges, world):
    address = edges[0].post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"]
    world.delay = 0.01

    async def together():
        async with httpx.AsyncClient(timeout=60) as web:
            return await asyncio.gather(*(
                web.post(edges[number % 2].base_url.join(f"{address}/berichten"), json={"tekst": f"{number}"})
                for number in range(20)))
    assert {answer.status_code for answer in asyncio.run(together())} == {200}
    assert world.most_at_once == 1


def test_a_limit_counts_at_both_edges_together(edges):
    begin_in_one_minute()
    address = edges[0].post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"]
    asked = [edges[number % 2].post(f"{address}/berichten", json={"keuze": "samenvatting"}) for number in range(MOST + 2)]
    assert [answer.status_code for answer in asked] == [200] * MOST + [429] * 2


def test_an_advice_is_counted_once_at_both_edges(edges):
    one, other = edges
    address = one.post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"]
    turn = one.post(f"{address}/berichten", json={"keuze": "geschenk"}).json()
    while turn["vraag"]:
        turn = other.post(f"{address}/berichten", json={"keuze": turn["keuzes"][0]["keuzeId"]}).json()
    for edge in (one, other):
        edge.post(f"{address}/berichten", json={"keuze": "nuttig:ja"})
    assert len(one.get(address).json()["beoordeeld"]) == 1
