"""What somebody types is understood and forgotten: not kept, not logged, not learned."""
import pathlib
import re

import pytest

from tests.conversations.talking import begun

ROOT = pathlib.Path(__file__).parent.parent.parent
CANARY = "kwikstaartje7391"
TYPED = [
    f"hoi ik ben {CANARY}", f"mag ik een fles wijn van aannemer {CANARY} aannemen?", f"nee {CANARY} heeft hem alleen aangeboden",
    f"{CANARY} {CANARY}", f"waarom wil je dat weten {CANARY}", f"wat doet de vertrouwenspersoon {CANARY}?",
    f"{CANARY} bedreigt me met een mes", f"ga terug {CANARY}", f"en {CANARY} wil een bijbaan naast zijn werk",
    f"Een Statenlid, {CANARY}, vraagt om cijfers", f"ik ben zzp'er bij {CANARY}", f"stop maar {CANARY}",
]


@pytest.fixture
def talk(web):
    """A talk in which the canary was typed in every kind of message."""
    talk = begun(web, "limburg")
    for text in TYPED:
        talk.types(text)
    return talk


def test_what_is_kept_are_ids_and_nothing_that_was_typed(web):
    talk = begun(web, "noord-holland")
    talk.types(f"een aannemer, {CANARY}, wil me een fles wijn van 20 euro geven")
    kept = web.get(f"/v1/gesprekken/{talk.id}")
    assert CANARY not in kept.text
    conversation = kept.json()["gesprek"]
    marks = [*conversation.pop("gezegd"), *conversation["vorige"].pop("gezegd")]
    assert all(re.fullmatch("[0-9a-f]{8}", mark) for mark in marks)
    assert conversation == {
        "code": "noord-holland", "dilemma": "geschenk", "misverstanden": 0, "wachtend": [], "wijzigt": None,
        "gewaarschuwd": False, "beurten": 1, "aangeboden": ["wijzig:gever", "wijzig:al_aangenomen", "wijzig:waarde"],
        "antwoorden": [["gever", "relatie"], ["al_aangenomen", "nee"], ["waarde", "hoogstens_50"]],
        "vorige": {"code": "noord-holland"}}
    assert set(kept.json()) == {"gesprekId", "code", "begonnen", "beoordeeld", "herhalingen", "gesprek"}


def test_nothing_typed_is_kept_whatever_kind_of_message_it_was(web, talk):
    assert CANARY not in web.get(f"/v1/gesprekken/{talk.id}").text


def test_nothing_typed_is_kept_for_a_repeated_message(web):
    talk = begun(web, "limburg")
    message = {"json": {"tekst": f"mag ik wijn van {CANARY} aannemen?"}, "headers": {"Idempotency-Key": "een"}}
    first, again = (web.post(f"/v1/gesprekken/{talk.id}/berichten", **message).json() for _ in range(2))
    assert (again["berichten"], again["vraag"], again["keuzes"]) == (first["berichten"], first["vraag"], first["keuzes"])
    assert CANARY not in web.get(f"/v1/gesprekken/{talk.id}").text


def test_a_deleted_conversation_is_gone(web, talk):
    assert web.delete(f"/v1/gesprekken/{talk.id}").status_code == 204
    for answer in (web.get(f"/v1/gesprekken/{talk.id}"), web.delete(f"/v1/gesprekken/{talk.id}"),
                   web.get(f"/v1/gesprekken/{talk.id}/gesprekskaart"),
                   web.post(f"/v1/gesprekken/{talk.id}/berichten", json={"tekst": "hoi"})):
        assert answer.status_code == 404


def test_a_deleted_conversation_leaves_the_others_as_they_are(web):
    one, other = begun(web, "limburg"), begun(web, "limburg")
    other.types("mag ik een fles wijn van een aannemer aannemen?")
    web.delete(f"/v1/gesprekken/{one.id}")
    assert web.get(f"/v1/gesprekken/{other.id}").json()["gesprek"]["dilemma"] == "geschenk"


def test_the_card_holds_no_typed_word(web):
    talk = begun(web, "limburg")
    talk.types(f"vraagje over de dienstauto, {CANARY}")
    talk.chooses("prive_rit")
    card = web.get(f"/v1/gesprekken/{talk.id}/gesprekskaart", headers={"Accept": "text/markdown"})
    assert card.status_code == 200
    assert CANARY not in card.text


@pytest.mark.parametrize("text", [CANARY, f"mag ik {CANARY} aannemen", f"ik word bedreigd door {CANARY}"])
def test_recognising_alone_keeps_and_logs_nothing(web, logs, text):
    assert web.post("/v1/_herken", json={"tekst": text}).status_code == 200
    assert CANARY not in logs.read_text(errors="replace")


def test_no_log_of_engine_or_edge_holds_a_typed_word(web, logs, talk):
    web.post(f"/v1/gesprekken/{talk.id}/berichten", json={"tekst": CANARY * 200})
    web.post(f"/v1/gesprekken/{talk.id}/berichten", json={"keuze": CANARY})
    web.post(f"/v1/gesprekken/{talk.id}/berichten", json={CANARY: "x"})
    web.post(f"/v1/gesprekken/{talk.id}/berichten", content=f'{{"tekst": "{CANARY}', headers={"Content-Type": "application/json"})
    web.get(f"/v1/gesprekken/{CANARY}")
    web.post("/v1/gesprekken", json={"code": CANARY})
    written = logs.read_text(errors="replace")
    assert "berichten" in written
    assert CANARY not in written


def test_talking_writes_nothing_to_disk(web):
    before = written_on_disk()
    talk = begun(web, "noord-holland")
    talk.types(f"mag ik een fles wijn van aannemer {CANARY} aannemen?")
    talk.types(f"{CANARY} {CANARY}")
    assert written_on_disk() == before


def written_on_disk():
    """The files of the model, the training data and the content, with when they were written."""
    return {path: path.stat().st_mtime_ns for folder in ("models", "data", "bot/content")
            for path in (ROOT / folder).rglob("*") if path.is_file()}
