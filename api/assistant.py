"""The engine as the edge knows it: one client for the life of the app."""
import json
from collections.abc import Callable, Mapping
from typing import Self, TypeVar

import httpx
from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState
from pydantic import BaseModel, ConfigDict, ValidationError

from api.faults import Fault
from api.settings import Settings
from api.v1.models import Begrepen, Beurt

Model = TypeVar("Model", bound=BaseModel)


class EngineAwayError(Exception):
    """The engine gave no answer that can be used; `code` is the code of the conversation, if known."""

    def __init__(self, code: str | None = None) -> None:
        super().__init__("the engine gave no usable answer")
        self.code = code


class RefusedError(Exception):
    """The engine refused a choice that does not exist; the conversation is as it was."""

    def __init__(self, fault: Fault) -> None:
        super().__init__("the engine refused a choice")
        self.fault = fault


class LostError(Exception):
    """The engine does not know this conversation any more."""


class Kept(BaseModel):
    """Every byte the engine keeps about a conversation."""

    model_config = ConfigDict(extra="allow")

    code: str | None
    dilemma: str | None
    antwoorden: list[tuple[str, str]]


class Assistant:
    """Talks to the engine over its private address; what `mask` leaves out of a text never gets there."""

    def __init__(self, settings: Settings, mask: Callable[[str], str]) -> None:
        self.mask = mask
        key = {"X-Engine-Sleutel": settings.engine_key.get_secret_value()} if settings.engine_key else {}
        self.client = httpx.AsyncClient(
            base_url=f"{settings.engine_url}/webhooks/edge/", headers=key, timeout=settings.engine_timeout_seconds,
            trust_env=False, limits=httpx.Limits(max_connections=200, max_keepalive_connections=50))
        self.breakers = AsyncCircuitBreakerFactory(settings.engine_failures, settings.engine_rest_seconds)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.client.aclose()

    async def turn(self, conversation: str, message: Mapping[str, object]) -> Beurt:
        """The engine's turn after this message; raise RefusedError for a choice that does not exist."""
        answer = await self.send("POST", "beurt", {"gesprek": conversation, **self.without_names(message)})
        if answer.status_code == httpx.codes.BAD_REQUEST:
            raise RefusedError(refusal_in(answer))
        if answer.status_code == httpx.codes.NOT_FOUND:
            raise LostError
        return made(Beurt, answer)

    async def kept(self, conversation: str) -> Kept | None:
        """Everything the engine keeps about this conversation, or None."""
        answer = await self.send("GET", f"gesprekken/{conversation}")
        return None if answer.status_code == httpx.codes.NOT_FOUND else made(Kept, answer)

    async def erase(self, conversation: str) -> None:
        """Make the engine forget this conversation."""
        answer = await self.send("DELETE", f"gesprekken/{conversation}")
        if answer.status_code not in (httpx.codes.NO_CONTENT, httpx.codes.NOT_FOUND):
            raise EngineAwayError

    async def recognise(self, text: str) -> Begrepen:
        """What this text is about."""
        return made(Begrepen, await self.send("POST", "herken", {"tekst": self.mask(text), "code": None}))

    def without_names(self, message: Mapping[str, object]) -> Mapping[str, object]:
        """The message without the people named in its text; it then says that something was left out."""
        text = message.get("tekst")
        if not isinstance(text, str) or (masked := self.mask(text)) == text:
            return message
        return {**message, "tekst": masked, "gemaskeerd": True}

    async def is_ready(self) -> bool:
        """Whether the engine can answer a question now."""
        try:
            answer = await self.send("GET", "klaar")
        except EngineAwayError:
            return False
        return answer.status_code == httpx.codes.OK

    async def send(self, method: str, path: str, body: Mapping[str, object] | None = None) -> httpx.Response:
        """The engine's answer; raise EngineAwayError when there is none or when the engine gets a rest."""
        try:
            async with await self.breakers.get_breaker("engine"):
                return await self.client.request(method, path, json=body)
        except (httpx.HTTPError, OpenedState):
            raise EngineAwayError from None


def made(model: type[Model], answer: httpx.Response) -> Model:
    """The answer as this model; anything else means that the engine failed."""
    if answer.status_code != httpx.codes.OK:
        raise EngineAwayError
    try:
        return model.model_validate_json(answer.content)
    except ValidationError:
        raise EngineAwayError from None


def refusal_in(answer: httpx.Response) -> Fault:
    """What the engine did not accept and what it expected."""
    try:
        fault = json.loads(answer.content)["fout"]
        return Fault(veld=fault["veld"], melding="Dit bestaat niet of kan nu niet.", gegeven=fault["gegeven"],
                     verwacht=tuple(fault["verwacht"]))
    except (ValueError, KeyError, TypeError):
        raise EngineAwayError from None
