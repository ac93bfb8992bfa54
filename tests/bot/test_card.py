"""The gesprekskaart as text: everything for the talk with the manager, and no name."""
import datetime

import pytest

from api.card_page import as_html
from bot.card import as_json, card_of
from bot.card_text import as_markdown
from bot.catalogue import read
from bot.receipt import replay

DAY = datetime.date(2026, 3, 9)
FACTS = {"hoeveel_bloemen": "weet_niet", "ik_ben": "stagiair"}
REFUSING = {"hoeveel_bloemen": "meer"}


@pytest.fixture
def content(folder):
    return read(folder)


def card(content, answers):
    return card_of(content, "zeekant", "geschenk", answers, DAY)


@pytest.mark.parametrize("form", [as_markdown, as_html])
@pytest.mark.parametrize("part", [
    "Gesprekskaart: Bloemen aannemen", "Waterschap Zeekant", "9-3-2026", "Hoeveel bloemen krijg je aangeboden? Weet ik niet.",
    "Wat is jouw rol? Ik loop stage.", "Overleg eerst. Bespreek het eerst.", "Vraag het je leidinggevende.", "Je leidinggevende: Om samen te kijken.",
    "“Bespreek elke twijfel met je leidinggevende”", "De code zegt niets over twijfel aan het aantal.", "Besluit van de leidinggevende",
    "Akkoord", "Akkoord onder voorwaarden", "Niet akkoord", "Toelichting of voorwaarden:", "Datum:", "2024", "versie 1", "Adviesnummer: zeekant.geschenk.1.",
    "nog niet zelf nagekeken", "Toestemming geven kan ik niet",
])
def test_the_card_holds(content, form, part):
    assert part in form(card(content, FACTS))


def test_the_receipt_on_the_card_leads_back_to_the_same_card(content):
    made = card(content, FACTS)
    found = replay(content, made.receipt)
    again = card(content, dict((*found.place.taken, *found.place.held)))
    assert as_markdown(again) == as_markdown(made)


def test_a_question_has_no_card(content):
    assert card(content, {"hoeveel_bloemen": "een"}) is None


def test_the_data_names_facts_versions_and_an_empty_decision(content):
    data = as_json(card(content, FACTS))
    assert data["datum"] == "2026-03-09"
    assert data["gedragscode"] == {"code": "zeekant", "naam": "Gedragscode waterschap Zeekant", "editie": "2024"}
    assert data["beslisboom"]["versie"] == "1"
    assert [(fact["vraagId"], fact["keuzeId"]) for fact in data["feiten"]] == list(FACTS.items())
    assert data["besluit"]["gekozen"] is None


@pytest.mark.parametrize(("answers", "declines"), [(REFUSING, True), (FACTS, False)])
@pytest.mark.parametrize("form", [as_markdown, as_html])
def test_words_to_decline_with_are_under_the_card_when_the_advice_is_to_refuse(content, answers, declines, form):
    assert ("Zo kun je vriendelijk nee zeggen" in form(card(content, answers))) is declines


def test_everything_on_the_page_is_text(folder):
    path = folder / "bomen/zeekant/geschenk.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Zeg vriendelijk nee.", "Zeg <b>nee</b> & dank."), encoding="utf-8")
    assert "Zeg &lt;b&gt;nee&lt;/b&gt; &amp; dank." in as_html(card(read(folder), REFUSING))
