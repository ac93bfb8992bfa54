"""Slack: what somebody does there, delivered as signed requests, and what the assistant does in return."""
import re

import pytest

from tests.api.clock import wait_for
from tests.channels.conftest import PUBLIC
from tests.channels.slack_standin import PRIVATE, SHARED, TOKEN, pressable, words_of


@pytest.fixture
def talk(slack):
    """Does something and gives the messages that come in return."""
    def done(act, count: int = 1) -> list[dict]:
        before = len(slack.messages)
        answer = act()
        assert answer.status_code == 200, answer.text
        wait_for(lambda: len(slack.messages) >= before + count)
        return slack.messages[before:]
    return done


def values_in(message: dict) -> list[str]:
    """Everything that can be chosen in a message."""
    return [action["value"] for _, _, action in pressable(message["blocks"])]


def to_advice(slacker, talk) -> dict:
    """The message with the first advice about a gift that saying yes everywhere leads to."""
    message, = talk(lambda: slacker.types("ik kreeg een fles"))
    while any(value.endswith("|weet_niet") for value in values_in(message)):
        value, stamp = values_in(message)[0], str(id(message))
        message, = talk(lambda value=value, message=message, stamp=stamp: slacker.presses(message, value, stamp))
    return message


def test_the_first_answer_says_who_can_read_along_and_gives_a_way_out(slacker, talk):
    message, = talk(lambda: slacker.types("ik kreeg een fles"))
    words = words_of(message)
    assert words.startswith("In dit gesprek lezen collega's niet mee. Slack bewaart wel wat je hier typt")
    assert "buiten Slack om" in words
    link, = re.findall(rf"{PUBLIC}/verder/[\w-]+", str(message["blocks"]))
    assert slacker.user not in link


def test_who_can_read_along_is_said_once(slacker, talk):
    first, = talk(lambda: slacker.types("ik kreeg een fles"))
    second, = talk(lambda: slacker.types("waarom"))
    assert "Slack bewaart" in words_of(first)
    assert "Slack bewaart" not in words_of(second)


def test_a_private_message_is_answered_there_with_buttons(slacker, talk, slack):
    message, = talk(lambda: slacker.types("ik kreeg een fles"))
    assert message["channel"] == PRIVATE
    assert slack.sent("chat.postEphemeral") == []
    assert "over een geschenk" in words_of(message)
    assert {value.partition("|")[2] for value in values_in(message)} >= {"waarom", "bron", "terug", "mens", "stop"}
    assert slack.tokens[-1] == f"Bearer {TOKEN}"


def test_buttons_lead_to_the_advice_with_its_sources_and_its_card(slacker, talk):
    message = to_advice(slacker, talk)
    styled = [part for block in message["blocks"] if block["type"] == "rich_text" for part in block["elements"]]
    links = re.findall(rf"{PUBLIC}/[^'\"]+", str(message["blocks"]))
    assert any(part["type"] == "rich_text_quote" for part in styled)
    assert any(link.startswith(f"{PUBLIC}/codes/limburg#") for link in links)
    assert any(re.fullmatch(rf"{PUBLIC}/verder/[\w-]+/gesprekskaart", link) for link in links)
    assert "Toestemming geven kan ik niet" in words_of(message)
    assert "kaart_bestand" in values_in(message)


def test_the_card_comes_as_a_file(slacker, talk, slack):
    message = to_advice(slacker, talk)
    assert slacker.presses(message, "kaart_bestand", "9").status_code == 200
    wait_for(lambda: slack.sent("files.completeUploadExternal"))
    assert b"%PDF-" in slack.uploads[0]
    assert slack.sent("files.completeUploadExternal")[0]["channel_id"] == PRIVATE


def test_a_mention_is_answered_in_a_thread_that_only_this_person_sees(slacker, talk, slack):
    message, = talk(lambda: slacker.mentions("ik kreeg een fles", ts="1700000000.000042"))
    assert slack.sent("chat.postMessage") == []
    assert (message["channel"], message["user"], message["thread_ts"]) == (SHARED, slacker.user, "1700000000.000042")
    assert "kan iedereen in het kanaal lezen" in words_of(message)
    assert "https://slack.com/app_redirect?app=A0MAGIKDIT&team=T0LIMBURG" in str(message["blocks"])


def test_a_button_in_a_channel_is_answered_in_its_thread(slacker, talk, slack):
    message, = talk(lambda: slacker.mentions("ik kreeg een fles", ts="1700000000.000042"))
    answer, = talk(lambda: slacker.presses(message, values_in(message)[0]))
    assert slack.sent("chat.postMessage") == []
    assert (answer["channel"], answer["user"], answer["thread_ts"]) == (SHARED, slacker.user, "1700000000.000042")


def test_the_card_as_a_file_never_goes_to_a_channel(slacker, talk, slack):
    message, = talk(lambda: slacker.mentions("ik kreeg een fles"))
    while "kaart_bestand" not in values_in(message):
        value = values_in(message)[0]
        message, = talk(lambda value=value, message=message: slacker.presses(message, value, str(id(message))))
    slacker.presses(message, "kaart_bestand", "9")
    wait_for(lambda: slack.sent("files.completeUploadExternal"))
    assert slack.sent("files.completeUploadExternal")[0]["channel_id"] == PRIVATE


