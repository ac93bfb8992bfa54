"""The engine as the edge knows it: turns, what it keeps, and what it understands."""
import json
import secrets
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Self, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from api.away import EngineAwayError
from api.faults import Fault
from api.line import Answer, Line
from api.settings import Settings
from api.v1.models import Begrepen, Beurt

Model = TypeVar("Model", bound=BaseModel)


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
    """Talks to the engines over their private addresses; what `mask` leaves out of a text never gets there."""

    def __init__(self, settings: Settings, mask: Callable[[str], str]) -> None:
        self.mask, self.line = mask, Line(settings)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.line.close()

    async def turn(self, conversation: str, message: Mapping[str, object], key: str | None = None) -> Beurt:
        """The engine's turn after this message; the same key again gives the same turn and changes nothing.

        Raise RefusedError for a choice that does not exist.
        """
        body = {"gesprek": conversation, "sleutel": key or fresh_key(), **self.without_names(message)}
        answer = await self.line.ask(conversation, "POST", "beurt", body)
        if answer.status == HTTPStatus.BAD_REQUEST:
            raise RefusedError(refusal_in(answer))
        if answer.status == HTTPStatus.NOT_FOUND:
            raise LostError
        return made(Beurt, answer)

    async def kept(self, conversation: str) -> Kept | None:
        """Everything the engine keeps about this conversation, or None."""
        answer = await self.line.ask(conversation, "GET", f"gesprekken/{conversation}")
        return None if answer.status == HTTPStatus.NOT_FOUND else made(Kept, answer)

    async def erase(self, conversation: str) -> None:
        """Make the engine forget this conversation."""
        answer = await self.line.ask(conversation, "DELETE", f"gesprekken/{conversation}")
        if answer.status not in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_FOUND):
            raise EngineAwayError

    async def recognise(self, text: str) -> Begrepen:
        """What this text is about."""
        body = {"tekst": self.mask(text), "code": None}
        return made(Begrepen, await self.line.ask(fresh_key(), "POST", "herken", body))

    def without_names(self, message: Mapping[str, object]) -> Mapping[str, object]:
        """The message without the people named in its text; it then says that something was left out."""
        text = message.get("tekst")
        if not isinstance(text, str) or (masked := self.mask(text)) == text:
            return message
        return {**message, "tekst": masked, "gemaskeerd": True}

    async def is_ready(self) -> bool:
        """Whether some engine can answer a question now."""
        return await self.line.is_ready()


def fresh_key() -> str:
    """A key that was never used."""
    return secrets.token_urlsafe(16)


def made(model: type[Model], answer: Answer) -> Model:
    """The answer as this model; anything else means that the engine failed."""
    if answer.status != HTTPStatus.OK:
        raise EngineAwayError
    try:
        return model.model_validate_json(answer.content)
    except ValidationError:
        raise EngineAwayError from None


def refusal_in(answer: Answer) -> Fault:
    """What the engine did not accept and what it expected."""
    try:
        fault = json.loads(answer.content)["fout"]
        return Fault(veld=fault["veld"], melding="Dit bestaat niet of kan nu niet.", gegeven=fault["gegeven"],
                     verwacht=tuple(fault["verwacht"]))
    except (ValueError, KeyError, TypeError):
        raise EngineAwayError from None
