"""An engine that dies in the middle of a conversation: people are named, and the conversation goes on when it is back."""
import contextlib
import os
import signal
import sqlite3
import stat
import threading
from pathlib import Path

import httpx
import pytest

from launch.__main__ import look_after
from launch.serving import free_port, running, wait_until_ready
from tests.api.clock import wait_for
from tests.conversations.talking import begun


@pytest.fixture(scope="module")
def parts():
    """An assistant of our own, to break, looked after as `make start` does."""
    os.environ["MAGIKDIT_REQUESTS_PER_MINUTE"] = os.environ["MAGIKDIT_MESSAGES_PER_MINUTE"] = "0"
    port = free_port()
    with running(port, free_port()) as parts:
        parts.address = f"http://127.0.0.1:{port}"
        wait_until_ready(parts.address, parts)
        threading.Thread(target=look_after, args=(parts,), daemon=True).start()
        yield parts


def kept_in(parts):
    """The file of the engine's conversations."""
    return Path(parts.shared["MAGIKDIT_STORE_URL"].removeprefix("sqlite:///"))


def rows_in(file):
    """The conversations as they stand in that file."""
    with contextlib.closing(sqlite3.connect(file)) as db:
        return [(mark.encode(), content) for mark, content in db.execute("SELECT id, inhoud FROM gesprek")]


def test_a_conversation_goes_on_with_its_answers_after_the_engine_was_killed(parts):
    with httpx.Client(base_url=parts.address, timeout=30) as web:
        talk = begun(web, "noord-holland")
        question = talk.types("mag ik een fles wijn van een leverancier aannemen")["vraag"]["vraagId"]
        before = web.get(f"/v1/gesprekken/{talk.id}").json()
        dead = parts.engine
        os.killpg(dead.pid, signal.SIGKILL)
        dead.wait()
        away = web.post(f"/v1/gesprekken/{talk.id}/berichten", json={"tekst": "nee"})
        assert away.status_code == 503
        assert away.headers["Content-Type"] == "application/problem+json"
        assert {person["code"] for person in away.json()["contacten"]} == {"noord-holland"}
        assert {"leidinggevende", "vertrouwenspersoon"} <= {person["rol"] for person in away.json()["contacten"]}
        assert web.get("/v1/gezondheid").status_code == 503
        assert web.get("/v1/klaar").status_code == 200
        wait_for(lambda: parts.engine is not dead)
        wait_until_ready(parts.address, parts)
        assert web.get(f"/v1/gesprekken/{talk.id}").json() == before
        answered = talk.chooses("weet_niet")
        assert answered["dilemma"] == "geschenk"
        answers = web.get(f"/v1/gesprekken/{talk.id}").json()["gesprek"]["antwoorden"]
        assert answers == [*before["gesprek"]["antwoorden"], [question, "weet_niet"]]


def test_only_the_owner_can_read_what_is_kept_and_an_erased_conversation_leaves_no_trace(parts):
    file = kept_in(parts)
    with httpx.Client(base_url=parts.address, timeout=30) as web:
        talk = begun(web, "limburg")
        talk.types("mag ik een fles wijn van een leverancier aannemen")
        found = rows_in(file)
        assert b"limburg" not in b"".join(path.read_bytes() for path in file.parent.iterdir())
        assert web.delete(f"/v1/gesprekken/{talk.id}").status_code == 204
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    erased = set(found) - set(rows_in(file))
    assert len(erased) == 1
    left = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert [part for row in erased for part in row if part in left] == []


def test_after_the_stop_nothing_is_left():
    with running(free_port(), free_port()) as parts:
        folder = kept_in(parts).parent
        assert folder.is_dir()
    assert not folder.exists()
    assert [process.poll() is None for process in parts] == [False, False]
