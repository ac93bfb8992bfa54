"""The line to the engines: a client for each, a rest for one that fails, and another engine when one is away."""
import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import NamedTuple

import aiohttp
from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState

from api.away import EngineAwayError
from api.engines import Engines
from api.settings import Settings

DOOR, KEY = "/webhooks/edge/", "X-Engine-Sleutel"
NOT_ASKED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, OpenedState)
NO_ANSWER = (aiohttp.ClientError, TimeoutError)
MOST_ASKED, MOST_AT_ONCE = 2, 100
SECONDS_TO_CONNECT, SECONDS_IN_LINE, SECONDS_UNUSED = 3.0, 60.0, 4.0
Body = Mapping[str, object] | None


class Answer(NamedTuple):
    """What an engine answered: the status and the whole body."""

    status: int
    content: bytes


class Line:
    """Asks the engine of a conversation, and the next one on the ring when that gives no answer.

    Asking a second engine is safe: a turn carries a key with which it is never taken twice.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings, self.engines = settings, Engines(settings.engines, settings.engines_file)
        self.clients: dict[str, aiohttp.ClientSession] = {}
        self.room: dict[str, asyncio.Semaphore] = {}
        self.breakers = AsyncCircuitBreakerFactory(settings.engine_failures, settings.engine_rest_seconds)

    async def ask(self, conversation: str, method: str, path: str, body: Body = None) -> Answer:
        """The answer of an engine; raise EngineAwayError when there is none."""
        asked, answer = 0, None
        for address in self.engines.behind(conversation):
            try:
                answer = await self.send(address, method, path, body)
            except NOT_ASKED:
                continue
            except NO_ANSWER:
                answer = None
            asked += 1
            if asked == MOST_ASKED or (answer is not None and not is_to_ask_again(answer)):
                break
        if answer is None:
            raise EngineAwayError
        return answer

    async def is_ready(self) -> bool:
        """Whether some engine is ready."""
        for address in self.engines.all:
            try:
                if (await self.send(address, "GET", "klaar")).status == HTTPStatus.OK:
                    return True
            except (*NO_ANSWER, OpenedState):
                continue
        return False

    async def send(self, address: str, method: str, path: str, body: Body = None) -> Answer:
        """The answer of this engine; raise OpenedState while it gets a rest."""
        async with self.in_line(address):
            breaker = await self.breakers.get_breaker(address)
            async with breaker, self.client(address).request(method, path, json=body) as answer:
                return Answer(answer.status, await answer.read())

    @asynccontextmanager
    async def in_line(self, address: str) -> AsyncIterator[None]:
        """Wait for room at this engine; raise TimeoutError after too long, which is no failure of the engine."""
        room = self.room.setdefault(address, asyncio.Semaphore(MOST_AT_ONCE))
        async with asyncio.timeout(SECONDS_IN_LINE):
            await room.acquire()
        try:
            yield
        finally:
            room.release()

    def client(self, address: str) -> aiohttp.ClientSession:
        """The client for this engine, as long as the edge runs; it leaves a connection before the engine does."""
        if address not in self.clients:
            key = self.settings.engine_key
            self.clients[address] = aiohttp.ClientSession(
                f"{address}{DOOR}", headers={KEY: key.get_secret_value()} if key else {},
                cookie_jar=aiohttp.DummyCookieJar(),
                connector=aiohttp.TCPConnector(limit=MOST_AT_ONCE, keepalive_timeout=SECONDS_UNUSED),
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=SECONDS_TO_CONNECT,
                                              sock_read=self.settings.engine_timeout_seconds))
        return self.clients[address]

    async def close(self) -> None:
        """Close every client."""
        for client in self.clients.values():
            await client.close()


def is_to_ask_again(answer: Answer) -> bool:
    """Whether an engine could not answer, or another changed the conversation while it did."""
    return answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR or answer.status == HTTPStatus.CONFLICT
