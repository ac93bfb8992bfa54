"""Structured logs on standard error: what happened, never to whom or in which words."""
import logging
import sys
import time
import traceback

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import answer, storing

log = structlog.stdlib.get_logger("api")
TALKATIVE = ("httpx", "httpcore", "uvicorn")


def configure() -> None:
    """Write each event as one line of JSON; keep libraries that name addresses quiet."""
    logging.basicConfig(stream=sys.stderr, format="%(message)s", level=logging.INFO)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[structlog.stdlib.add_log_level, structlog.processors.TimeStamper("iso", utc=True),
                    structlog.processors.JSONRenderer(ensure_ascii=False)],
        logger_factory=structlog.stdlib.LoggerFactory(), cache_logger_on_first_use=True)


class Logged:
    """Logs each request by the template of its route, and an error by its kind and place only."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; an error in our own code is answered and goes no further than the log."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 0

        async def noted(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)
        try:
            await self.app(scope, receive, noted)
        except Exception as error:
            log.error("storing", soort=type(error).__name__, plek=place_of(error))
            if not status:
                await answer(storing())(scope, receive, noted)
        log.info("aanvraag", methode=method_in(scope), route=route_in(scope), status=status,
                 ms=round((time.perf_counter() - began) * 1000, 1))


def place_of(error: Exception) -> str:
    """The file and line where the error arose."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{frame.filename.rpartition('/')[2]}:{frame.lineno}"


def method_in(scope: Scope) -> str:
    """The method, when it is one of HTTP's own."""
    return scope["method"] if scope["method"] in ("GET", "HEAD", "POST", "DELETE", "OPTIONS") else "anders"


def route_in(scope: Scope) -> str:
    """The template of the route that was found, without what was filled in."""
    return getattr(scope.get("route"), "path", "onbekend")
