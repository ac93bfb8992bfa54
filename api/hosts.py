"""Refuse requests for a host that is not ours."""
from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.problems import ProblemError, answer


class Hosts:
    """Lets through only requests that call the edge by a trusted name."""

    def __init__(self, app: ASGIApp, trusted: Collection[str]) -> None:
        self.app, self.trusted = app, trusted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on or refuse it."""
        if scope["type"] != "http" or "*" in self.trusted or host_in(Headers(scope=scope)) in self.trusted:
            await self.app(scope, receive, send)
            return
        problem = ProblemError(400, "Deze server luistert niet naar deze naam. De beheerder stelt de namen in met "
                               "MAGIKDIT_TRUSTED_HOSTS.")
        await answer(problem)(scope, receive, send)


def host_in(headers: Headers) -> str:
    """The name in the Host header, without the port."""
    host = headers.get("host", "").lower()
    return host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
