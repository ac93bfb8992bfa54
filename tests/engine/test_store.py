"""What is kept of a conversation: ids, for as long as it lasts, and nothing after it was erased."""
import asyncio

import pytest
from rasa.core.tracker_store import TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from engine.shelf import Shelf
from engine.store import LocalStore


@pytest.fixture(scope="module")
def domain():
    return Domain.load("domain.yml")


@pytest.fixture
def clock():
    return [0.0]


@pytest.fixture(params=["memory", "file"])
def store(domain, clock, request, tmp_path):
    store = LocalStore(domain, idle_minutes=60, now=lambda: clock[0])
    if request.param == "file":
        store.kept = Shelf(str(tmp_path / "gesprekken"))
    return store


def talked(domain, name, typed="mijn geheim"):
    events = [ActionExecuted("action_session_start"), ActionExecuted("action_listen"), UserUttered(typed),
              SlotSet("code", "limburg"), SlotSet("antwoorden", [["gever", "collega"]]), BotUttered("antwoord"),
              ActionExecuted("action_listen")]
    return DialogueStateTracker.from_events(name, events, domain.slots)


def test_only_ids_are_kept(store, domain):
    asyncio.run(store.save(talked(domain, "a")))
    assert store.slots_of("a") == {"code": "limburg", "antwoorden": [["gever", "collega"]]}
    assert "geheim" not in repr(dict(store.kept))


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
    assert (dict(store.kept), store.erase("a"), asyncio.run(store.retrieve("a"))) == ({}, False, None)


def test_an_idle_conversation_goes_and_a_used_one_stays(store, domain, clock):
    asyncio.run(store.save(talked(domain, "stil")))
    asyncio.run(store.save(talked(domain, "druk")))
    clock[0] = 3000
    asyncio.run(store.save(talked(domain, "druk")))
    clock[0] = 3601
    assert asyncio.run(store.keys()) == ["druk"]


def made_by_rasa(domain):
    """The store as Rasa makes it from endpoints.yml."""
    return TrackerStore.create(AvailableEndpoints.read_endpoints("endpoints.yml").tracker_store, domain)


def test_a_new_store_with_the_same_file_knows_the_conversations(domain, monkeypatch, tmp_path):
    monkeypatch.setenv("MAGIKDIT_STORE_FILE", str(tmp_path / "gesprekken"))
    asyncio.run(made_by_rasa(domain).save(talked(domain, "a")))
    assert made_by_rasa(domain).slots_of("a") == {"code": "limburg", "antwoorden": [["gever", "collega"]]}


@pytest.mark.parametrize(("minutes", "seconds"), [("", 3600), ("5", 300), ("0.5", 30)])
def test_the_environment_may_set_another_idle_time(domain, monkeypatch, minutes, seconds):
    monkeypatch.setenv("MAGIKDIT_IDLE_MINUTES", minutes)
    assert made_by_rasa(domain).idle_seconds == seconds


def test_what_is_erased_is_not_in_the_file_any_more(domain, tmp_path):
    store = LocalStore(domain)
    store.kept = Shelf(str(tmp_path / "gesprekken"))
    asyncio.run(store.save(talked(domain, "onvindbaar")))
    assert b"onvindbaar" in (tmp_path / "gesprekken").read_bytes()
    store.erase("onvindbaar")
    assert [path for path in tmp_path.iterdir() if b"onvindbaar" in path.read_bytes()] == []


def test_without_a_file_conversations_are_in_memory(domain, monkeypatch):
    monkeypatch.delenv("MAGIKDIT_STORE_FILE", raising=False)
    assert made_by_rasa(domain).kept == {}
