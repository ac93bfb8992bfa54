"""Whole conversations over nginx while parts come, go and die: no answer is lost, no advice is wrong, nobody lends a hand."""
import asyncio
import signal

import httpx
import pytest

from bench.patient import Tally, everybody
from tests.growing.assembly import assembled
from tests.servers import wait_until

PEOPLE = 50
BACK = 60.0


@pytest.fixture(scope="module")
def all_of_it(tmp_path_factory):
    """Three engines, two edges, PostgreSQL, Redis and nginx."""
    with assembled(tmp_path_factory.mktemp("alles")) as made:
        yield made


def talked(made, *events, people=PEOPLE):
    """What stood in the way of these people while one event after the other happened; fails when one got a wrong answer."""
    tally = Tally()

    async def busy():
        for number, event in enumerate(events, start=1):
            while len(tally.spent) < number * people:
                await asyncio.sleep(0.01)
            await asyncio.to_thread(event)

    async def together():
        async with asyncio.TaskGroup() as group:
            group.create_task(everybody(made.url, people, tally))
            group.create_task(busy())
    asyncio.run(together())
    wait_until(lambda: httpx.get(f"{made.url}/v1/gezondheid", trust_env=False, timeout=30).status_code == 200, "gezondheid", BACK)
    return tally


def test_hundreds_of_people_at_once_each_get_their_own_advice(all_of_it):
    tally = talked(all_of_it, people=200)
    assert tally.troubles == {}
    assert len(tally.spent) > 200 * 4


def test_an_engine_is_removed_and_added_while_people_talk(all_of_it):
    one, two, three = all_of_it.engines
    changes = [lambda now=now: all_of_it.serve_with(*now) for now in ((one, two), (two, three), (one, two, three))]
    assert talked(all_of_it, *changes).troubles == {}


def test_an_engine_dies_in_the_middle_of_turns_and_nobody_notices(all_of_it):
    victim = all_of_it.engines[0]
    assert talked(all_of_it, victim.kill).troubles == {}
    victim.start()


def test_an_engine_that_hangs_is_passed_by(all_of_it):
    victim = all_of_it.engines[1]
    try:
        talked(all_of_it, lambda: victim.signal(signal.SIGSTOP))
    finally:
        victim.signal(signal.SIGCONT)


def test_an_edge_dies_and_comes_back(all_of_it):
    victim = all_of_it.edges[0]

    def die():
        victim.kill()
        victim.start()
    talked(all_of_it, die)
    victim.wait()


@pytest.mark.parametrize("name", ["redis", "database"])
def test_what_they_share_dies_and_comes_back(all_of_it, name):
    server = getattr(all_of_it, name)

    def die():
        server.kill()
        server.start()
    talked(all_of_it, die)


@pytest.mark.parametrize("name", ["redis", "database"])
def test_while_what_they_share_is_away_everybody_is_told_so_and_then_it_goes_on(all_of_it, name):
    server = getattr(all_of_it, name)
    with httpx.Client(base_url=all_of_it.url, timeout=60, trust_env=False) as web:
        address = web.post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"]
        asked = web.post(f"{address}/berichten", json={"keuze": "geschenk"}).json()["vraag"]["vraagId"]
        server.kill()
        try:
            away = web.post(f"{address}/berichten", json={"keuze": "weet_niet"})
        finally:
            server.start()
        assert (away.status_code, away.headers["Content-Type"]) == (503, "application/problem+json")
        assert away.json()["contacten"]
        wait_until(lambda: web.get(address).status_code == 200, name, BACK)
        assert web.get(address).json()["gesprek"]["antwoorden"] == []
        answered = web.post(f"{address}/berichten", json={"keuze": "weet_niet"})
        assert answered.status_code == 200
        assert web.get(address).json()["gesprek"]["antwoorden"] == [[asked, "weet_niet"]]


def test_an_engine_that_was_killed_works_along_again(all_of_it):
    back = all_of_it.engines[0]
    back.wait()
    all_of_it.serve_with(back)
    assert talked(all_of_it, people=5).spent
    all_of_it.serve_with(*all_of_it.engines)
