"""Open the channels that are configured; the library of a channel that is off is not even loaded."""
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager

from fastapi import FastAPI

from api.assistant import Assistant
from api.channels import onward
from api.channels.desk import Desk
from api.channels.settings import Channels
from api.edge import Edge
from api.settings import Settings
from bot.catalogue import Catalogue


def sizes(channels: Channels) -> Mapping[str, int]:
    """How large a request of each channel may be."""
    return {path: channels.shared.most_body_bytes for path in ("/slack/", "/teams/")}


def add_channels(app: FastAPI, settings: Settings, catalogue: Catalogue) -> None:
    """The routes of the channels that are on; raise UnknownError when one has a code that there is not."""
    channels = settings.channels
    for code in (channels.slack.code, channels.teams.code):
        if code is not None:
            catalogue.code(code)
    if channels.are_on:
        app.include_router(onward.router)
    if channels.slack.is_on and channels.slack.signing_secret:
        from api.slack import route as slack
        app.include_router(slack.router)
    if channels.teams.is_on:
        from api.teams import route as teams
        app.include_router(teams.router)


@asynccontextmanager
async def open_channels(app: FastAPI, edge: Edge) -> AsyncIterator[None]:
    """Open what the channels need for as long as the app runs."""
    channels = edge.settings.channels
    if not channels.are_on:
        yield
        return
    patient = edge.settings.model_copy(update={"engine_timeout_seconds": channels.shared.patience_seconds})
    async with Assistant(patient, edge.assistant.mask) as assistant, AsyncExitStack() as stack:
        app.state.desk = desk = Desk(edge, assistant, channels.shared)
        stack.push_async_callback(desk.answering.close)
        await open_slack(app, desk, stack)
        await open_teams(app, desk)
        yield


async def open_slack(app: FastAPI, desk: Desk, stack: AsyncExitStack) -> None:
    """Open Slack, when it is on."""
    settings = desk.edge.settings
    if settings.channels.slack.is_on:
        from slack_bolt.adapter.fastapi.async_handler import AsyncSlackRequestHandler

        from api.slack.app import SlackChannel
        slack = SlackChannel(settings.channels.slack, desk, settings.channels.slack.code or settings.default_code)
        app.state.slack_handler = AsyncSlackRequestHandler(slack.app)
        stack.push_async_callback(slack.close)
        await slack.start()


async def open_teams(app: FastAPI, desk: Desk) -> None:
    """Open Teams, when it is on."""
    settings = desk.edge.settings
    if settings.channels.teams.is_on:
        from api.teams.app import TeamsChannel
        app.state.teams = TeamsChannel(
            settings.channels.teams, desk, settings.channels.teams.code or settings.default_code)
        await app.state.teams.start()
