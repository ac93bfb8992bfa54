"""What is kept of a conversation: ids, for as long as it lasts, and nothing after it was erased."""
import asyncio

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from engine.store import LocalStore


@pytest.fixture(scope="module")
def domain():
    return Domain.load("domain.yml")


@pytest.fixture
def clock():
    return [0.0]


@pytest.fixture
def store(domain, clock):
    return LocalStore(domain, idle_minutes=60, now=lambda: clock[0])


def talked(domain, name, typed="mijn geheim"):
    events = [ActionExecuted("action_session_start"), ActionExecuted("action_listen"), UserUttered(typed),
              SlotSet("code", "limburg"), SlotSet("antwoorden", [["gever", "collega"]]), BotUttered("antwoord"),
              ActionExecuted("action_listen")]
    return DialogueStateTracker.from_events(name, events, domain.slots)


def test_only_ids_are_kept(store, domain):
    asyncio.run(store.save(talked(domain, "a")))
    assert store.slots_of("a") == {"code": "limburg", "antwoorden": [["gever", "collega"]]}
    assert "geheim" not in repr(store.kept)


def test_a_conversation_comes_back_waiting_for_a_message(store, domain):
    asyncio.run(store.save(talked(domain, "a")))
    tracker = asyncio.run(store.retrieve("a"))
    assert tracker.get_slot("code") == "limburg"
    assert tracker.latest_action_name == "action_listen"


def test_turn_100_keeps_as_little_as_turn_1(store, domain):
    asyncio.run(store.save(talked(domain, "a")))
    first = len(asyncio.run(store.retrieve("a")).events)
    for _ in range(100):
        asyncio.run(store.save(asyncio.run(store.retrieve("a"))))
    assert len(asyncio.run(store.retrieve("a")).events) == first


def test_erasing_leaves_nothing(store, domain):
    asyncio.run(store.save(talked(domain, "a")))
    assert store.erase("a") is True
    assert (store.kept, store.erase("a"), asyncio.run(store.retrieve("a"))) == ({}, False, None)


def test_an_idle_conversation_goes_and_a_used_one_stays(store, domain, clock):
    asyncio.run(store.save(talked(domain, "stil")))
    asyncio.run(store.save(talked(domain, "druk")))
    clock[0] = 3000
    asyncio.run(store.save(talked(domain, "druk")))
    clock[0] = 3601
    assert asyncio.run(store.keys()) == ["druk"]
