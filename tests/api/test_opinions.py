"""Whether an advice helped is counted once, without a word of what was said, and small counts are never shown."""
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import create_engine, inspect

from api import counts
from api.counts import Counts, Opinion, shown

REFUSED = Opinion("limburg", "geschenk", "niet_toegestaan", "ja")


@pytest.fixture
def address(tmp_path) -> str:
    return f"sqlite:///{tmp_path / 'tellingen.sqlite3'}"


@pytest.fixture
def client(api_with, address):
    """A caller of an edge with counts of its own."""
    return api_with(statistics_url=address)


@pytest.fixture
def talk(client):
    """Takes choices in a new conversation, one after the other; gives its address."""
    def taken(*choices: str) -> str:
        conversation = client.post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"]
        for choice in choices:
            assert client.post(f"{conversation}/berichten", json={"keuze": choice}).status_code == 200
        return conversation
    return taken


@pytest.mark.parametrize(("choices", "counted"), [
    (["geschenk", "ja", "nuttig:ja"], {("niet_toegestaan", "ja"): 1}),
    (["geschenk", "nee", "klein", "nuttig:nee"], {("toegestaan_mits", "nee"): 1}),
    (["geschenk", "ja", "nuttig:ja", "nuttig:ja", "nuttig:nee"], {("niet_toegestaan", "ja"): 1}),
    (["geschenk", "ja", "nuttig:ja", "wijzig:lopende_zaak", "weet_niet", "nuttig:nee"], {("niet_toegestaan", "ja"): 1, ("overleg", "nee"): 1}),
    (["geschenk", "nuttig:ja"], {}), (["nuttig:nee"], {}), (["geschenk", "ja", "mens"], {}),
])
def test_an_opinion_counts_once_for_each_advice(talk, address, choices, counted):
    talk(*choices)
    assert {(one.verdict, one.answer): number for one, number in Counts(address).all().items()} == counted


def test_several_people_add_up(talk, address):
    for _ in range(3):
        talk("geschenk", "ja", "nuttig:ja")
    assert Counts(address).all() == {REFUSED: 3}


def test_opinions_at_the_same_time_add_up(address):
    counting = Counts(address)
    with ThreadPoolExecutor(8) as people:
        list(people.map(counting.add, [REFUSED] * 40))
    assert counting.all() == {REFUSED: 40}


def test_a_repeat_with_the_same_key_counts_once(client, talk, address):
    conversation = talk("geschenk", "ja")
    for _ in range(3):
        client.post(f"{conversation}/berichten", json={"keuze": "nuttig:ja"}, headers={"Idempotency-Key": "een-sleutel"})
    assert Counts(address).all() == {REFUSED: 1}


def test_an_opinion_that_does_not_exist_is_refused_and_not_counted(client, talk, address):
    conversation = talk("geschenk", "ja")
    answer = client.post(f"{conversation}/berichten", json={"keuze": "nuttig:misschien"})
    assert (answer.status_code, answer.json()["fouten"][0]["verwacht"]) == (400, ["nuttig:ja", "nuttig:nee"])
    assert Counts(address).all() == {}


def test_what_is_kept_for_it_is_shown_and_erased_with_the_conversation(client, talk):
    conversation = talk("geschenk", "ja", "nuttig:ja")
    assert [receipt.split(".")[:2] for receipt in client.get(conversation).json()["beoordeeld"]] == [["limburg", "geschenk"]]
    assert client.delete(conversation).status_code == 204


def test_the_table_holds_a_number_and_nothing_about_anybody(talk, address):
    talk("geschenk", "ja", "nuttig:ja")
    columns = inspect(create_engine(address)).get_columns("tellingen")
    assert [column["name"] for column in columns] == ["code", "dilemma", "oordeel", "nuttig", "aantal"]


def test_a_database_that_is_away_costs_the_person_nothing_and_is_logged_by_its_kind(api_with, caplog):
    client = api_with(statistics_url="sqlite:////bestaat/niet/tellingen.sqlite3")
    conversation = client.post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"]
    turns = [client.post(f"{conversation}/berichten", json={"keuze": choice}) for choice in ("geschenk", "ja", "nuttig:ja")]
    assert "telt mee" in turns[-1].json()["berichten"][0]
    assert "OperationalError" in caplog.text
    assert "bestaat" not in caplog.text


@pytest.mark.parametrize(("numbers", "lines"), [
    ({"ja": 4, "nee": 4}, []), ({"ja": 0, "nee": 0}, []), ({}, []),
    ({"ja": 5}, ["limburg, geschenk, niet_toegestaan: 5 keer ja, minder dan 5 keer nee"]),
    ({"ja": 4, "nee": 12}, ["limburg, geschenk, niet_toegestaan: minder dan 5 keer ja, 12 keer nee"]),
    ({"ja": 30, "nee": 5}, ["limburg, geschenk, niet_toegestaan: 30 keer ja, 5 keer nee"]),
])
def test_a_count_under_five_is_never_shown(numbers, lines):
    counted = {Opinion("limburg", "geschenk", "niet_toegestaan", answer): number for answer, number in numbers.items()}
    assert list(shown(counted)) == lines


def test_the_command_prints_the_counts(talk, address, monkeypatch, capsys):
    for _ in range(5):
        talk("geschenk", "ja", "nuttig:ja")
    monkeypatch.setenv("MAGIKDIT_STATISTICS_URL", address)
    assert counts.main() == 0
    assert "limburg, geschenk, niet_toegestaan: 5 keer ja, minder dan 5 keer nee" in capsys.readouterr().out


@pytest.mark.parametrize("url", ["sqlite:////bestaat/niet/tellingen.sqlite3", "mysql://ergens/iets"])
def test_the_command_says_when_the_counts_cannot_be_read(url, monkeypatch, capsys):
    monkeypatch.setenv("MAGIKDIT_STATISTICS_URL", url)
    assert counts.main() == 1
    assert "MAGIKDIT_STATISTICS_URL" in capsys.readouterr().err
