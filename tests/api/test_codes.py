"""Codes and trees without a conversation."""
import pytest

from bot.receipt import replay

ADDRESS = "/v1/codes/limburg"


def test_all_codes(api):
    assert [code["code"] for code in api.get("/v1/codes").json()["codes"]] == ["limburg", "noord-holland"]


def test_one_code(api):
    assert api.get(ADDRESS).json() == {
        "code": "limburg", "naam": "Gedragscode van Limburg", "organisatie": "de provincie Limburg", "kort": "Limburg",
        "editie": "uitgave voor tests", "algemeneNorm": "Wees open.", "dilemmas": ["geschenk"]}


@pytest.mark.parametrize(("path", "name", "first"), [
    ("artikelen", "artikelen", {"artikelId": "geschenken", "kop": "Artikel 1", "tekst":
     "Artikel 1 Geschenken\nEen geschenk neem je niet aan, tenzij het een kleine attentie is."}),
    ("contacten", "contacten", {"rol": "leidinggevende", "naam": "Je leidinggevende", "bereikbaar": "Loop even langs.",
                                "waarvoor": "Voor je eerste vraag."}),
    ("beslisbomen", "beslisbomen", {"dilemma": "geschenk", "titel": "Een geschenk", "versie": "1.2",
                                    "status": {"stand": "concept", "door": None, "op": None}}),
])
def test_the_parts_of_a_code(api, path, name, first):
    assert api.get(f"{ADDRESS}/{path}").json()[name][0] == first


def test_a_whole_tree(api):
    tree = api.get(f"{ADDRESS}/beslisbomen/geschenk").json()
    edges = {(ask["vraagId"], answer["keuzeId"]): answer["naar"] for ask in tree["vragen"] for answer in ask["antwoorden"]}
    assert tree["begin"] == "lopende_zaak"
    assert edges == {
        ("lopende_zaak", "ja"): "weigeren", ("lopende_zaak", "nee"): "waarde", ("lopende_zaak", "weet_niet"): "overleggen",
        ("waarde", "klein"): "aannemen", ("waarde", "groot"): "weigeren", ("waarde", "weet_niet"): "overleggen"}
    assert [advice["knoopId"] for advice in tree["adviezen"]] == ["weigeren", "aannemen", "overleggen"]


def test_what_a_text_is_about(api, world):
    assert api.post("/v1/_herken", json={"tekst": "Mag dit cadeau?"}).json() == {
        "label": "geschenk", "zekerheid": 0.9, "alternatieven": [], "feiten": []}
    assert world.received == [{"tekst": "Mag dit cadeau?", "code": None}]


@pytest.mark.parametrize(("answers", "kind", "reached"), [
    ({}, "vraag", "lopende_zaak"), ({"lopende_zaak": "nee"}, "vraag", "waarde"),
    ({"waarde": "klein"}, "vraag", "lopende_zaak"),
])
def test_walking_to_a_question(api, answers, kind, reached):
    turn = api.post(f"{ADDRESS}/beslisbomen/geschenk/_doorloop", json={"antwoorden": answers}).json()
    assert (turn["soort"], turn["vraag"]["vraagId"]) == (kind, reached)


@pytest.mark.parametrize("answers", [
    {"lopende_zaak": "nee", "waarde": "klein"}, {"waarde": "klein", "lopende_zaak": "nee"},
])
def test_the_order_of_the_answers_makes_no_difference(api, whole_world, answers):
    turn = api.post(f"{ADDRESS}/beslisbomen/geschenk/_doorloop", json={"antwoorden": answers}).json()
    assert replay(whole_world.catalogue, turn["advies"]["adviesId"]).place.node.id == "aannemen"


@pytest.mark.parametrize("choices", [["ja"], ["nee"], ["nee", "klein"], ["nee", "groot"], ["weet_niet"]])
def test_a_conversation_and_a_walk_give_the_same_turn(api, choose, choices):
    answers = dict(zip(["lopende_zaak", "waarde"], choices, strict=False))
    walked = api.post(f"{ADDRESS}/beslisbomen/geschenk/_doorloop", json={"antwoorden": answers}).json()
    assert choose("geschenk", *choices).json() == walked
