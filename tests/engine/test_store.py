"""The engine's store: ids only, gone when erased, and a new engine goes on with it."""
import asyncio

import pytest
from rasa.core.tracker_store import TrackerStore
from rasa.core.utils import AvailableEndpoints

from tests.engine.storing import SLOTS, keep, kept


def test_only_ids_are_kept(store, domain):
    keep(store, domain)
    assert asyncio.run(store.page("a")).kept == {"slots": SLOTS}


def test_a_conversation_comes_back_waiting_for_a_message(store, domain):
    keep(store, domain)
    tracker = asyncio.run(store.retrieve("a"))
    assert tracker.get_slot("code") == "limburg"
    assert tracker.latest_action_name == "action_listen"


def test_turn_100_keeps_as_little_as_turn_1(store, domain):
    keep(store, domain)
    first = len(asyncio.run(store.retrieve("a")).events)
    for _ in range(100):
        asyncio.run(store.save(asyncio.run(store.retrieve("a"))))
    assert len(asyncio.run(store.retrieve("a")).events) == first
    assert len(asyncio.run(store.keys())) == 1


def test_erasing_leaves_nothing(store, domain):
    keep(store, domain)
    assert asyncio.run(store.erase("a")) is True
    assert asyncio.run(store.erase("a")) is False
    assert asyncio.run(store.retrieve("a")) is None
    assert asyncio.run(store.keys()) == []


def made_by_rasa(domain):
    """The store as Rasa makes it from endpoints.yml."""
    return TrackerStore.create(AvailableEndpoints.read_endpoints("endpoints.yml").tracker_store, domain)


@pytest.mark.parametrize("kind", ["file", "postgresql"])
def test_a_new_engine_with_the_same_database_knows_the_conversations(store_with, domain, request, tmp_path, kind):
    store_with(request.getfixturevalue("database") if kind == "postgresql" else f"sqlite:///{tmp_path / 'gesprekken'}")
    keep(made_by_rasa(domain), domain)
    assert kept(made_by_rasa(domain)) == SLOTS


def test_two_engines_that_start_together_make_one_table(store_with, database):
    stores = [store_with(database) for _ in range(6)]

    async def all_at_once():
        return await asyncio.gather(*(store.page("a") for store in stores))
    assert [page.row for page in asyncio.run(all_at_once())] == [None] * 6
