"""The edge with both channels on, between a stand-in engine, a stand-in Slack and a stand-in Bot Connector."""
from collections.abc import Iterator
from contextlib import ExitStack
from unittest.mock import patch

import httpx
import pytest

from api import logs
from api.app import create_app
from api.channels.settings import Channels, ChannelSettings, SlackSettings, TeamsSettings
from api.settings import Settings
from tests.api.conftest import content, running  # noqa: F401
from tests.api.standin import World, engine_app
from tests.channels import slack_standin, teams_standin
from tests.channels.either import Either, InSlack, InTeams
from tests.channels.slack_standin import Slack, SlackPerson, slack_app
from tests.channels.teams_standin import BOT, TENANT, Connector, TeamsPerson, connector_app

KEY = "een-sleutel-die-alleen-deze-tests-gebruiken"
PUBLIC = "https://magikdit.voorbeeld.nl"
LOGIN = "microsoft_teams.apps.token_manager.ConfidentialClientApplication"


class Login:
    """Stands in for the sign-in of Microsoft, which cannot be had here: gives the bot its token."""

    def __init__(self, *_: object, **__: object) -> None:
        self.given = teams_standin.Connector().token()

    def acquire_token_for_client(self, *_: object, **__: object) -> dict[str, str]:
        """A token for the connector."""
        return {"access_token": self.given}


def channels(slack: Slack, connector: Connector, code: str = "limburg", **shared: object) -> Channels:
    """Both channels, pointed at their stand-ins."""
    return Channels(
        shared=ChannelSettings(**({"key": KEY, "public_url": PUBLIC} | shared)),
        slack=SlackSettings(bot_token=slack_standin.TOKEN, workspace=slack_standin.WORKSPACE, code=code,
                            signing_secret=slack_standin.SECRET, api_url=f"{slack.url}/api/"),
        teams=TeamsSettings(client_id=BOT, client_secret="geheim", tenant=TENANT, code=code,
                            service_url=connector.service_url, upload_hosts="127.0.0.1",
                            openid_url=f"{connector.url}/v1/.well-known/openidconfiguration"))


@pytest.fixture(scope="session")
def slack() -> Iterator[Slack]:
    """Slack."""
    made = Slack()
    with running(slack_app(made), Settings()) as made.url:
        yield made


@pytest.fixture(scope="session")
def connector() -> Iterator[Connector]:
    """The Bot Connector."""
    made = Connector()
    with running(connector_app(made), Settings()) as made.url, patch(LOGIN, Login):
        yield made


@pytest.fixture(scope="session")
def whole_world(catalogue) -> World:
    """The engine with everything it keeps."""
    logs.configure()
    return World(catalogue)


@pytest.fixture(scope="session")
def engine_url(whole_world) -> Iterator[str]:
    """The address of the engine."""
    with running(engine_app(whole_world), Settings()) as url:
        yield url


@pytest.fixture(autouse=True)
def world(whole_world, slack, connector) -> Iterator[World]:
    """The engine working as it should, and nothing sent or kept yet."""
    for one in (whole_world, slack, connector):
        one.reset()
    yield whole_world
    whole_world.reset()


@pytest.fixture(scope="session")
def counted(tmp_path_factory) -> str:
    """The address of the database where opinions are counted."""
    return f"sqlite:///{tmp_path_factory.mktemp('tellingen') / 'tellingen.sqlite3'}"


@pytest.fixture(scope="session")
def edge_with(engine_url, slack, connector, counted):
    """Makes the address of an edge with both channels on."""
    with ExitStack() as stack:
        def make(**shared: object) -> str:
            settings = Settings(engine_url=engine_url, requests_per_minute=0, messages_per_minute=0, engine_timeout_seconds=1,
                                statistics_url=counted, channels=channels(slack, connector, **shared))
            return stack.enter_context(running(create_app(settings), settings))
        yield make


@pytest.fixture(scope="session")
def edge_url(edge_with) -> str:
    """The edge that most tests share."""
    return edge_with()


@pytest.fixture
def edge(edge_url) -> Iterator[httpx.Client]:
    """A caller of the edge."""
    with httpx.Client(base_url=edge_url, timeout=10) as client:
        yield client


@pytest.fixture
def slacker(edge, slack, request) -> SlackPerson:
    """Somebody in Slack who never talked to the assistant."""
    return SlackPerson(edge, slack, user=f"U{abs(hash(request.node.nodeid))}")


@pytest.fixture
def teamer(edge, connector, request) -> TeamsPerson:
    """Somebody in Teams who never talked to the assistant."""
    return TeamsPerson(edge, connector, user=f"29:{abs(hash(request.node.nodeid))}")


@pytest.fixture(params=["slack", "teams"])
def somebody(request, slacker, teamer) -> Either:
    """Somebody in either channel who never talked to the assistant."""
    return InSlack(slacker) if request.param == "slack" else InTeams(teamer)
