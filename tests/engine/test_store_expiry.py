"""Idle conversations go in time, whatever the clock does."""
import asyncio

import pytest

from engine.store import ConversationStore
from engine.sweeping import sweep
from tests.engine.storing import KEY, SLOTS, keep, kept, later, talked


def test_an_idle_conversation_goes_and_a_used_one_stays(store, domain, clock):
    keep(store, domain, "stil")
    keep(store, domain, "druk")
    later(clock, 3000)
    keep(store, domain, "druk")
    later(clock, 601)
    assert asyncio.run(store.expire()) == 1
    assert [kept(store, name) for name in ("stil", "druk")] == [None, SLOTS]


def test_an_idle_conversation_is_not_found_before_it_is_swept_either(store, domain, clock):
    keep(store, domain)
    later(clock, 3601)
    assert kept(store) is None
    assert asyncio.run(store.keys()) == []


@pytest.mark.parametrize("jump", [-7200, 7200, -1e8, 1e8])
def test_a_clock_that_jumps_loses_no_conversation_and_keeps_none_too_long(store, domain, clock, jump):
    asyncio.run(store.expire())
    keep(store, domain)
    clock["now"] += jump
    assert kept(store) == SLOTS
    asyncio.run(store.expire())
    assert kept(store) == SLOTS
    later(clock, 3601)
    asyncio.run(store.expire())
    assert kept(store) is None


def test_a_clock_that_jumps_there_and_back_changes_nothing(store, domain, clock):
    keep(store, domain)
    for jump in (7200, -7200, -7200, 7200):
        asyncio.run(store.expire())
        clock["now"] += jump
    asyncio.run(store.expire())
    later(clock, 3000)
    assert kept(store) == SLOTS


def test_what_was_idle_before_the_clock_jumped_still_goes(store, domain, clock):
    asyncio.run(store.expire())
    keep(store, domain, "oud")
    later(clock, 3500)
    keep(store, domain, "nieuw")
    later(clock, 200)
    clock["now"] += 7200
    asyncio.run(store.expire())
    assert [kept(store, name) for name in ("oud", "nieuw")] == [None, SLOTS]


def test_a_quiet_engine_erases_too(domain, monkeypatch, database):
    monkeypatch.setenv("MAGIKDIT_STORE_URL", database)
    monkeypatch.setenv("MAGIKDIT_STORE_KEYS", KEY)
    monkeypatch.setenv("MAGIKDIT_IDLE_MINUTES", "0.005")
    store = ConversationStore(domain)

    async def until_it_is_gone():
        await store.save(talked(domain, "a"))
        sweeping = asyncio.create_task(sweep(store))
        while store.shelf.left() != (0, 0):
            await asyncio.sleep(0.05)
        sweeping.cancel()
    asyncio.run(asyncio.wait_for(until_it_is_gone(), 60))
