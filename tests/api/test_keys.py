"""The keys of portals: made once, kept as hashes, with rights and an end."""
import json
import stat
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from api.__main__ import main
from api.access.keys import Keys, KeysFileError

READING, TALKING = "/v1/codes", "/v1/gesprekken"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "sleutels.json"


@pytest.fixture
def keys(file) -> Keys:
    return Keys(file)


@pytest.fixture
def closed(api_with, file) -> httpx.Client:
    """A caller of an edge that asks for a key."""
    return api_with(keys_file=file)


def showing(key: str) -> dict:
    return {"headers": {"X-API-Key": key}}


def statuses(client: httpx.Client, **shown) -> tuple[int, int]:
    """The answers to reading and to beginning a conversation."""
    return client.get(READING, **shown).status_code, client.post(TALKING, json={}, **shown).status_code


@pytest.mark.parametrize(("rights", "expected"), [
    (["lezen", "gesprekken"], (200, 201)), (["lezen"], (200, 403)), (["gesprekken"], (403, 201)), ([], (403, 403)),
    (["alles"], (403, 403)),
])
def test_a_key_opens_what_it_has_a_right_to(closed, keys, rights, expected):
    assert statuses(closed, **showing(keys.make("Portaal", rights, 1))) == expected


@pytest.mark.parametrize("wrong", [
    "", "mid", "mid_", "mid__", "x", "mid_00000000_geheim", "é", "mid_{number}_fout", "mid_{number}_", "{secret}", "x" * 5000,
])
def test_a_key_that_is_not_right_opens_nothing(closed, keys, wrong):
    _, number, secret = keys.make("Portaal", ["lezen"], 1).split("_", 2)
    shown = {"X-API-Key": wrong.format(number=number, secret=secret).encode()}
    assert statuses(closed, headers=shown) == (401, 401)


def test_without_a_key_nothing_opens_and_the_answer_says_what_is_needed(closed):
    answer = closed.get(READING)
    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="mag-ik-dit"'
    assert answer.json()["detail"] == "Hier is een sleutel, een token of aanmelden voor nodig."


def test_a_key_without_the_right_is_told_which_right_is_needed(closed, keys):
    answer = closed.post(TALKING, json={}, **showing(keys.make("Portaal", ["lezen"], 1)))
    assert answer.status_code == 403
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert 'error="insufficient_scope", scope="gesprekken"' in answer.headers["WWW-Authenticate"]


@pytest.mark.parametrize(("path", "status"), [
    ("/v1/gezondheid", 200), ("/v1/klaar", 200), ("/v1/openapi.json", 200), ("/v1/docs", 200), ("/web/theme.css", 200),
    ("/", 401), ("/codes/limburg", 401), ("/v1/onbekend", 401), ("/v1/gesprekken/abc", 401), ("/bestaat-niet", 401),
    ("//v1/gezondheid", 401), ("/v1/codes/limburg/contacten", 401),
])
def test_only_what_says_nothing_of_anyone_is_open(closed, path, status):
    assert closed.get(path).status_code == status


def test_an_expired_key_opens_nothing(closed, keys, file):
    key = keys.make("Portaal", ["lezen"], 1)
    kept = json.loads(file.read_text())
    kept["sleutels"][0]["verloopt"] = (datetime.now(UTC) - timedelta(seconds=1)).isoformat()
    file.write_text(json.dumps(kept))
    assert statuses(closed, **showing(key)) == (401, 401)


def test_a_withdrawn_key_opens_nothing_at_once(closed, keys):
    key, other = keys.make("Portaal", ["lezen"], 1), keys.make("Ander portaal", ["lezen"], 1)
    assert closed.get(READING, **showing(key)).status_code == 200
    assert keys.withdraw(key.split("_")[1]) is True
    assert closed.get(READING, **showing(key)).status_code == 401
    assert closed.get(READING, **showing(other)).status_code == 200


def test_the_file_holds_no_key_and_is_for_its_owner_only(keys, file):
    secret = keys.make("Portaal", ["lezen"], 1).split("_", 2)[2]
    assert secret not in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_whoever_is_open_to_all_still_refuses_a_wrong_key(api_with, file):
    client = api_with(keys_file=file, open_to_all=True)
    assert statuses(client) == (200, 201)
    assert statuses(client, **showing("mid_00000000_x")) == (401, 401)


@pytest.mark.parametrize("broken", ["", "{", '{"sleutels": [{}]}', '{"anders": []}'])
def test_a_file_that_cannot_be_read_is_said_so(keys, file, broken):
    file.write_text(broken)
    with pytest.raises(KeysFileError, match="geen leesbaar bestand"):
        keys.all()


def test_a_file_that_breaks_while_the_edge_runs_lets_nobody_in(closed, keys, file):
    key = keys.make("Portaal", ["lezen"], 1)
    file.write_text("{")
    answer = closed.get(READING, **showing(key))
    assert answer.status_code == 500
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_the_command_makes_shows_and_withdraws(file, monkeypatch, capsys):
    monkeypatch.setenv("MAGIKDIT_KEYS_FILE", str(file))
    assert main(["sleutel", "maak", "--naam", "Portaal", "--rechten", "lezen", "--dagen", "30"]) == 0
    key = capsys.readouterr().out.splitlines()[0]
    assert Keys(file).rights(key) == {"lezen"}
    number = key.split("_")[1]
    assert main(["sleutel", "toon"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"{number}  Portaal  rechten: lezen  verloopt: ")
    assert key.split("_", 2)[2] not in shown
    assert main(["sleutel", "intrek", number]) == 0
    assert main(["sleutel", "intrek", number]) == 1
    assert Keys(file).rights(key) is None


@pytest.mark.parametrize("arguments", [
    ["maak"], ["maak", "--naam", "x", "--dagen", "0"], ["maak", "--naam", "x", "--dagen", "9999"],
    ["maak", "--naam", "x", "--rechten", "alles"], ["intrek"], [],
])
def test_a_command_that_is_not_right_changes_nothing(file, monkeypatch, arguments):
    monkeypatch.setenv("MAGIKDIT_KEYS_FILE", str(file))
    with pytest.raises(SystemExit) as refused:
        main(["sleutel", *arguments])
    assert refused.value.code == 2
    assert not file.exists()


def test_the_command_says_that_there_is_no_file(monkeypatch, capsys):
    monkeypatch.delenv("MAGIKDIT_KEYS_FILE", raising=False)
    assert main(["sleutel", "toon"]) == 1
    assert "MAGIKDIT_KEYS_FILE" in capsys.readouterr().out
