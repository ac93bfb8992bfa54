"""The engine's store: ids only, closed, one turn at a time, gone when idle or erased."""
import asyncio
import time

import pytest
from cryptography.fernet import Fernet
from rasa.core.tracker_store import TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from engine.database import ConflictError, StoreError
from engine.store import ConversationStore
from engine.sweeping import sweep

KEY = Fernet.generate_key().decode()
SLOTS = {"code": "limburg", "antwoorden": [["gever", "collega"]]}


@pytest.fixture
def clock():
    """What the clock says, and the seconds that nobody can set."""
    return {"now": 1e9, "steady": 0.0}


@pytest.fixture(params=["memory", "file", "postgresql"])
def url(request, tmp_path):
    if request.param == "postgresql":
        return request.getfixturevalue("database")
    return f"sqlite:///{tmp_path / 'gesprekken'}" if request.param == "file" else ""


@pytest.fixture
def store_with(domain, monkeypatch, clock):
    """A store as it is made at the start of an engine, with these settings."""
    def made(url, keys=KEY):
        monkeypatch.setenv("MAGIKDIT_STORE_URL", url)
        monkeypatch.setenv("MAGIKDIT_STORE_KEYS", keys)
        return ConversationStore(domain, now=lambda: clock["now"], steady=lambda: clock["steady"])
    return made


@pytest.fixture
def store(store_with, url):
    return store_with(url)


def later(clock, seconds):
    clock["now"] += seconds
    clock["steady"] += seconds


def talked(domain, name, typed="mijn geheim", answer="collega"):
    events = [ActionExecuted("action_session_start"), ActionExecuted("action_listen"), UserUttered(typed),
              SlotSet("code", "limburg"), SlotSet("antwoorden", [["gever", answer]]), BotUttered("antwoord"),
              ActionExecuted("action_listen")]
    return DialogueStateTracker.from_events(name, events, domain.slots)


def keep(store, domain, name="a", **said):
    asyncio.run(store.save(talked(domain, name, **said)))


def kept(store, name="a"):
    return asyncio.run(store.page(name)).kept.get("slots")


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


def test_an_old_key_still_reads_a_new_one_writes_and_a_lost_one_finds_nothing(store_with, database, domain):
    new = Fernet.generate_key().decode()
    keep(store_with(database), domain)
    rotated = store_with(database, f"{new},{KEY}")
    assert kept(rotated) == SLOTS
    assert kept(store_with(database, new)) is None
    keep(rotated, domain)
    assert kept(store_with(database, new)) == SLOTS
    assert kept(store_with(database)) is None
    assert len(asyncio.run(rotated.keys())) == 1


def test_the_database_shows_neither_the_conversation_nor_its_id(store_with, database, domain, query):
    keep(store_with(database), domain, "het-kenmerk")
    (row,) = query("SELECT id, gebruikt, versie, inhoud FROM gesprek")
    shown = repr([bytes(value) if isinstance(value, memoryview) else value for value in row])
    for secret in ("het-kenmerk", "limburg", "gever", "collega", "geheim"):
        assert secret not in shown


def test_a_page_that_was_tampered_with_is_refused(store_with, database, domain, query):
    store = store_with(database)
    keep(store, domain)
    query("UPDATE gesprek SET inhoud = overlay(inhoud placing 'AAAA'::bytea from 40)")
    with pytest.raises(StoreError):
        kept(store)


def test_a_conversation_put_in_the_place_of_another_is_refused(store_with, database, domain, query):
    store = store_with(database)
    for name in ("a", "b"):
        keep(store, domain, name)
    mine, theirs = (store.seal.marks(name)[0] for name in ("a", "b"))
    query(f"UPDATE gesprek SET inhoud = (SELECT inhoud FROM gesprek WHERE id = '{theirs}') WHERE id = '{mine}'")
    with pytest.raises(StoreError):
        kept(store, "a")


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


def test_what_is_erased_is_not_in_the_file_any_more(store_with, domain, tmp_path):
    store = store_with(f"sqlite:///{tmp_path / 'gesprekken'}")
    keep(store, domain, "onvindbaar")
    content, mark = asyncio.run(store.page("onvindbaar")).row.content, store.seal.marks("onvindbaar")[0].encode()
    assert content in (tmp_path / "gesprekken").read_bytes()
    asyncio.run(store.erase("onvindbaar"))
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert [found in left for found in (content, mark)] == [False, False]


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
