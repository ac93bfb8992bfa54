"""Every conversation script gives the same advice on the page, through the API, in Slack and in Teams."""
import os
from contextlib import ExitStack
from unittest.mock import patch

import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from tests.api.conftest import running
from tests.channels.conftest import LOGIN, Login, channels
from tests.channels.slack_standin import Slack, SlackPerson, slack_app
from tests.channels.teams_standin import Connector, TeamsPerson, connector_app
from tests.conversations.in_channels import InSlack, InTeams, followed, told_by
from tests.conversations.on_page import OnPage, shown_for
from tests.conversations.talking import talked_through
from tests.conversations.test_whole_conversations import SCRIPTS


@pytest.fixture(scope="module")
def engine_url(address, engine_port):
    """The private address of the engine, which runs when the assistant answers."""
    assert address
    return f"http://127.0.0.1:{engine_port}"


@pytest.fixture(scope="module")
def people(engine_url):
    """Makes somebody in each channel, who works under a code and never talked to the assistant."""
    slack, connector = Slack(), Connector()
    with ExitStack() as stack:
        slack.url = stack.enter_context(running(slack_app(slack), Settings()))
        connector.url = stack.enter_context(running(connector_app(connector), Settings()))
        stack.enter_context(patch(LOGIN, Login))
        edges = {code: stack.enter_context(httpx.Client(base_url=edge_for(stack, code, engine_url, slack, connector), timeout=60))
                 for code in ("limburg", "noord-holland")}

        def made(code: str, name: str) -> tuple[InSlack, InTeams]:
            return InSlack(SlackPerson(edges[code], slack, user=f"U{name}")), InTeams(TeamsPerson(edges[code], connector, user=f"29:{name}"))
        yield made


def edge_for(stack: ExitStack, code: str, engine_url: str, slack: Slack, connector: Connector) -> str:
    """The address of an edge with both channels on, for an organisation with this code."""
    settings = Settings(engine_url=engine_url, engine_key=os.environ["MAGIKDIT_ENGINE_KEY"],
                        requests_per_minute=0, messages_per_minute=0, channels=channels(slack, connector, code))
    return stack.enter_context(running(create_app(settings), settings))


@pytest.mark.parametrize(("number", "script"), list(enumerate(SCRIPTS)), ids=[script["gesprek"] for script in SCRIPTS])
def test_the_same_answers_give_the_same_advice_everywhere(web, people, number, script):
    turn = talked_through(web, {**script, "tussendoor": {}}).turn
    in_slack, in_teams = people(script["code"], str(number))
    assert followed(OnPage(web, script["code"]), script) == shown_for(turn)
    assert followed(in_slack, script) == told_by(turn)
    assert followed(in_teams, script) == told_by(turn)
