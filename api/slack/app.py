"""The Slack app: what it listens to, and what it does with it."""
import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from api.channels.desk import Desk
from api.channels.settings import SlackSettings
from api.logs import log, place_of
from api.slack.incoming import mark_of_delivery, workspace_of
from api.slack.listening import Listening
from api.slack.sending import Sending

COMMAND = "/magikdit"
SECONDS_FOR_SLACK = 10
SILENT = logging.CRITICAL + 1


class SlackChannel:
    """Slack, from the first signed request to the last answer."""

    def __init__(self, settings: SlackSettings, desk: Desk, code: str | None) -> None:
        self.settings, self.desk = settings, desk
        self.client = client_of(settings)
        self.listening = Listening(desk, Sending(self.client, desk.phrases), settings.workspace or "", code)
        self.app = self.listening_app()
        self.socket = socket_of(settings, self.app)

    def listening_app(self) -> AsyncApp:
        """The app with everything it listens to."""
        app = AsyncApp(signing_secret=secret_of(self.settings), client=self.client, authorize=authorizer(self.settings),
                       logger=silent_logger())
        app.use(self.refuse_strangers)
        app.use(self.refuse_repeats)
        app.error(self.failed)
        app.event("message")(self.listening.message)
        app.event("app_mention")(self.listening.mention)
        app.event("app_home_opened")(self.listening.home)
        app.command(COMMAND)(self.listening.command)
        app.action(re.compile("^kies:"))(self.listening.action)
        app.action(re.compile(".*"))(nothing)
        return app

    async def refuse_strangers(self, body: dict[str, Any], next: Any) -> BoltResponse:
        """Refuse who comes from another workspace."""
        if body.get("type") != "url_verification" and workspace_of(body) != self.settings.workspace:
            return BoltResponse(status=403)
        return await next()  # type: ignore[no-any-return]

    async def refuse_repeats(self, body: dict[str, Any], next: Any) -> BoltResponse:
        """Say yes to what was delivered before, and do nothing."""
        mark = mark_of_delivery(body)
        if mark is not None and not await self.desk.seen.is_new(f"slack:{mark}"):
            return BoltResponse(status=200)
        return await next()  # type: ignore[no-any-return]

    async def failed(self, error: Exception) -> None:
        """Log a fault of our own by its kind and place only."""
        log.error("slack", soort=type(error).__name__, plek=place_of(error))

    async def start(self) -> None:
        """Open the connection to Slack, where requests do not come in by themselves; it is tried until it is there."""
        if self.socket:
            self.desk.answering.soon(self.socket.connect_async())  # type: ignore[no-untyped-call]

    async def close(self) -> None:
        """Close what was opened."""
        if self.socket:
            await self.socket.close_async()  # type: ignore[no-untyped-call]


async def nothing(ack: AsyncAck) -> None:
    """A button that opens an address needs no answer."""
    await ack()


def authorizer(settings: SlackSettings) -> Callable[[], Awaitable[AuthorizeResult]]:
    """What says who the bot of the only workspace is, without asking Slack for it."""
    token = settings.bot_token.get_secret_value() if settings.bot_token else None

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id=settings.workspace, bot_token=token)
    return authorize


def client_of(settings: SlackSettings) -> AsyncWebClient:
    """The Web API of Slack; too fast is tried again when Slack says so."""
    token = settings.bot_token.get_secret_value() if settings.bot_token else None
    client = AsyncWebClient(token, settings.api_url, SECONDS_FOR_SLACK, logger=silent_logger())
    client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=2))
    return client


def socket_of(settings: SlackSettings, app: AsyncApp) -> AsyncSocketModeHandler | None:
    """The connection for Socket Mode, when it is asked for."""
    if settings.app_token is None:
        return None
    return AsyncSocketModeHandler(app, settings.app_token.get_secret_value(), logger=silent_logger())


def secret_of(settings: SlackSettings) -> str:
    """What Slack signs its requests with."""
    return settings.signing_secret.get_secret_value() if settings.signing_secret else ""


def silent_logger() -> logging.Logger:
    """A logger that writes nothing: the library's own messages can hold what somebody typed."""
    logger = logging.getLogger("api.slack.library")
    logger.setLevel(SILENT)
    return logger
