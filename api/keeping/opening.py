"""Where this edge keeps what it knows: in Redis when there is an address for it, else in its own memory."""
from dataclasses import dataclass
from typing import Any

from limits.aio.storage import MemoryStorage, RedisStorage, Storage
from pydantic import SecretStr
from redis.asyncio import BlockingConnectionPool
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as Lost

from api.keeping.keeper import Keeper
from api.keeping.memory import Memory
from api.keeping.shared import Shared

MOST_CONNECTIONS, SECONDS_IN_LINE, SECONDS_FOR_REDIS = 50, 20.0, 5.0


@dataclass(frozen=True)
class Kept:
    """The home of conversations, and that of the limits."""

    keeper: Keeper
    limits: Storage


def kept_at(url: SecretStr | None) -> Kept:
    """Redis at this address, or memory."""
    if url is None:
        return Kept(Memory(), MemoryStorage())
    address = url.get_secret_value()
    pool = BlockingConnectionPool.from_url(
        address, max_connections=MOST_CONNECTIONS, timeout=SECONDS_IN_LINE, socket_timeout=SECONDS_FOR_REDIS,
        socket_connect_timeout=SECONDS_FOR_REDIS, retry=Retry(NoBackoff(), 1, supported_errors=(Lost,)))
    options: dict[str, Any] = {"connection_pool": pool}
    limits = RedisStorage(address, True, "redispy", "magikdit:grens", **options)
    return Kept(Shared(pool), limits)
