"""Refuse clients that ask too much at once, and conversations in which too much is said at once."""
import math
import time

from limits import RateLimitItemPerMinute
from limits.aio.storage import Storage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import StorageError
from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState
from starlette.types import ASGIApp, Receive, Scope, Send

from api.keeping.sealing import place_of
from api.problems import ProblemError, answer

LIMITED, FREE = ("/v1/", "/gesprek"), ("/v1/gezondheid", "/v1/klaar")
FAILURES, SECONDS_OF_REST = 3, 1.0


class Allowance:
    """How much each client may ask in a minute; what was asked in the minute before counts less and less."""

    def __init__(self, per_minute: int, storage: Storage, kind: str) -> None:
        self.limit = RateLimitItemPerMinute(per_minute, namespace=kind) if per_minute else None
        self.limiter = SlidingWindowCounterRateLimiter(storage)
        self.breakers = AsyncCircuitBreakerFactory(FAILURES, SECONDS_OF_REST)

    async def take(self, client: str) -> None:
        """Count one request of this client; raise ProblemError when it is one too many."""
        seconds = await self.seconds_to_wait(client)
        if seconds:
            raise ProblemError(429, f"Dat ging even te snel. Probeer het over {seconds} seconden opnieuw.",
                               headers={"Retry-After": str(seconds)})

    async def seconds_to_wait(self, client: str) -> int:
        """Count one request of this client; 0 when it fits, or when nobody can tell because Redis is away."""
        if self.limit is None:
            return 0
        try:
            async with await self.breakers.get_breaker("redis"):
                if await self.limiter.hit(self.limit, place_of(client)):
                    return 0
                free = (await self.limiter.get_window_stats(self.limit, place_of(client))).reset_time
                # limits says "now" in the first millisecond of a window, when all of it is still to come
                return max(0, math.ceil(free - time.time())) or self.limit.get_expiry()
        except (StorageError, OpenedState):
            return 0


class Rate:
    """Lets through what fits in the allowance of a client; pages to read and the health check are free."""

    def __init__(self, app: ASGIApp, allowance: Allowance) -> None:
        self.app, self.allowance = app, allowance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on or refuse it."""
        try:
            if scope["type"] == "http" and scope["path"].startswith(LIMITED) and scope["path"] not in FREE:
                await self.allowance.take(scope["client"][0] if scope["client"] else "")
        except ProblemError as problem:
            await answer(problem)(scope, receive, send)
            return
        await self.app(scope, receive, send)
