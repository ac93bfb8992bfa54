"""The nightly job: erases what is over its time, and says so when something is left."""
import os
import stat
import subprocess
import sys

import pytest
from cryptography.fernet import Fernet

from engine.sealing import Seal
from engine.shelf import Shelf

SEAL = Seal([Fernet.generate_key().decode()])


@pytest.fixture(params=["file", "postgresql"])
def url(request, tmp_path):
    return request.getfixturevalue("database") if request.param == "postgresql" else f"sqlite:///{tmp_path / 'gesprekken'}"


def erasing(**settings):
    """The job as a timer runs it, without the keys."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAGIKDIT")}
    return subprocess.run([sys.executable, "-m", "engine.erasing"], env={**environment, **settings}, capture_output=True, text=True)


def fill(url, **used):
    """Conversations that were used at these moments."""
    for name, moment in used.items():
        Shelf(url, 3600, now=lambda moment=moment: moment).write(SEAL.marks(name)[0], SEAL.close(name, {"slots": {}}), None)


def test_what_is_over_its_time_is_erased_and_counted(url):
    fill(url, oud=1000.0, ouder=1.0)
    Shelf(url, 3600).write(SEAL.marks("nieuw")[0], b"x", None)
    done = erasing(MAGIKDIT_STORE_URL=url)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Gewist: 2. Over de tijd: 0. Nog bewaard: 1.\n", "")
    assert Shelf(url, 3600).marks() == SEAL.marks("nieuw")


def test_a_conversation_from_the_future_gets_an_end(url):
    fill(url, toekomst=4e9)
    assert erasing(MAGIKDIT_STORE_URL=url).stdout == "Gewist: 0. Over de tijd: 0. Nog bewaard: 1.\n"
    shelf = Shelf(url, 3600, now=lambda: 3.9e9)
    assert (shelf.expire(), shelf.marks()) == (1, [])


def test_what_is_left_is_told_and_is_an_error(database, query):
    fill(database, oud=1000.0)
    query("CREATE FUNCTION behoud() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'")
    query("CREATE TRIGGER behoud BEFORE DELETE ON gesprek FOR EACH ROW EXECUTE FUNCTION behoud()")
    done = erasing(MAGIKDIT_STORE_URL=database)
    assert (done.returncode, done.stdout) == (1, "Gewist: 0. Over de tijd: 1. Nog bewaard: 0.\n")
    assert "1 gesprekken zijn over hun tijd en staan er nog" in done.stderr


@pytest.mark.parametrize(("settings", "said"), [
    ({}, "MAGIKDIT_STORE_URL ontbreekt"),
    ({"MAGIKDIT_STORE_URL": "postgresql://magikdit@127.0.0.1:1/niets"}, "De database antwoordt niet (OperationalError)"),
    ({"MAGIKDIT_STORE_URL": "sqlite:///x", "MAGIKDIT_IDLE_MINUTES": "nooit"}, "MAGIKDIT_IDLE_MINUTES"),
])
def test_a_job_that_cannot_erase_is_an_error(settings, said):
    done = erasing(**settings)
    assert done.returncode == 1
    assert said in done.stderr


def test_what_was_erased_is_not_in_the_files_of_the_database_any_more(server, database, query):
    content = SEAL.close("a", {"slots": {"code": "limburg"}})
    Shelf(database, 3600, now=lambda: 1000.0).write(SEAL.marks("a")[0], content, None)
    query("CHECKPOINT")
    table = server.folder / "data" / query("SELECT pg_relation_filepath('gesprek')")[0][0]
    assert content in table.read_bytes()
    assert erasing(MAGIKDIT_STORE_URL=database).returncode == 0
    query("CHECKPOINT")
    assert content not in table.read_bytes()


def test_the_file_is_for_its_owner_only(tmp_path):
    fill(f"sqlite:///{tmp_path / 'gesprekken'}", a=1.0)
    assert stat.S_IMODE((tmp_path / "gesprekken").stat().st_mode) == 0o600
