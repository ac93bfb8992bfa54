"""A full disk under the local store: the turn fails clearly, the earlier answers stay, and it recovers by itself."""
import asyncio

import pytest
from cryptography.fernet import Fernet

from engine.database import StoreError
from engine.store import ConversationStore

SLOTS = {"code": "limburg", "antwoorden": [["gever", "collega"]]}


@pytest.fixture
def store(domain, monkeypatch, tmp_path):
    monkeypatch.setenv("MAGIKDIT_STORE_URL", f"sqlite:///{tmp_path / 'gesprekken'}")
    monkeypatch.setenv("MAGIKDIT_STORE_KEYS", Fernet.generate_key().decode())
    return ConversationStore(domain)


def room_for(store, pages):
    """Let the file grow to this number of pages and no further."""
    with store.shelf.database.connection() as db:
        db.exec_driver_sql(f"PRAGMA max_page_count={pages}")


async def turn(store, name, slots):
    async with store.turn(name) as page:
        page.after = slots
        await store.keep(page)


def test_a_full_disk_costs_no_answer(store):
    asyncio.run(turn(store, "a", SLOTS))
    room_for(store, 1)
    too_much = {**SLOTS, "antwoorden": [["gever", "collega"]] * 1000}
    for name in ("a", "b"):
        with pytest.raises(StoreError):
            asyncio.run(turn(store, name, too_much))
    assert asyncio.run(store.page("a")).kept == {"slots": SLOTS}
    room_for(store, 1_000_000)
    asyncio.run(turn(store, "a", too_much))
    assert asyncio.run(store.page("a")).kept == {"slots": too_much}
