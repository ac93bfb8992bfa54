"""However somebody begins, the assistant finds out which code and which dilemma it is about, or says it cannot help."""
import pytest

from tests.conversations.talking import begun

ENGLISH = "I answer in Dutch"


def choices(turn):
    """The ids of the buttons."""
    return [choice["keuzeId"] for choice in turn["keuzes"]]


def test_without_a_code_the_code_is_asked_first(web):
    turn = begun(web, None).turn
    assert turn["soort"] == "welkom"
    assert choices(turn) == ["limburg", "noord-holland"]


@pytest.mark.parametrize(("typed", "organisation"), [
    ("limburg", "Provincie Limburg"), ("Provincie Limburg", "Provincie Limburg"), ("bij LIMBURG", "Provincie Limburg"),
    ("ik werk bij de provincie limburg", "Provincie Limburg"),
    ("noord-holland", "Provincie Noord-Holland"), ("Noord Holland", "Provincie Noord-Holland"),
    ("ik werk voor provincie noord-holland hoor", "Provincie Noord-Holland"),
])
def test_a_typed_code_is_taken(web, typed, organisation):
    talk = begun(web, None)
    turn = talk.types(typed)
    assert turn["soort"] == "welkom"
    assert organisation in " ".join(turn["berichten"])
    assert talk.types("mag ik een fles wijn van een aannemer aannemen?")["dilemma"] == "geschenk"


@pytest.mark.parametrize(("typed", "dilemma"), [
    ("ik werk bij provincie Limburg en kreeg een kerstpakket van een aannemer, mag dat?", "geschenk"),
    ("Noord-Holland hier. mag ik met de poolauto naar huis", "dienstauto"),
    ("ik werk in limburg, een journalist belde me net", "media"),
])
def test_a_code_and_a_dilemma_in_one_message_are_both_taken(web, typed, dilemma):
    turn = begun(web, None).types(typed)
    assert (turn["soort"], turn["dilemma"]) == ("vraag", dilemma)


@pytest.mark.parametrize(("first", "dilemma"), [
    ("mag ik een bijbaan nemen naast mijn werk", "nevenwerkzaamheden"),
    ("ik kreeg een kerstpakket van een aannemer", "geschenk"),
    ("een statenlid belde me met een vraag", "statenlid_informatie"),
])
@pytest.mark.parametrize(("way", "code"), [("types", "noord holland"), ("chooses", "limburg")])
def test_a_dilemma_named_before_the_code_is_not_asked_again(web, first, dilemma, way, code):
    talk = begun(web, None)
    assert choices(talk.types(first)) == ["limburg", "noord-holland"]
    turn = getattr(talk, way)(code)
    assert (turn["soort"], turn["dilemma"]) == ("vraag", dilemma)


def test_a_fact_told_before_the_code_is_not_asked_again(web):
    talk = begun(web, None)
    talk.types("een aannemer wil me een cadeau van 20 euro geven, mag ik dat aannemen?")
    turn = talk.chooses("noord-holland")
    assert "€ 50 of minder" in " ".join(turn["berichten"])
    assert "wijzig:waarde" in choices(turn)


@pytest.mark.parametrize(("typed", "dilemma"), [
    ("can I accept a bottle of wine from a supplier", "geschenk"),
    ("can I take a second job next to my work?", "nevenwerkzaamheden"),
    ("a journalist called me about my project, what should I do", "media"),
    ("someone at work keeps making sexual comments about me", "ongewenst_gedrag"),
])
@pytest.mark.parametrize("code", ["limburg", "noord-holland"])
def test_english_is_understood_and_answered_in_dutch(web, code, typed, dilemma):
    turn = begun(web, code).types(typed)
    assert ENGLISH in turn["berichten"][0]
    assert (turn["soort"], turn["dilemma"]) == ("vraag", dilemma)


def test_english_is_only_explained_at_the_beginning(web):
    talk = begun(web, "limburg")
    talk.types("A contractor offered me a gift card, can I accept it?")
    assert ENGLISH not in " ".join(talk.types("I have not accepted it yet")["berichten"])


@pytest.mark.parametrize("typed", ["mag ik een app van een leverancier testen", "wat een happy day op het werk"])
def test_dutch_with_an_english_word_is_dutch(web, typed):
    assert ENGLISH not in " ".join(begun(web, "limburg").types(typed)["berichten"])


@pytest.mark.parametrize("typed", ["hoi", "Goedemorgen!", "hallo daar", "hey", "goeiedag"])
@pytest.mark.parametrize("code", ["limburg", "noord-holland"])
def test_a_greeting_is_greeted_back(web, code, typed):
    turn = begun(web, code).types(typed)
    assert turn["soort"] == "welkom"
    assert "Vertel in je eigen woorden" in " ".join(turn["berichten"])


@pytest.mark.parametrize("typed", [
    "wat voor weer wordt het morgen", "hoe laat gaat de trein naar maastricht", "kun je een gedicht schrijven",
    "wie wordt er wereldkampioen voetbal", "hoeveel vakantiedagen heb ik nog",
])
@pytest.mark.parametrize("code", ["limburg", "noord-holland"])
def test_what_this_is_not_about_is_said_with_people_to_talk_to(web, code, typed):
    turn = begun(web, code).types(typed)
    assert turn["soort"] == "buiten_bereik"
    assert "vertrouwenspersoon" in " ".join(turn["berichten"])


def test_not_clear_twice_leads_to_people(web):
    talk = begun(web, "limburg")
    first, second = talk.types("hmm lastig verhaal met van alles"), talk.types("dat ene gedoe van laatst")
    assert first["soort"] == "verduidelijking"
    assert second["soort"] == "niet_begrepen"
    assert "vertrouwenspersoon" in " ".join(second["berichten"])
    assert talk.chooses("iets_anders")["soort"] == "verduidelijking"


@pytest.mark.parametrize(("typed", "both"), [
    ("2 dingen: ik kreeg een horloge van een aannemer EN mijn collega pest me al maanden", {"geschenk", "ongewenst_gedrag"}),
    ("Ik ben uitgenodigd voor een diner van een adviesbureau. Ook wil ik weten of ik raadslid mag worden.",
     {"uitnodiging", "politieke_nevenfunctie"}),
    ("twee vragen, mag ik een bijbaan bij de bakker en verder heb ik mn laptop laten liggen in de trein",
     {"nevenwerkzaamheden", "ict_incident"})])
def test_two_dilemmas_in_one_message_are_both_kept(web, typed, both):
    talk = begun(web, "limburg")
    talk.types(typed)
    assert {talk.kept["dilemma"], *(name for name, _ in talk.kept["wachtend"])} == both
