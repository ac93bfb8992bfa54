"""From a channel to the page: the same conversation, and no way to tell whose it was."""
import re

import pytest

from tests.api.clock import wait_for
from tests.channels.conftest import PUBLIC
from tests.channels.teams_standin import card_in, chosen_in


def said(connector, act) -> dict:
    """The message with a card that comes in return."""
    before = len(connector.activities)
    act()
    wait_for(lambda: cards_in(connector.activities[before:]))
    return cards_in(connector.activities[before:])[0]


def cards_in(messages: list[dict]) -> list[dict]:
    """The messages that have a card."""
    return [message for message in messages if message.get("attachments")]


@pytest.fixture
def onward(teamer, connector) -> str:
    """The address where the conversation of somebody who answered one question goes on."""
    message = said(connector, lambda: teamer.types("ik kreeg een fles"))
    link, = re.findall(rf"{PUBLIC}(/verder/[\w-]+)", message["text"])
    value = next(iter(next(chosen_in(card_in(message))).values()))
    said(connector, lambda: teamer.presses(message, value))
    return link


def conversation_in(page: str) -> str:
    """The conversation that a page goes on with."""
    return re.search(r'<mag-ik-dit gesprek="([\w-]+)">', page)[1]


def test_the_page_goes_on_where_the_guest_stands(edge, onward, world):
    guest = world.received[-1]["gesprek"]
    conversation = conversation_in(edge.get(onward).text)
    assert dict(world.conversations[conversation].answers) == dict(world.conversations[guest].answers) != {}
    assert edge.get(f"/v1/gesprekken/{conversation}").json()["code"] == "limburg"


def test_the_page_gets_a_conversation_of_its_own_each_time(edge, onward, world):
    guest = world.received[-1]["gesprek"]
    first, second = (conversation_in(edge.get(onward).text) for _ in range(2))
    assert len({guest, first, second}) == 3
    edge.delete(f"/v1/gesprekken/{first}")
    assert guest in world.conversations


def test_neither_address_nor_page_holds_who_it_was(edge, onward, world, teamer):
    guest = world.received[-1]["gesprek"]
    for mark in (teamer.user, teamer.user.removeprefix("29:"), guest):
        assert mark not in onward + edge.get(onward).text


@pytest.mark.parametrize("path", ["/verder/onzin", "/verder/onzin/gesprekskaart"])
def test_an_address_that_is_no_longer_leads_to_the_start(edge, path):
    answer = edge.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


def test_the_card_opens_in_every_form(edge, teamer, connector):
    message = said(connector, lambda: teamer.types("ik kreeg een fles"))
    link, = re.findall(rf"{PUBLIC}(/verder/[\w-]+)", message["text"])
    assert edge.get(f"{link}/gesprekskaart").status_code == 303
    while "kaart_bestand" not in str(message):
        value = next(iter(next(chosen_in(card_in(message))).values()))
        message = said(connector, lambda value=value, message=message: teamer.presses(message, value))
    assert "<h1>Gesprekskaart" in edge.get(f"{link}/gesprekskaart").text
    assert edge.get(f"{link}/gesprekskaart", headers={"Accept": "application/pdf"}).content.startswith(b"%PDF-")
