"""The way in: the library says whether a request comes from the Bot Connector."""
import asyncio
from collections.abc import Mapping
from typing import Any

from microsoft_teams.apps.http.adapter import HttpMethod, HttpRequest, HttpResponse, HttpRouteHandler

REFUSED, UNREADABLE = 401, 400


class Doorway:
    """Stands between our route and the library, which fetches the signing keys with a call that blocks."""

    def __init__(self) -> None:
        self.handler: HttpRouteHandler | None = None

    def register_route(self, method: HttpMethod, path: str, handler: HttpRouteHandler) -> None:
        """Keep what the library does with a request."""
        self.handler = handler

    async def verdict(self, headers: Mapping[str, str], activity: Mapping[str, Any]) -> int:
        """The status for this request: 200 when its token is right, found out in a thread of its own."""
        if self.handler is None:
            return REFUSED
        request = HttpRequest(body=dict(activity), headers=dict(headers))
        answer: HttpResponse = await asyncio.to_thread(asyncio.run, self.handler(request))
        return answer["status"] if answer["status"] in (200, REFUSED) else UNREADABLE

    def serve_static(self, path: str, directory: str) -> None:
        """Serve no files."""

    async def start(self, port: int) -> None:
        """Start nothing: the edge serves."""

    async def stop(self) -> None:
        """Stop nothing."""
