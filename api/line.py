"""The line to the engines: a client for each, a rest for one that fails, and another engine when one is away."""
from collections.abc import Mapping

import httpx
from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState

from api.away import EngineAwayError
from api.engines import Engines
from api.settings import Settings

DOOR, KEY = "/webhooks/edge/", "X-Engine-Sleutel"
NOT_ASKED = (httpx.ConnectError, httpx.ConnectTimeout, OpenedState)
MOST_ASKED, SECONDS_TO_CONNECT, SECONDS_IN_LINE = 2, 3.0, 60.0
Body = Mapping[str, object] | None


class Line:
    """Asks the engine of a conversation, and the next one on the ring when that gives no answer.

    Asking a second engine is safe: a turn carries a key with which it is never taken twice.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings, self.engines = settings, Engines(settings.engines, settings.engines_file)
        self.clients: dict[str, httpx.AsyncClient] = {}
        self.breakers = AsyncCircuitBreakerFactory(
            settings.engine_failures, settings.engine_rest_seconds, exclude=[httpx.PoolTimeout])

    async def ask(self, conversation: str, method: str, path: str, body: Body = None) -> httpx.Response:
        """The answer of an engine; raise EngineAwayError when there is none."""
        asked, answer = 0, None
        for address in self.engines.behind(conversation):
            try:
                answer = await self.send(address, method, path, body)
            except NOT_ASKED:
                continue
            except httpx.HTTPError:
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
                if (await self.send(address, "GET", "klaar")).status_code == httpx.codes.OK:
                    return True
            except (httpx.HTTPError, OpenedState):
                continue
        return False

    async def send(self, address: str, method: str, path: str, body: Body = None) -> httpx.Response:
        """The answer of this engine; raise OpenedState while it gets a rest."""
        async with await self.breakers.get_breaker(address):
            return await self.client(address).request(method, path, json=body)

    def client(self, address: str) -> httpx.AsyncClient:
        """The client for this engine, the same as long as the edge runs."""
        if address not in self.clients:
            key = self.settings.engine_key
            self.clients[address] = httpx.AsyncClient(
                base_url=f"{address}{DOOR}", headers={KEY: key.get_secret_value()} if key else {}, trust_env=False,
                timeout=httpx.Timeout(self.settings.engine_timeout_seconds, connect=SECONDS_TO_CONNECT,
                                      pool=SECONDS_IN_LINE),
                limits=httpx.Limits(max_connections=100, max_keepalive_connections=50))
        return self.clients[address]

    async def close(self) -> None:
        """Close every client."""
        for client in self.clients.values():
            await client.aclose()


def is_to_ask_again(answer: httpx.Response) -> bool:
    """Whether an engine could not answer, or another changed the conversation while it did."""
    return answer.is_server_error or answer.status_code == httpx.codes.CONFLICT
