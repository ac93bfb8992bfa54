"""A full disk under the local store: the turn fails clearly, the earlier answers stay, and it recovers by itself."""
import asyncio
import subprocess
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from engine.database import StoreError
from engine.store import ConversationStore
from tests.engine.engines import engines

SLOTS = {"code": "limburg", "antwoorden": [["gever", "collega"]]}


ON_A_DISK_OF_ITS_OWN = ("unshare", "--mount", "sh", "-c", 'mount -t tmpfs -o size=256k none "$0" && exec "$@"')


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


@pytest.fixture
def disk(tmp_path):
    """A folder that only the engine has on a small disk."""
    folder = tmp_path / "schijf"
    folder.mkdir()
    if subprocess.run([*ON_A_DISK_OF_ITS_OWN, str(folder), "true"], capture_output=True).returncode != 0:
        pytest.skip("a disk of its own cannot be mounted on this machine")
    return folder


def fill(file):
    """Take all the room that is left on the disk."""
    with pytest.raises(OSError, match="No space left"), file.open("wb", buffering=0) as taking:
        write_without_end(taking)


def write_without_end(file):
    while True:
        file.write(b"x" * 1024)


def test_an_engine_on_a_full_disk_says_so_and_goes_on_when_there_is_room(disk, tmp_path):
    settings = {"MAGIKDIT_STORE_URL": f"sqlite:///{disk / 'gesprekken'}", "MAGIKDIT_STORE_KEYS": Fernet.generate_key().decode()}
    with engines(1, tmp_path / "log", (*ON_A_DISK_OF_ITS_OWN, str(disk)), **settings) as (engine,):
        assert engine.turn("a", begin={"code": "limburg"}, sleutel="een")[0] == 200
        choices = engine.turn("a", keuze="geschenk", sleutel="twee")[1]["keuzes"]
        before, rest = engine.kept("a"), Path(f"/proc/{engine.process.pid}/root{disk}/rest")
        fill(rest)
        status, answered = engine.turn("a", keuze=choices[0]["keuzeId"], sleutel="drie")
        assert (status, answered["fout"]["veld"]) == (503, "opslag")
        assert engine.turn("b", begin={"code": "limburg"}, sleutel="een")[0] == 503
        assert engine.kept("a") == before
        rest.unlink()
        assert engine.turn("a", keuze=choices[0]["keuzeId"], sleutel="drie")[0] == 200
        assert engine.kept("a") == ([*before[0], ["gever", choices[0]["keuzeId"]]], before[1] + 1)
