"""The state of conversations in Redis, for all edges together; without the name of a record nobody can read it."""
import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from itertools import chain
from typing import Any, TypeVar

from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.lock import Lock
from redis.exceptions import RedisError

from api.away import KeeperAwayError
from api.keeping.order import Order
from api.keeping.scripts import ADD, READ, WRITE
from api.keeping.sealing import box_of, place_of

RECORD, MARK, TURN, ALL = "magikdit:gesprek:", "magikdit:gezien:", "magikdit:beurt:", "magikdit:gesprekken"
SECONDS_HELD, SECONDS_TO_RENEW, SECONDS_BETWEEN_LOOKS, MOST_SECONDS_IN_LINE = 10.0, 3.0, 0.02, 60.0
FAILURES, SECONDS_OF_REST = 3, 1.0
Found = TypeVar("Found")


class Shared:
    """Keeps records that end by themselves; what they hold is sealed with their name."""

    def __init__(self, pool: BlockingConnectionPool) -> None:
        self.redis, self.order = Redis(connection_pool=pool), Order()
        self.breakers = AsyncCircuitBreakerFactory(FAILURES, SECONDS_OF_REST)
        self.scripts = {script: self.redis.register_script(script) for script in (ADD, READ, WRITE)}

    async def add(self, name: str, fields: Mapping[str, bytes], seconds: float) -> bool:
        """Keep a new record; False, and nothing changes, when there is one under this name."""
        return bool(await self.run(ADD, name, seconds, sealed(name, fields)))

    async def read(self, name: str, fields: Sequence[str], seconds: float) -> Sequence[bytes | None]:
        """These fields, None where there is none."""
        found = await self.run(READ, name, seconds, fields) or [None] * len(fields)
        return [value and box_of(name).decrypt(value) for value in found]

    async def write(self, name: str, fields: Mapping[str, bytes | None], seconds: float) -> None:
        """Change these fields, and remove those with None; nothing happens when the record is gone."""
        await self.run(WRITE, name, seconds, sealed(name, fields))

    async def drop(self, name: str) -> None:
        """Keep nothing of this record."""
        place = RECORD + place_of(name)
        pipeline = self.redis.pipeline()
        pipeline.delete(place)
        pipeline.zrem(ALL, place)
        await self.asked(pipeline.execute)

    async def count(self) -> int:
        """How many records are kept."""
        pipeline = self.redis.pipeline()
        pipeline.zremrangebyscore(ALL, "-inf", time.time())
        pipeline.zcard(ALL)
        return int((await self.asked(pipeline.execute))[-1])

    async def idle(self) -> Sequence[str]:
        """The records that still have to be dropped: none, Redis drops them."""
        return ()

    async def is_new(self, mark: str, seconds: float) -> bool:
        """Whether this mark comes for the first time in this many seconds."""
        place = MARK + place_of(mark)
        return bool(await self.asked(lambda: self.redis.set(place, b"", nx=True, px=round(seconds * 1000))))

    @asynccontextmanager
    async def in_turn(self, name: str) -> AsyncIterator[None]:
        """Waits until everyone who came earlier under this name is done, at any edge."""
        lock = Lock(self.redis, TURN + place_of(name), SECONDS_HELD, SECONDS_BETWEEN_LOOKS,
                    blocking_timeout=MOST_SECONDS_IN_LINE)
        async with self.order.lock(name):
            if not await self.asked(lock.acquire):
                raise KeeperAwayError
            renewing = asyncio.create_task(renewed(lock))
            try:
                yield
            finally:
                renewing.cancel()
                with suppress(RedisError):  # a lock that cannot be given back ends by itself
                    await lock.release()

    async def aclose(self) -> None:
        """Let go of what was opened."""
        await self.redis.aclose()

    async def run(self, script: str, name: str, seconds: float, fields: Iterable[str | bytes]) -> Any:
        """What this script gives for a record that stays this many seconds."""
        keys, ends = (RECORD + place_of(name), ALL), (round(seconds * 1000), time.time() + seconds)
        return await self.asked(lambda: self.scripts[script](keys, (*ends, *fields)))

    async def asked(self, call: Callable[[], Awaitable[Found]]) -> Found:
        """What Redis answers; raise KeeperAwayError when it does not or when it gets a rest."""
        try:
            async with await self.breakers.get_breaker("redis"):
                return await call()
        except (RedisError, OpenedState):
            raise KeeperAwayError from None


def sealed(name: str, fields: Mapping[str, bytes | None]) -> Iterable[str | bytes]:
    """Fields and what they hold, sealed; what is to be removed is empty."""
    box = box_of(name)
    return chain.from_iterable((field, b"" if value is None else box.encrypt(value)) for field, value in fields.items())


async def renewed(lock: Lock) -> None:
    """Hold on to the lock, as long as Redis lets us."""
    with suppress(RedisError):
        while True:
            await asyncio.sleep(SECONDS_TO_RENEW)
            await lock.extend(SECONDS_HELD, replace_ttl=True)
