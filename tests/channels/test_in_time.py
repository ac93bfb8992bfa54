"""Whatever the engine does: the channel hears at once that a message came, and the person hears something in time."""
import time

import pytest

from tests.api.clock import wait_for
from tests.channels import slack_standin, teams_standin

WAITING, AWAY = "mijn antwoord komt zodra het lukt", "Het lukt me nu niet om te antwoorden"


@pytest.fixture(params=["slack", "teams"])
def channel(request):
    """Either channel."""
    return request.param


@pytest.fixture
def person(channel, slacker, teamer):
    """Somebody in this channel."""
    return slacker if channel == "slack" else teamer


@pytest.fixture
def words(channel, slack, connector):
    """What the person has read so far, message by message."""
    def read() -> list[str]:
        if channel == "slack":
            return [slack_standin.words_of(message) for message in slack.messages]
        return [teams_standin.words_of(message) for message in connector.activities]
    return read


@pytest.fixture(scope="module")
def hurried(edge_with) -> str:
    """An edge with little patience."""
    return edge_with(first_word_seconds=0.2, patience_seconds=0.6)


@pytest.mark.parametrize("failure", ["status", "leeg", "onzin"])
def test_an_engine_that_comes_back(person, words, world, failure):
    world.failure = failure
    began = time.monotonic()
    person.types("ik kreeg een fles")
    wait_for(words, 3)
    assert time.monotonic() - began < 3
    assert WAITING in words()[0]
    world.failure = None
    wait_for(lambda: len(words()) == 2)
    assert "een geschenk" in words()[1]


def test_an_engine_that_stays_away(person, words, world, hurried):
    world.failure = "status"
    person.edge.base_url = hurried
    person.types("ik kreeg een fles")
    wait_for(lambda: len(words()) == 2)
    assert AWAY in words()[1]
    assert "Je leidinggevende" in words()[1]
    world.failure = None
    person.types("ik kreeg een fles")
    wait_for(lambda: len(words()) == 3)
    assert "een geschenk" in words()[2]


def test_messages_are_answered_in_the_order_in_which_they_came(person, words, world):
    world.delay = 0.3
    person.types("ik kreeg een fles")
    person.types("bedankt")
    person.types("een cadeau")
    wait_for(lambda: len(words()) == 3)
    typed = [message["tekst"] for message in world.received if "tekst" in message]
    assert typed == ["ik kreeg een fles", "bedankt", "een cadeau"]
    assert world.most_at_once == 1


def test_too_many_messages_at_once(person, words, world):
    world.delay = 0.5
    for _ in range(7):
        person.types("bedankt")
    wait_for(lambda: len(words()) >= 7)
    assert sum("Dat ging even te snel" in line for line in words()) == 2


def test_a_fault_of_our_own_is_told(person, words, monkeypatch):
    async def broken(*_: object) -> None:
        raise KeyError("kapot")
    monkeypatch.setattr("api.channels.turns.Turns.turn", broken)
    person.types("ik kreeg een fles")
    wait_for(words)
    assert "Er ging bij mij iets mis" in words()[0]
