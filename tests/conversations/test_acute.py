"""Danger comes before everything: people and numbers at once, and nothing of the conversation is lost."""
import pytest

from tests.conversations.talking import begun

DANGER = [
    "Ik word bedreigd door een boer die mijn huisadres heeft",
    "iemand heeft gezegd dat ie weet waar mijn kinderen op school zitten",
    "hij zei dat hij me wat aan gaat doen als ik de vergunning weiger",
    "ze hebben gedreigd mijn huis in brand te steken",
    "ik krijg doodsbedreigingen via de mail",
    "HELP ik word gestalkt door een inwoner en hij staat voor mn deur",
    "ben bang dat hij me vanavond thuis opwacht",
    "ik word gechanteerd met foto's en ik ben bang",
    "er staat nu iemand met een mes bij de balie",
    "mijn leidinggevende heeft me net geslagen",
    "ik ben gisteren aangerand door een collega",
    "er ligt een collega bewusteloos in de hal",
    "ik zie het niet meer zitten, ik wil er een einde aan maken",
    "ik wil niet meer leven",
    "ik denk aan zelfmoord",
    "ik wou dat ik er niet meer was",
    "ik kan niet meer, ik spring straks voor de trein",
    "ik heb pillen klaarliggen",
    "mijn collega heeft gezegd dat ze zichzelf iets wil aandoen",
    "I want to kill myself",
    "someone threatened to kill me",
    "een aannemer weet waar mijn dochter voetbalt, zei hij met een lachje",
    "my ex knows where i live and he keeps driving past",
    "mijn teamgenoot heeft me een pistool laten zien in zijn locker, voor de grap zei hij",
    "elke nacht gaat de telefoon en dan hijgt er iemand, sinds die dwangsom",
]
NO_DANGER = [
    "ik lach me dood om die collega, mag ik hem aanspreken?",
    "mijn collega schiet altijd uit zijn slof, hoe zeg ik daar iets van",
    "ik zit tot over mn oren in het werk en wil een bijbaan, mag dat",
    "de aannemer heeft de concurrentie uitgeschakeld, mag ik bij hem gaan werken",
    "mag ik een zakmes als cadeau aannemen",
    "mag ik een kaartje voor een schietclub aannemen",
    "ik schrok me dood van de declaratie van een collega",
    "er hangt een boete boven mijn hoofd door de dienstauto",
    "dat besluit is een klap in mijn gezicht, moet ik het uitvoeren",
    "ik moord voor een kaartje voor dat concert, mag ik het aannemen van een leverancier?",
    "mijn telefoon is overleden, mag ik een privetoestel gebruiken",
    "onze afdeling wordt bedreigd met bezuinigingen, mag ik dat de krant vertellen",
    "ze steken me een mes in de rug in het overleg, hoe zeg ik daar iets van",
    "ik kan er niet van slapen dat mijn collega dubbel declareert",
    "ik loop ergens tegenaan op mijn werk",
    "heel even snel iets vragen",
    "nog nie gebeurd hoor",
    "gevaar is er neet heur",
]
REMARKS = [
    "hij was er zelf niet bij hoor",
    "dat speelde nog voor de zomer",
    "zij regelt dat meestal voor ons",
    "die werken hier aan de kade",
    "ik hoorde het van iemand anders",
    "da was in het oude gebouw nog",
]
BUTTONS = [
    ("mag ik iets van kantoor gebruiken?", "Iets voor mezelf gebruiken of meenemen"),
    ("mag ik de dienstauto gebruiken?", "Een rit voor mezelf"),
    ("een relatie op het werk, mag dat?", "Ja, van mezelf"),
    ("ik wil iemand aanspreken", "Ik durf het niet of doe het liever niet alleen"),
]


def told_where_to_get_help(turn):
    """What an acute turn must hold."""
    words = " ".join(turn["berichten"])
    return turn["soort"] == "acuut" and "Bel 112" in words and "113" in words and turn["vraag"] is None


@pytest.mark.parametrize("message", DANGER)
@pytest.mark.parametrize("code", [None, "limburg", "noord-holland"])
def test_a_first_message_about_danger_gets_help_at_once(web, code, message):
    assert told_where_to_get_help(begun(web, code).types(message))


@pytest.mark.parametrize("message", DANGER)
def test_danger_told_at_a_question_answers_nothing_and_the_question_can_be_taken_up_again(web, message):
    talk = begun(web, "noord-holland")
    talk.types("mag ik met de poolauto naar huis?")
    waiting = talk.turn["vraag"]
    assert told_where_to_get_help(talk.types(message))
    assert [choice["keuzeId"] for choice in talk.turn["keuzes"]] == ["verder"]
    assert talk.chooses("verder")["vraag"] == waiting


def test_a_conversation_without_code_goes_on_after_danger(web):
    talk = begun(web, None)
    assert told_where_to_get_help(talk.types("ik word bedreigd"))
    talk.types("limburg")
    assert talk.types("mag ik een cadeau van een aannemer aannemen?")["dilemma"] == "geschenk"


def test_who_named_the_dilemma_before_the_danger_does_not_name_it_again(web):
    talk = begun(web, None)
    talk.types("ik wil een bijbaan naast mijn werk")
    assert told_where_to_get_help(talk.types("ik wil niet meer leven"))
    assert talk.chooses("limburg")["dilemma"] == "nevenwerkzaamheden"


def test_acute_help_names_the_people_of_the_code(web):
    words = " ".join(begun(web, "noord-holland").types("ik word bedreigd")["berichten"])
    assert "vertrouwenspersoon" in words
    assert "Team Integriteit" in words


@pytest.mark.parametrize("message", NO_DANGER)
@pytest.mark.parametrize("code", ["limburg", "noord-holland"])
def test_a_figure_of_speech_is_no_danger(web, code, message):
    assert begun(web, code).types(message)["soort"] != "acuut"


@pytest.mark.parametrize("message", REMARKS)
def test_a_remark_halfway_is_no_danger_and_the_question_stays_open(web, message):
    talk = begun(web, "limburg")
    talk.types("ik kreeg een fles wijn")
    asked = talk.asked
    assert (talk.types(message)["soort"], talk.asked) == ("niet_begrepen", asked)


@pytest.mark.parametrize(("first", "label"), BUTTONS)
def test_typing_the_words_of_a_button_is_no_danger(web, first, label):
    talk = begun(web, "limburg")
    talk.types(first)
    assert talk.types(label)["soort"] in ("vraag", "advies")
