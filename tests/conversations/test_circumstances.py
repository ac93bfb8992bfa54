"""Who somebody is and whose manager is involved changes who to talk to, whenever it is told."""
import pytest

from tests.conversations.talking import begun

CODES = ["limburg", "noord-holland"]
AWAY = {"limburg": {"vertrouwenspersoon", "directie"},
        "noord-holland": {"andere_leidinggevende", "vertrouwenspersoon", "team_integriteit"}}
INVOLVED = [
    "mijn leidinggevende is er zelf bij betrokken",
    "mijn leidinggevende zit er zelf tussen",
    "mijn baas is er ook bij betrokken",
]


def roles(turn):
    """The roles that the advice refers to."""
    return {person["rol"] for person in turn["advies"]["doorverwijzingen"]}


@pytest.fixture(params=CODES)
def code(request):
    """A code of conduct."""
    return request.param


@pytest.fixture
def talk(web, code):
    """A talk about the company car; the open question is what for."""
    talk = begun(web, code)
    talk.types("vraagje over de dienstauto")
    assert talk.turn["vraag"]["vraagId"] == "auto_kwestie"
    return talk


def test_without_a_circumstance_the_manager_is_the_one_to_talk_to(talk):
    assert "leidinggevende" in roles(talk.chooses("prive_rit"))


@pytest.mark.parametrize("told", INVOLVED)
def test_an_involved_manager_told_in_between_is_noted_and_the_question_stays_open(talk, code, told):
    turn = talk.types(told)
    assert turn["vraag"]["vraagId"] == "auto_kwestie"
    assert [fact["keuzeId"] for fact in turn["begrepen"]["feiten"]] == ["ja"]
    assert "leidinggevende" not in roles(talk.chooses("prive_rit"))
    assert AWAY[code] <= roles(talk.turn)


@pytest.mark.parametrize("told", INVOLVED)
def test_an_involved_manager_told_in_the_first_message_counts_in_the_advice(web, code, told):
    talk = begun(web, code)
    talk.types(f"vraagje over de dienstauto, {told}")
    assert talk.turn["dilemma"] == "dienstauto"
    assert "leidinggevende" not in roles(talk.chooses("prive_rit"))
    assert AWAY[code] <= roles(talk.turn)


def test_an_involved_manager_can_be_added_to_the_advice_by_a_button(talk, code):
    talk.chooses("prive_rit")
    assert "ook:eigen_leidinggevende_betrokken:ja" in [choice["keuzeId"] for choice in talk.turn["keuzes"]]
    turn = talk.chooses("ook:eigen_leidinggevende_betrokken:ja")
    assert turn["advies"]["oordeel"] == "niet_toegestaan"
    assert "leidinggevende" not in roles(turn)
    assert AWAY[code] <= roles(turn)
    assert "met je leidinggevende" not in " ".join(turn["advies"]["stappen"])


def test_an_involved_manager_can_be_told_in_words_after_the_advice(talk, code):
    talk.chooses("prive_rit")
    assert "leidinggevende" not in roles(talk.types("mijn leidinggevende is er zelf bij betrokken"))
    assert AWAY[code] <= roles(talk.turn)


def test_an_involved_manager_can_be_taken_back(talk):
    talk.chooses("prive_rit")
    talk.chooses("ook:eigen_leidinggevende_betrokken:ja")
    assert "leidinggevende" in roles(talk.chooses("wijzig:eigen_leidinggevende_betrokken"))


@pytest.mark.parametrize(("told", "role"), [
    ("ik ben zelf leidinggevende", "leidinggevende"), ("ik geef leiding aan een team", "leidinggevende"),
    ("ik ben hier ingehuurd als zzp'er", "extern"), ("ik loop hier stage", "extern"), ("ik ben uitzendkracht", "extern"),
])
def test_a_role_told_in_between_is_noted(talk, told, role):
    turn = talk.types(told)
    assert turn["vraag"]["vraagId"] == "auto_kwestie"
    assert [(fact["vraagId"], fact["keuzeId"]) for fact in turn["begrepen"]["feiten"]] == [("ik_ben", role)]


@pytest.mark.parametrize(("code", "told", "said"), [
    ("limburg", "leidinggevende", "Algemeen Directeur"), ("noord-holland", "leidinggevende", "te woord staan"),
    ("limburg", "extern", "Ook voor jou geldt deze code"), ("noord-holland", "extern", "Deze code geldt ook voor jou"),
])
def test_a_role_is_said_in_the_advice(web, code, told, said):
    talk = begun(web, code)
    talk.types("vraagje over de dienstauto")
    talk.chooses("prive_rit")
    turn = talk.chooses(f"ook:ik_ben:{told}")
    assert said in turn["advies"]["uitleg"]
    assert turn["advies"]["oordeel"] == "niet_toegestaan"


def test_a_role_holds_in_the_next_dilemma_and_an_involved_manager_does_not(talk):
    talk.types("ik ben hier ingehuurd als zzp'er")
    talk.types("mijn leidinggevende is er zelf bij betrokken")
    talk.chooses("prive_rit")
    talk.types("er belde net een journalist")
    assert talk.turn["dilemma"] == "media"
    assert talk.web.get(f"/v1/gesprekken/{talk.id}").json()["gesprek"]["antwoorden"] == [["ik_ben", "extern"]]


def test_a_suspicion_about_the_own_manager_never_leads_to_that_manager(web, code):
    talk = begun(web, code)
    talk.types("mijn leidinggevende laat zich omkopen door een aannemer")
    assert talk.turn["dilemma"] == "omkoping"
    talk.chooses("nee")
    talk.chooses("weet_niet")
    assert "leidinggevende" not in roles(talk.turn)
