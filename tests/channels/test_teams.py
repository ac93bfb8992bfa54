"""Teams: what somebody does there, delivered with signed tokens, and what the assistant does in return."""
import re

import pytest

from tests.api.clock import wait_for
from tests.channels.conftest import PUBLIC
from tests.channels.teams_standin import BOT, PERSONAL, TeamsPerson, card_in, chosen_in, words_of

CONSENT, INFO = ("application/vnd.microsoft.teams.card.file.consent", "application/vnd.microsoft.teams.card.file.info")


@pytest.fixture
def talk(connector):
    """Does something and gives the messages that come in return."""
    def done(act) -> list[dict]:
        before = len(connector.activities)
        answer = act()
        assert answer.status_code == 200, answer.text
        wait_for(lambda: len(connector.activities) > before)
        return connector.activities[before:]
    return done


def values_in(message: dict) -> list[str]:
    """Everything that can be chosen in a message."""
    return [value for given in chosen_in(card_in(message)) for value in given.values()]


def answers_in(message: dict) -> list[str]:
    """The answers to the open question."""
    return [value for value in values_in(message) if not value.startswith("|") and not value.endswith("|weet_niet")]


def to_advice(teamer, talk) -> dict:
    """The message with the advice about a gift that the first answer everywhere leads to."""
    message, = talk(lambda: teamer.types("ik kreeg een fles"))
    while "kaart_bestand" not in values_in(message):
        value = answers_in(message)[0]
        message, = talk(lambda value=value, message=message: teamer.presses(message, value))
    return message


def install(teamer, action: str = "add") -> dict:
    """Somebody installs or removes the assistant."""
    return teamer.activity(type="installationUpdate", action=action)


def test_the_first_answer_says_who_can_read_along_and_gives_a_way_out(teamer, talk):
    message, = talk(lambda: teamer.types("ik kreeg een fles"))
    assert "Teams bewaart wel wat je hier typt" in words_of(message)
    assert "buiten Teams om" in words_of(message)
    link, = re.findall(rf"{PUBLIC}/verder/[\w-]+", message["text"])
    assert teamer.user not in link


def test_who_is_new_is_welcomed_once(teamer, talk, connector):
    message, = talk(lambda: teamer.deliver(install(teamer)))
    added = teamer.activity(type="conversationUpdate", membersAdded=[{"id": f"28:{BOT}"}])
    assert teamer.deliver(added).status_code == 200
    assert "Vertel in je eigen woorden waar je mee zit" in words_of(message)
    talk(lambda: teamer.types("ik kreeg een fles"))
    assert len(connector.activities) == 2


def test_an_answer_goes_to_the_conversation_with_the_token_of_the_bot(teamer, talk, connector):
    message, = talk(lambda: teamer.types("ik kreeg een fles"))
    assert message["to"] == PERSONAL
    assert connector.tokens[-1].startswith("Bearer ey")
    assert "over een geschenk" in words_of(message)
    assert message["textFormat"] == "xml"


def test_what_shows_on_a_locked_screen_says_nothing(teamer, talk):
    message, = talk(lambda: teamer.types("ik kreeg een fles"))
    assert message["summary"] == "Er is een antwoord van Mag ik dit?"


def test_cards_lead_to_the_advice_with_its_sources_and_its_card(teamer, talk):
    message = to_advice(teamer, talk)
    assert "<blockquote>" in message["text"]
    assert "<ol><li>" in message["text"]
    assert re.search(rf'<a href="{PUBLIC}/codes/limburg#[^"]+">Lees dit in de gedragscode</a>', message["text"])
    assert re.search(rf'<a href="{PUBLIC}/verder/[\w-]+/gesprekskaart">Gesprekskaart openen</a>', message["text"])
    assert "Toestemming geven kan ik niet" in words_of(message)


def test_the_card_comes_as_a_file_after_consent(teamer, talk, connector):
    message = to_advice(teamer, talk)
    offer, = talk(lambda: teamer.presses(message, "kaart_bestand"))
    consent = offer["attachments"][0]
    assert (consent["contentType"], consent["name"]) == (CONSENT, "gesprekskaart.pdf")
    shown, = talk(lambda: teamer.allows_file(f"{connector.url}/upload"))
    pdf, pieces = connector.uploads[0]
    assert pdf.startswith(b"%PDF-")
    assert pieces == f"bytes 0-{len(pdf) - 1}/{len(pdf)}"
    assert consent["content"]["sizeInBytes"] == len(pdf)
    assert shown["attachments"][0]["contentType"] == INFO


