"""The Teams bot: which requests it takes, and what it does with them."""
import logging
from collections.abc import Mapping
from typing import Any

from microsoft_teams.api.auth.cloud_environment import PUBLIC, with_overrides
from microsoft_teams.apps import App
from microsoft_teams.common import ClientOptions

from api.channels.desk import Desk
from api.channels.settings import TeamsSettings
from api.teams.doorway import Doorway
from api.teams.incoming import Spot, spot_of, tenant_of
from api.teams.listening import Listening
from api.teams.sending import Sending

FORBIDDEN, UNREADABLE, TAKEN = 403, 400, 200
SECONDS_FOR_TEAMS = 10
SILENT = logging.CRITICAL + 1
TALKATIVE = ("microsoft_teams", "microsoft_teams.common.http.client", "msal")


class TeamsChannel:
    """Teams, from the first signed request to the last answer."""

    def __init__(self, settings: TeamsSettings, desk: Desk, code: str | None) -> None:
        self.settings, self.desk, self.doorway = settings, desk, Doorway()
        silence()
        self.app = bot(settings, self.doorway)
        self.listening = Listening(desk, Sending(self.app, settings, desk.phrases), settings.tenant or "", code)

    async def start(self) -> None:
        """Get ready to judge requests."""
        await self.app.initialize()

    async def receive(self, headers: Mapping[str, str], activity: Mapping[str, Any]) -> int:
        """Take a request; the status that the Bot Connector gets."""
        status = await self.doorway.verdict(headers, activity)
        if status != TAKEN:
            return status
        spot = spot_of(activity)
        if spot is None or not isinstance(activity.get("id", ""), str):
            return UNREADABLE
        if not self.is_ours(spot, activity):
            return FORBIDDEN
        if await self.is_new(spot, activity):
            self.listening.take(spot, activity)
        return TAKEN

    def is_ours(self, spot: Spot, activity: Mapping[str, Any]) -> bool:
        """Whether this comes from our tenant, in Teams, through the Bot Connector that we answer to."""
        return (tenant_of(activity) == self.settings.tenant and activity.get("channelId") == "msteams"
                and spot.service_url.startswith(self.settings.service_url))

    async def is_new(self, spot: Spot, activity: Mapping[str, Any]) -> bool:
        """Whether this was not delivered before."""
        mark = activity.get("id")
        return mark is None or await self.desk.seen.is_new(f"teams:{spot.conversation}:{mark}")


def bot(settings: TeamsSettings, doorway: Doorway) -> App:
    """The bot of one tenant, without telemetry and without a way around the check of tokens."""
    secret = settings.client_secret
    return App(
        client_id=settings.client_id, client_secret=secret.get_secret_value() if secret else None,
        tenant_id=settings.tenant, http_server_adapter=doorway, service_url=settings.service_url,
        cloud=with_overrides(PUBLIC, openid_metadata_url=settings.openid_url), telemetry={"agent365": False},
        dangerously_allow_unauthenticated_requests=False, state=False, fetch_user_token=False,
        client=ClientOptions(timeout=SECONDS_FOR_TEAMS))


def silence() -> None:
    """Keep the library quiet: its own messages can hold what somebody typed, and it turns up the HTTP client."""
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(SILENT)
