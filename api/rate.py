"""Refuse clients that ask too much at once, and conversations in which too much is said at once."""
import math
import time
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from api.problems import ProblemError, answer

LIMITED, FREE = ("/v1/", "/gesprek"), ("/v1/gezondheid", "/v1/klaar")
MOST_CLIENTS = 10_000


class Allowance:
    """For each client a bucket that holds a minute's worth of requests and fills steadily."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.size, self.clock = per_minute, clock
        self.buckets: dict[str, tuple[float, float]] = {}

    def take(self, client: str) -> None:
        """Take one request from the bucket of this client; raise ProblemError when there is none."""
        seconds = self.seconds_to_wait(client) if self.size else 0
        if seconds:
            raise ProblemError(429, f"Dat ging even te snel. Probeer het over {seconds} seconden opnieuw.",
                               headers={"Retry-After": str(seconds)})

    def seconds_to_wait(self, client: str) -> int:
        """Take one request from the bucket of this client; 0 when there was one, else how long until there is."""
        left, now = self.left(client), self.clock()
        if left < 1:
            return math.ceil((1 - left) * 60 / self.size)
        if len(self.buckets) >= MOST_CLIENTS:
            self.buckets = {name: kept for name, kept in self.buckets.items() if self.left(name) < self.size}
        self.buckets[client] = (left - 1, now)
        return 0

    def left(self, client: str) -> float:
        """How many requests this client can make now."""
        left, since = self.buckets.get(client, (float(self.size), self.clock()))
        return min(float(self.size), left + (self.clock() - since) * self.size / 60)


class Rate:
    """Lets through what fits in the allowance of a client; pages to read and the health check are free."""

    def __init__(self, app: ASGIApp, per_minute: int) -> None:
        self.app, self.allowance = app, Allowance(per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on or refuse it."""
        try:
            if scope["type"] == "http" and scope["path"].startswith(LIMITED) and scope["path"] not in FREE:
                self.allowance.take(scope["client"][0] if scope["client"] else "")
        except ProblemError as problem:
            await answer(problem)(scope, receive, send)
            return
        await self.app(scope, receive, send)
