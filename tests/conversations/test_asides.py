"""What somebody says beside the open question is answered, and then that question is there again."""
import pytest

from tests.conversations.talking import begun

GIFT = "een fles wijn van een aannemer, hoe zit dat?"


@pytest.fixture(params=["limburg", "noord-holland"])
def talk(web, request):
    """A talk about a gift from a contractor; the open question is whether it was accepted."""
    talk = begun(web, request.param)
    talk.types(GIFT)
    assert talk.turn["vraag"]["vraagId"] == "al_aangenomen"
    return talk


@pytest.mark.parametrize(("asked", "told"), [
    ("wat doet de vertrouwenspersoon eigenlijk?", "vertrouwenspersoon"),
    ("geldt de code ook voor uitzendkrachten?", "code"),
    ("wat gebeurt er als ik de code overtreed?", "gevolgen"),
    ("wat doen jullie met mijn gegevens?", "gesprek"),
    ("wat is integriteit eigenlijk", "ntegr"),
    ("ben jij een robot?", "digitale assistent"),
])
def test_an_information_question_is_answered_and_the_open_question_comes_again_in_other_words(talk, asked, told):
    turn = talk.types(asked)
    assert turn["soort"] == "informatie"
    assert told in " ".join(turn["berichten"])
    assert turn["berichten"][-1] == turn["vraag"]["tekst"]
    assert turn["vraag"]["tekst"].startswith("Is het alleen aangeboden")
    assert [choice["keuzeId"] for choice in turn["keuzes"]] == [
        "nee", "ja", "toegestuurd", "zelf_gevraagd", "weet_niet"]


@pytest.mark.parametrize(("way", "message", "told"), [
    ("types", "waarom vraag je dat?", "Daarom vraag ik dit"), ("types", "waarom wil je dat weten", "Daarom vraag ik dit"),
    ("chooses", "waarom", "Daarom vraag ik dit"),
    ("types", "waar staat dat?", "In de gedragscode staat"), ("chooses", "bron", "In de gedragscode staat"),
    ("types", "kan ik iemand spreken?", "Bij deze mensen kun je terecht"), ("types", "ik wil liever een mens spreken", "Bij deze mensen"),
    ("chooses", "mens", "Bij deze mensen kun je terecht"),
    ("types", "wat heb ik tot nu toe verteld?", "Van wie komt het geschenk?"),
    ("chooses", "samenvatting", "Van wie komt het geschenk?"),
    ("types", "dankjewel", "Graag gedaan"),
])
def test_a_move_typed_or_chosen_leaves_the_question_open(talk, way, message, told):
    turn = getattr(talk, way)(message)
    assert turn["soort"] == "informatie"
    assert told in " ".join(turn["berichten"])
    assert turn["vraag"]["vraagId"] == "al_aangenomen"
    assert kept(talk) == [["gever", "relatie"]]


@pytest.mark.parametrize(("way", "message"), [
    ("types", "ga terug"), ("types", "vorige vraag"), ("types", "een stap terug graag"), ("chooses", "terug")])
def test_back_asks_the_last_question_again(talk, way, message):
    talk.types("nee is alleen aangeboden")
    assert talk.turn["vraag"]["vraagId"] == "lopende_zaak"
    turn = getattr(talk, way)(message)
    assert turn["vraag"]["vraagId"] == "al_aangenomen"
    assert kept(talk) == [["gever", "relatie"]]


def test_back_can_go_on_to_the_beginning(talk):
    assert talk.chooses("terug")["vraag"]["vraagId"] == "gever"
    assert talk.chooses("terug")["vraag"]["vraagId"] == "gever"
    assert kept(talk) == []


def test_a_change_asks_one_question_again_and_keeps_the_other_answers(talk):
    talk.types("nee is alleen aangeboden")
    assert talk.chooses("wijzig:gever")["vraag"]["vraagId"] == "gever"
    assert talk.types("van een inwoner")["vraag"]["vraagId"] == "lopende_zaak"
    assert kept(talk) == [["al_aangenomen", "nee"], ["gever", "inwoner"]]


@pytest.mark.parametrize(("way", "message"), [
    ("types", "opnieuw beginnen"), ("types", "begin maar opnieuw"), ("chooses", "opnieuw")])
def test_again_forgets_everything_but_the_code(talk, way, message):
    assert getattr(talk, way)(message)["soort"] == "welkom"
    assert kept(talk) == []
    assert talk.types(GIFT)["vraag"]["vraagId"] == "al_aangenomen"


@pytest.mark.parametrize(("way", "message"), [
    ("types", "stop"), ("types", "laat maar, ik stop ermee"), ("types", "doei"), ("chooses", "stop")])
def test_stop_says_goodbye_with_people_and_forgets(talk, way, message):
    turn = getattr(talk, way)(message)
    assert turn["soort"] == "afscheid"
    assert "leidinggevende" in " ".join(turn["berichten"])
    assert kept(talk) == []


@pytest.mark.parametrize(("message", "other"), [
    ("ik wil ook een bijbaan in de horeca nemen", "nevenwerkzaamheden"),
    ("en een journalist belde me vandaag over mijn project", "media"),
    ("trouwens, mijn collega wordt de hele dag gepest", "ongewenst_gedrag"),
])
def test_another_dilemma_is_confirmed_and_not_swallowed(talk, message, other):
    turn = talk.types(message)
    assert (turn["soort"], turn["dilemma"]) == ("verduidelijking", "geschenk")
    assert [choice["keuzeId"] for choice in turn["keuzes"]] == [other, "verder"]
    assert kept(talk) == [["gever", "relatie"]]
    assert talk.chooses("verder")["vraag"]["vraagId"] == "al_aangenomen"
    talk.types(message)
    assert talk.chooses(other)["dilemma"] == other


def test_not_understood_is_put_in_other_words_and_then_leads_to_people(talk):
    first, second = talk.types("flubber de blub"), talk.types("blubber de flub")
    assert first["soort"] == second["soort"] == "niet_begrepen"
    assert "Is het alleen aangeboden" in " ".join(first["berichten"])
    assert "praat met een mens" in " ".join(second["berichten"])
    assert "vertrouwenspersoon" in " ".join(second["berichten"])
    assert second["vraag"]["vraagId"] == "al_aangenomen"
    assert kept(talk) == [["gever", "relatie"]]


@pytest.mark.parametrize("reply", ["nee, alleen aangeboden", "nee", "nee hoor", "nog niet aangenomen"])
def test_a_reply_answers_one_question_and_never_the_next(talk, reply):
    talk.types(reply)
    assert talk.turn["vraag"]["vraagId"] == "lopende_zaak"
    assert kept(talk) == [["gever", "relatie"], ["al_aangenomen", "nee"]]


def test_a_first_message_with_no_in_it_answers_no_question(web):
    talk = begun(web, "limburg")
    talk.types("ik kreeg een cadeau en weet niet of ik ja of nee moet zeggen")
    assert kept(talk) == []


def kept(talk):
    """The answers that are kept."""
    return talk.web.get(f"/v1/gesprekken/{talk.id}").json()["gesprek"]["antwoorden"]