def test_a_mention_without_a_question_is_welcomed(slacker, talk):
    message, = talk(lambda: slacker.mentions(""))
    assert "Vertel in je eigen woorden waar je mee zit" in words_of(message)


def test_what_is_said_in_a_channel_does_not_show_in_private(slacker, talk):
    talk(lambda: slacker.mentions("ik kreeg een fles"))
    message, = talk(lambda: slacker.types("samenvatting", ts="2"))
    assert "geschenk" not in words_of(message)


def test_the_command_is_answered_in_private(slacker, talk, slack):
    message, = talk(lambda: slacker.commands("ik kreeg een fles"))
    assert message["channel"] == PRIVATE
    assert "een geschenk" in words_of(message)
    assert slack.sent("conversations.open")[0]["users"] == slacker.user


def test_the_command_says_at_once_where_the_answer_will_be(slacker):
    assert slacker.commands("hallo").text == "Ik antwoord je in ons privégesprek. Daar leest niemand uit het kanaal mee."


def test_the_home_tab_shows_every_topic(slacker, slack, catalogue):
    slacker.deliver(slacker.event(type="app_home_opened", tab="home"))
    wait_for(lambda: slack.sent("views.publish"))
    given = slack.sent("views.publish")[0]
    offered = {action["value"].partition("|")[2] for _, _, action in pressable(given["view"]["blocks"])}
    assert given["user_id"] == slacker.user
    assert offered == {*catalogue.dilemmas("limburg"), *catalogue.code("limburg").information}


def test_a_topic_of_the_home_tab_begins_anew_in_the_middle_of_another(slacker, talk, slack):
    slacker.deliver(slacker.event(type="app_home_opened", tab="home"))
    wait_for(lambda: slack.sent("views.publish"))
    view = slack.sent("views.publish")[0]["view"]
    talk(lambda: slacker.types("ik kreeg een fles"))
    message, = talk(lambda: slacker.presses({"channel": "", "blocks": view["blocks"]}, "|media"))
    assert "contact met de media" in words_of(message)
    assert message["channel"] == PRIVATE


def test_a_button_of_an_earlier_question_changes_nothing(slacker, talk):
    first, = talk(lambda: slacker.types("ik kreeg een fles"))
    second, = talk(lambda: slacker.presses(first, values_in(first)[0], "1"))
    stale, = talk(lambda: slacker.presses(first, values_in(first)[1], "1"))
    assert "Deze knop hoort bij een eerdere vraag" in words_of(stale)
    assert values_in(stale)[0].partition("|")[0] == values_in(second)[0].partition("|")[0]


def test_pressing_twice_answers_once(slacker, talk, slack):
    first, = talk(lambda: slacker.types("ik kreeg een fles"))
    talk(lambda: slacker.presses(first, values_in(first)[0], "1"))
    slacker.presses(first, values_in(first)[0], "1")
    talk(lambda: slacker.types("waarom"))
    assert len(slack.messages) == 3


def test_stopping_keeps_nothing(slacker, talk, world):
    message, = talk(lambda: slacker.types("ik kreeg een fles"))
    kept = world.received[-1]["gesprek"]
    assert kept in world.conversations
    talk(lambda: slacker.presses(message, "|stop"))
    wait_for(lambda: kept not in world.conversations)


@pytest.mark.parametrize(("typed", "heard"), [
    ("een fles &amp; een &lt;kaart&gt;", "een fles & een <kaart>"),
    ("een fles van <https://voorbeeld.nl|de leverancier>", "een fles van de leverancier"),
    ("een fles van <@U123> in <#C1|inkoop>", "een fles van  in inkoop"),
])
def test_the_marks_of_slack_do_not_reach_the_engine(slacker, talk, world, typed, heard):
    talk(lambda: slacker.types(typed))
    assert world.received[-1]["tekst"] == heard


@pytest.mark.parametrize(("typed", "said"), [
    ("a" * 2001, "Dat is te lang voor mij."), ("", "Ik kan alleen tekst lezen."), ("<@U123>", "Ik kan alleen tekst lezen."),
])
def test_what_cannot_be_read_is_said_so_without_the_engine(slacker, talk, world, typed, said):
    message, = talk(lambda: slacker.types(typed))
    assert said in words_of(message)
    assert world.received == []


@pytest.mark.parametrize("more", [{"subtype": "message_changed"}, {"bot_id": "B1"}, {"channel_type": "channel"}, {"user": None}])
def test_what_nobody_typed_is_left_alone(slacker, slack, world, more):
    event = slacker.event(type="message", channel_type="im", channel=PRIVATE, text="ik kreeg een fles")
    event["event"] |= more
    assert slacker.deliver(event).status_code == 200
    slacker.commands("hallo")
    wait_for(lambda: slack.messages)
    assert len(slack.messages) == 1
    assert [message.get("tekst") for message in world.received] == [None, "hallo"]


def test_blocks_that_slack_does_not_take_become_text(slacker, slack):
    slack.refusals["chat.postMessage"] = "invalid_blocks"
    slacker.types("ik kreeg een fles")
    wait_for(lambda: len(slack.messages) == 2)
    assert "blocks" not in slack.messages[1]
    assert "een geschenk" in slack.messages[1]["text"]