@pytest.mark.parametrize(("address", "action"), [
    ("{}/upload", "decline"), ("http://elders.voorbeeld.nl/upload", "accept"), ("http://127.0.0.1.elders.nl/upload", "accept"),
    ("ftp://127.0.0.1/upload", "accept"), ("", "accept"),
])
def test_a_file_only_goes_where_it_may(teamer, talk, connector, address, action):
    to_advice(teamer, talk)
    message, = talk(lambda: teamer.allows_file(address.format(connector.url), action))
    assert "dan stuur ik geen bestand" in words_of(message)
    assert connector.uploads == []


@pytest.mark.parametrize("kind", ["channel", "groupChat"])
def test_where_others_read_along_only_the_way_to_the_personal_chat_is_shown(edge, connector, talk, world, kind):
    person = TeamsPerson(edge, connector, user="29:kanaal", conversation="19:kanaal@thread.tacv2;messageid=1", kind=kind)
    message, = talk(lambda: person.types("<at>Mag ik dit?</at> ik kreeg een fles"))
    assert words_of(message).strip() == "Hier kunnen anderen meelezen. Daarom antwoord ik je alleen in ons eigen gesprek."
    assert card_in(message)["body"][0]["actions"][0]["url"] == f"https://teams.microsoft.com/l/chat/0/0?users=28:{BOT}"
    assert message["to"].startswith("19:kanaal@thread.tacv2")
    assert world.received == []


def test_a_button_of_an_earlier_question_changes_nothing(teamer, talk):
    first, = talk(lambda: teamer.types("ik kreeg een fles"))
    second, = talk(lambda: teamer.presses(first, answers_in(first)[0]))
    stale, = talk(lambda: teamer.presses(first, answers_in(first)[1]))
    assert "Deze knop hoort bij een eerdere vraag" in words_of(stale)
    assert answers_in(stale) == answers_in(second)


def test_sending_a_card_without_choosing_is_said_so(teamer, talk, world):
    talk(lambda: teamer.types("ik kreeg een fles"))
    before = len(world.received)
    message, = talk(lambda: teamer.deliver(teamer.activity(value={"meer": ""})))
    assert "Je hebt nog niets gekozen" in words_of(message)
    assert len(world.received) == before


@pytest.mark.parametrize("value", [{"knop": "|waarom"}, {"meer": "|waarom"}, {"keuze": "|waarom", "meer": ""},
                                   {"knop": "|waarom", "meer": "|stop", "keuze": "|terug"}])
def test_whatever_is_chosen_on_a_card_is_taken(teamer, talk, world, value):
    talk(lambda: teamer.types("ik kreeg een fles"))
    talk(lambda: teamer.deliver(teamer.activity(value=value)))
    assert world.received[-1]["keuze"] == "waarom"


@pytest.mark.parametrize(("typed", "heard"), [
    ("<at>Mag ik dit?</at> een fles", "een fles"), ("een fles &amp; een kaart", "een fles & een kaart"),
    ("een fles&nbsp;wijn", "een fles wijn"),
])
def test_the_marks_of_teams_do_not_reach_the_engine(teamer, talk, world, typed, heard):
    talk(lambda: teamer.types(typed))
    assert world.received[-1]["tekst"] == heard


@pytest.mark.parametrize(("typed", "said"), [
    ("a" * 2001, "Dat is te lang voor mij."), ("", "Ik kan alleen tekst lezen."),
])
def test_what_cannot_be_read_is_said_so_without_the_engine(teamer, talk, world, typed, said):
    message, = talk(lambda: teamer.types(typed))
    assert said in words_of(message)
    assert world.received == []


def test_a_card_that_teams_does_not_take_becomes_text(teamer, connector):
    connector.refuses_cards = True
    teamer.types("ik kreeg een fles")
    wait_for(lambda: connector.activities)
    assert "attachments" not in connector.activities[0]
    assert "een geschenk" in words_of(connector.activities[0])


def test_who_removes_the_assistant_leaves_nothing_behind(teamer, talk, world):
    talk(lambda: teamer.types("ik kreeg een fles"))
    kept = world.received[-1]["gesprek"]
    assert kept in world.conversations
    teamer.deliver(install(teamer, "remove"))
    wait_for(lambda: kept not in world.conversations)


@pytest.mark.parametrize("kind", ["typing", "messageReaction", "endOfConversation", "event", "iets-nieuws"])
def test_what_asks_nothing_gets_no_answer(teamer, talk, connector, kind):
    assert teamer.deliver(teamer.activity(type=kind)).status_code in (200, 400)
    talk(lambda: teamer.types("ik kreeg een fles"))
    assert len(connector.activities) == 1
