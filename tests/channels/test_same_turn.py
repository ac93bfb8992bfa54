"""The turn of the API in both channels: its words, its controls, its sources, its people, its card and its feedback."""
import io
import pathlib
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from api.counts import Counts, Opinion
from tests.api.clock import wait_for
from tests.channels.conftest import PUBLIC
from tests.channels.either import Either, chooses, does, links

TYPED = "ik kreeg een fles van kwikstaartje7391"
ALWAYS = ("bron", "terug", "samenvatting", "mens", "opnieuw", "stop")
NUMBER = re.compile(r"^\d+\. ")


@pytest.fixture
def in_api(edge):
    """Gives the turn of the API after this text and these choices."""
    def turn(*choices: str) -> dict:
        address = edge.post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"] + "/berichten"
        said = [{"tekst": TYPED}, *({"keuze": choice} for choice in choices)]
        return [edge.post(address, json=message).json() for message in said][-1]
    return turn


@pytest.fixture
def to_advice(in_api) -> list[str]:
    """The choices that lead to an advice to decline a gift."""
    choices: list[str] = []
    while (turn := in_api(*choices))["vraag"]:
        offered = [choice["keuzeId"] for choice in turn["keuzes"]]
        choices.append(next(choice for choice in ("ja", "groter", *offered) if choice in offered))
    return choices


def reads(somebody: Either, *choices: str) -> dict:
    """The message after this text and these choices."""
    message = does(somebody, lambda: somebody.person.types(TYPED))
    for choice in choices:
        message = chooses(somebody, message, choice)
    return message


def is_the_turn(somebody: Either, message: dict, turn: dict) -> None:
    """Check that everything that the API says and offers is in this message."""
    words = somebody.words(message)
    for line in turn["berichten"]:
        assert NUMBER.sub("", line) in words
    offered = {value.rpartition("|")[2] for value in somebody.values(message)}
    assert {choice["keuzeId"] for choice in turn["keuzes"]} - {"kaart"} <= offered


@pytest.mark.parametrize("control", ["waarom", "weet_niet", *ALWAYS])
def test_a_control_at_a_question_gives_the_turn_of_the_api(somebody, in_api, control):
    question = reads(somebody)
    is_the_turn(somebody, question, in_api())
    is_the_turn(somebody, chooses(somebody, question, control), in_api(control))


@pytest.mark.parametrize("control", [*ALWAYS, "nuttig:ja", "nuttig:nee"])
def test_a_control_at_an_advice_gives_the_turn_of_the_api(somebody, in_api, to_advice, control):
    advice = reads(somebody, *to_advice)
    is_the_turn(somebody, advice, in_api(*to_advice))
    is_the_turn(somebody, chooses(somebody, advice, control), in_api(*to_advice, control))


def test_everything_that_an_advice_offers_gives_the_turn_of_the_api(somebody, in_api, to_advice):
    offered = [choice["keuzeId"] for choice in in_api(*to_advice)["keuzes"]]
    changes = [choice for choice in offered if choice.startswith(("wijzig:", "ook:")) or choice == "afwijzen"]
    assert len(changes) > 1
    for number, choice in enumerate(changes):
        another = replace(somebody, person=replace(somebody.person, user=f"{somebody.person.user}{number}"))
        is_the_turn(another, chooses(another, reads(another, *to_advice), choice), in_api(*to_advice, choice))


def test_every_source_of_an_advice_opens_at_its_passage(somebody, edge, to_advice, in_api):
    message = reads(somebody, *to_advice)
    said = somebody.quotes(message)
    shown = somebody.quotes(chooses(somebody, message, "bron"))
    sources = in_api(*to_advice)["advies"]["bronnen"]
    quoted = {f"“{source['citaat']}” ({source['vindplaats']})" for source in sources}
    assert quoted <= {words for words, _ in (*said, *shown)}
    assert shown
    for words, address in (*said, *shown):
        path, _, passage = address.removeprefix(PUBLIC).partition("#")
        page = edge.get(path)
        assert page.status_code == 200
        assert f'id="{passage}"' in page.text
        assert words.rpartition("(")[2].rstrip(")") in page.text


def test_everyone_to_talk_to_is_named_with_how_to_reach_them(somebody, to_advice, in_api):
    words = somebody.words(reads(somebody, *to_advice))
    people = in_api(*to_advice)["advies"]["doorverwijzingen"]
    assert people
    for person in people:
        assert f"{person['naam']}: {person['waarvoor']} {person['bereikbaar']}" in words


def test_the_card_is_there_as_a_link_and_as_a_file(somebody, edge, to_advice, in_api):
    message, title = reads(somebody, *to_advice), in_api(*to_advice)["advies"]["titel"]
    link, = (link for link in links(message) if link.endswith("/gesprekskaart"))
    assert title in edge.get(link).text
    somebody.take_card(message)
    wait_for(lambda: somebody.files, 20)
    pdf = somebody.files[0][somebody.files[0].index(b"%PDF-"):]
    assert title in " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())


@pytest.mark.parametrize("answer", ["ja", "nee"])
def test_whether_it_helped_is_counted_once_and_without_a_word(somebody, counted, to_advice, in_api, answer):
    verdict = in_api(*to_advice)["advies"]["oordeel"]
    before = Counts(counted).all()
    advice = reads(somebody, *to_advice)
    for choice in (f"nuttig:{answer}", f"nuttig:{answer}", "nuttig:ja"):
        chooses(somebody, advice, choice)
    after = Counts(counted).all()
    opinion = Opinion("limburg", "geschenk", verdict, answer)
    assert {one: number - before.get(one, 0) for one, number in after.items() if number != before.get(one, 0)} == {opinion: 1}
    written = pathlib.Path(counted.removeprefix("sqlite:///")).read_bytes()
    assert b"geschenk" in written
    for mark in ("kwikstaartje7391", somebody.person.user):
        assert mark.encode() not in written


def test_a_conversation_that_the_engine_lost_begins_anew(somebody, world):
    question = reads(somebody)
    world.conversations.clear()
    message = chooses(somebody, question, "samenvatting")
    assert "nog niets" in somebody.words(message)
    assert "over een geschenk" in somebody.words(does(somebody, lambda: somebody.person.types(TYPED)))
