"""Whole conversations up to the advice and what can be done with it, through the trained model."""
import pytest

from tests.conversations.talking import begun

TALKS = {
    "limburg": ("mag ik een grote fles champagne van een aannemer aannemen?", "Dit mag niet."),
    "noord-holland": ("mag ik een fles wijn van 60 euro van een aannemer aannemen?", "Dit mag niet."),
}
CAREFUL = {"lopende_zaak": "nee", "tegenprestatie_verwacht": "nee", "kun_je_weigeren": "ja", "gever": "relatie", "al_aangenomen": "nee",
           "klein_en_incidenteel": "groter"}


@pytest.fixture(params=sorted(TALKS))
def talk(web, request):
    """Somebody who was advised not to accept a gift."""
    talk = begun(web, request.param)
    talk.types(TALKS[request.param][0])
    while talk.turn["vraag"]:
        talk.chooses(CAREFUL[talk.turn["vraag"]["vraagId"]])
    return talk


def test_the_advice_begins_with_the_verdict_and_ends_with_the_question_whether_it_helped(talk):
    advice, said = talk.turn["advies"], talk.turn["berichten"]
    assert said[-1] == "Had je iets aan dit advies?"
    assert advice["kern"] in said
    assert advice["kern"].startswith("Dit mag niet. ")
    assert said.index(advice["kern"]) < said.index("Dit gaf de doorslag:") < said.index("Wat je nu doet:") < said.index("Met wie je kunt praten:")
    assert [(one["vraagId"], one["keuzeId"]) for one in advice["waarom"]["antwoorden"]] == [
        (one["vraagId"], one["keuzeId"]) for one in advice["doorslaggevend"]]
    assert advice["anders"]


def test_what_is_said_to_change_it_does_change_it(talk, web):
    advice = talk.turn["advies"]
    facts = web.get(f"/v1/adviezen/{advice['adviesId']}").json()["feiten"]
    told = {fact["vraagId"]: fact["keuzeId"] for fact in facts}
    sure = [one for one in advice["anders"] if one["zeker"]]
    for one in sure:
        address = f"/v1/codes/{advice['bronnen'][0]['code']}/beslisbomen/geschenk/_doorloop"
        changed = web.post(address, json={"antwoorden": told | {one["vraagId"]: one["keuzeId"]}}).json()
        assert changed["vraag"] or changed["advies"]["oordeel"] in one["oordelen"]
    assert sure


def test_declining_gives_the_words_of_the_advice(talk):
    refusal = talk.turn["advies"]["afwijzen"]
    said = talk.chooses("afwijzen")["berichten"]
    assert refusal["zin"] in " ".join(said)
    assert [line for line in said if line in refusal["mail"]] == refusal["mail"]


def test_the_card_and_the_receipt_show_the_same_advice(talk, web):
    receipt = talk.turn["advies"]["adviesId"]
    assert f"/adviezen/{receipt}" in " ".join(talk.chooses("kaart")["berichten"])
    cards = [web.get(path, headers={"Accept": "text/markdown"}).text
             for path in (f"/v1/gesprekken/{talk.id}/gesprekskaart", f"/v1/adviezen/{receipt}")]
    assert cards[0] == cards[1]
    assert web.get(f"/adviezen/{receipt}").status_code == 200


def test_an_opinion_is_thanked_for_once_and_another_question_starts_anew(talk, web):
    thanks = [talk.chooses(choice)["berichten"] for choice in ("nuttig:ja", "nuttig:ja", "nuttig:nee")]
    assert "telt mee" in thanks[0][0]
    assert len({tuple(words) for words in thanks}) == 3
    assert len(web.get(f"/v1/gesprekken/{talk.id}").json()["beoordeeld"]) == 1
    assert talk.chooses("opnieuw")["soort"] == "welkom"
