"""Two edges with one Redis: whoever talks in a channel notices nothing of which edge hears it."""
import re
from contextlib import ExitStack

import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from tests import servers
from tests.api.clock import wait_for
from tests.api.conftest import running
from tests.channels.conftest import PUBLIC, channels
from tests.channels.slack_standin import SlackPerson, pressable, words_of


@pytest.fixture(scope="module")
def redis():
    """Redis."""
    with servers.redis("--appendonly", "yes") as server:
        yield server


@pytest.fixture(scope="module")
def edges(content, engine_url, slack, connector, redis):
    """Callers of two edges."""
    settings = Settings(content_folder=content, engine_url=engine_url, requests_per_minute=0, engine_timeout_seconds=1, redis_url=redis.url,
                        channels=channels(slack, connector, patience_seconds=2.0))
    with ExitStack() as stack:
        urls = [stack.enter_context(running(create_app(settings), settings)) for _ in range(2)]
        yield [stack.enter_context(httpx.Client(base_url=url, timeout=30)) for url in urls]


@pytest.fixture
def people(edges, slack, request):
    """The same person, heard by either edge."""
    return [SlackPerson(edge, slack, user=f"U{abs(hash(request.node.nodeid))}") for edge in edges]


def told(slack, act) -> dict:
    """The message that comes in return."""
    before = len(slack.messages)
    assert act().status_code == 200
    wait_for(lambda: len(slack.messages) > before, 30)
    return slack.messages[-1]


def test_a_conversation_goes_on_at_the_other_edge(people, slack, world):
    first = told(slack, lambda: people[0].types("ik kreeg een fles"))
    value = next(action["value"] for _, _, action in pressable(first["blocks"]))
    second = told(slack, lambda: people[1].presses(first, value))
    assert "Slack bewaart" in words_of(first)
    assert "Slack bewaart" not in words_of(second)
    told(slack, lambda: people[0].presses(first, value, "2"))
    assert [message.get("keuze") for message in world.received] == [None, None, value.partition("|")[2], "samenvatting"]


def test_a_delivery_at_both_edges_is_answered_once(people, slack, world):
    event = people[0].event(type="message", channel_type="im", channel="D0PRIVE", text="ik kreeg een fles")
    told(slack, lambda: people[0].deliver(event))
    assert people[1].deliver(event).status_code == 200
    told(slack, lambda: people[1].types("waarom"))
    assert [message["tekst"] for message in world.received if "tekst" in message] == ["ik kreeg een fles", "waarom"]


def test_the_way_to_the_page_works_at_the_other_edge(people, slack, edges):
    message = told(slack, lambda: people[0].types("ik kreeg een fles"))
    link, = re.findall(rf"{PUBLIC}(/verder/[\w-]+)", str(message["blocks"]))
    assert "<mag-ik-dit gesprek=" in edges[1].get(link).text


def test_without_redis_somebody_hears_whom_to_talk_to_and_afterwards_it_goes_on(people, slack, redis):
    told(slack, lambda: people[0].types("ik kreeg een fles"))
    redis.kill()
    try:
        away = told(slack, lambda: people[0].types("waarom"))
    finally:
        redis.start()
    assert "Het lukt me nu niet om te antwoorden" in words_of(away)
    assert "Je leidinggevende" in words_of(away)
    wait_for(lambda: "Het lukt me nu niet" not in words_of(told(slack, lambda: people[1].types("waarom"))), 60)
    assert "Slack bewaart" not in words_of(slack.messages[-1])
