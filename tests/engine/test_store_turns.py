"""Turns in the store: one at a time, none overwrites another, and a message that comes again counts once."""
import asyncio
import time

import pytest

from engine.database import ConflictError
from tests.engine.storing import SLOTS, keep, kept, talked


def test_the_turns_of_one_conversation_wait_for_each_other(store, domain):
    seen = []

    async def turn(name, number):
        async with store.turn(name) as page:
            seen.append((name, number, len(page.kept)))
            await asyncio.sleep(0)
            await store.save(talked(domain, name))
            await store.keep(page)

    async def all_at_once():
        await asyncio.gather(*(turn("a", number) for number in range(5)))
    asyncio.run(all_at_once())
    assert seen == [("a", 0, 0), *(("a", number, 1) for number in range(1, 5))]


@pytest.mark.parametrize("url", ["memory", "file"], indirect=True)
def test_who_waits_for_the_local_store_is_not_passed_by_others(store):
    """Otherwise somebody waits too long when fifty people talk at once."""
    done = []

    def note(number):
        time.sleep(0.002 * (number % 3))
        done.append(number)

    async def everybody():
        await asyncio.gather(*(store.ask(note, number) for number in range(60)))
    asyncio.run(everybody())
    assert done == list(range(60))


def test_a_turn_on_an_older_version_overwrites_nothing(store_with, url, domain):
    one, other = store_with(url), store_with(url)
    if url == "":
        other.shelf = one.shelf
    keep(one, domain)

    async def both():
        async with one.turn("a") as slow, other.turn("a") as fast:
            await other.save(talked(domain, "a", answer="relatie"))
            await other.keep(fast)
            await one.save(talked(domain, "a", answer="familie"))
            with pytest.raises(ConflictError):
                await one.keep(slow)
    other.seal = one.seal
    asyncio.run(both())
    assert kept(one) == {**SLOTS, "antwoorden": [["gever", "relatie"]]}


def test_a_turn_does_not_bring_back_a_conversation_that_was_erased_meanwhile(store, domain):
    keep(store, domain)

    async def erased_meanwhile():
        async with store.turn("a") as page:
            await store.save(talked(domain, "a"))
            store.shelf.erase(store.seal.marks("a"))
            with pytest.raises(ConflictError):
                await store.keep(page)
    asyncio.run(erased_meanwhile())
    assert asyncio.run(store.keys()) == []


def test_two_beginnings_of_one_conversation_make_one(store, domain):
    async def begun_twice():
        page = await store.page("a")
        await store.save(talked(domain, "a"))
        page.after = {}
        with pytest.raises(ConflictError):
            await store.keep(page)
    asyncio.run(begun_twice())
    assert kept(store) == SLOTS


def test_a_message_that_was_handled_already_is_heard_again_where_it_was_heard_first(store, domain):
    async def heard(key, answer):
        async with store.turn("a", key) as page:
            await store.save(talked(domain, "a", answer=answer))
            await store.keep(page)
            return page.before

    assert asyncio.run(heard("begin", "collega")) is None
    assert asyncio.run(heard("een", "relatie")) == SLOTS
    assert asyncio.run(heard("een", "relatie")) == SLOTS
    assert asyncio.run(heard("twee", "familie")) == {**SLOTS, "antwoorden": [["gever", "relatie"]]}
