"""An engine that is slow or away for half a minute: who waits reads so within three seconds, and the answer when it comes."""
import time
from contextlib import ExitStack
from dataclasses import dataclass, field

import httpx
import pytest

from api.__main__ import listen
from api.app import create_app
from api.settings import Settings
from tests.api.clock import wait_for
from tests.api.conftest import running
from tests.api.standin import World, engine_app
from tests.channels.conftest import channels
from tests.channels.either import Either, InSlack, InTeams, does
from tests.channels.slack_standin import Slack, SlackPerson, slack_app
from tests.channels.teams_standin import Connector, TeamsPerson, connector_app

HALF_A_MINUTE, IN_TIME, ACKNOWLEDGED = 30, 3, 1
TYPED, WAITING = "ik kreeg een fles", "mijn antwoord komt zodra het lukt"


@dataclass
class Waiting:
    """Somebody who waits: since when, and when they first read something."""

    somebody: Either
    before: int = 0
    since: float = 0.0
    heard: list[float] = field(default_factory=list)

    def types(self) -> None:
        """Type something; the channel hears at once that it came."""
        self.before, self.since = len(self.somebody.messages), time.monotonic()
        assert self.somebody.person.types(TYPED).status_code == 200
        assert time.monotonic() - self.since < ACKNOWLEDGED

    @property
    def read(self) -> list[str]:
        """What they have read since."""
        return [self.somebody.words(message) for message in self.somebody.messages[self.before:]]

    def has_read(self) -> bool:
        """Whether they have read something; the first time is remembered."""
        if self.read:
            self.heard.append(time.monotonic() - self.since)
        return bool(self.read)


@pytest.fixture
def at_slow_engine(slacker, teamer, world) -> list[Waiting]:
    """Two people in a conversation, whose engine now takes half a minute for one turn."""
    people = [InSlack(slacker), InTeams(teamer)]
    for somebody in people:
        does(somebody, lambda somebody=somebody: somebody.person.types("bedankt"))
    world.delay = HALF_A_MINUTE
    return [Waiting(somebody) for somebody in people]


@pytest.fixture
def ports() -> tuple[int, int]:
    """Two free ports: for the engine that is not there, and for what the edge measures."""
    with listen("127.0.0.1", 0) as engine, listen("127.0.0.1", 0) as metrics:
        return engine.getsockname()[1], metrics.getsockname()[1]


@pytest.fixture
def at_no_engine(connector, ports):
    """Two people who are new, at an edge with an engine that does not run yet."""
    slack, own_connector = Slack(), Connector(key=connector.key)
    with ExitStack() as stack:
        slack.url = stack.enter_context(running(slack_app(slack), Settings()))
        own_connector.url = stack.enter_context(running(connector_app(own_connector), Settings()))
        settings = Settings(engine_url=f"http://127.0.0.1:{ports[0]}", metrics_port=ports[1], channels=channels(slack, own_connector))
        edge = stack.enter_context(httpx.Client(base_url=stack.enter_context(running(create_app(settings), settings)), timeout=10))
        slacker, teamer = SlackPerson(edge, slack), TeamsPerson(edge, own_connector)
        slacker.deliver(slacker.event(type="app_home_opened", tab="messages"))
        teamer.deliver(teamer.activity(type="typing"))
        yield [Waiting(InSlack(slacker)), Waiting(InTeams(teamer))]


def test_half_a_minute(at_slow_engine, at_no_engine, catalogue, ports):
    people = [*at_slow_engine, *at_no_engine]
    for one in people:
        one.types()
    began = time.monotonic()
    wait_for(lambda: all([one.has_read() for one in people]), 20)
    for one in people:
        assert one.heard[0] < IN_TIME
        assert WAITING in one.read[0]
        assert "Je leidinggevende" in one.read[0]
    wait_for(lambda: time.monotonic() - began > HALF_A_MINUTE, 2 * HALF_A_MINUTE)
    assert [len(one.read) for one in at_no_engine] == [1, 1]
    with running(engine_app(World(catalogue)), Settings(), ports[0]):
        wait_for(lambda: all(len(one.read) == 2 for one in people), 2 * HALF_A_MINUTE)
        assert all("over een geschenk" in one.read[1] for one in people)
        assert 'magikdit_beurten_total{soort="vraag"} 2.0' in httpx.get(f"http://127.0.0.1:{ports[1]}/metrics").text
