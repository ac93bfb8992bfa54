"""What the edge knows of one conversation: ids, and answers to repeat."""
import hashlib
import hmac
import secrets
from datetime import datetime

from pydantic import BaseModel, Field, PrivateAttr

from api.v1.models import Beurt

MOST_REPEATS = 32
CORE, TOLD, REPEAT = "kern", "verteld", "herhaling:"


class Repeat(BaseModel):
    """A first answer, kept for a repeat; `mark` tells whether it is the same message, not what it said."""

    mark: str
    beurt: Beurt


class Known(BaseModel):
    """What the edge keeps about one conversation; `rated` are the advices whose opinion was counted.

    In a channel also whether it was welcomed, whether somebody was `told` who can read along, the open question
    (`asked`), and `door`, without which nobody gets from the channel to the page.
    """

    id: str = Field(exclude=True)
    code: str | None
    begun: datetime
    dilemma: str | None = None
    rated: set[str] = Field(default_factory=set)
    keys: list[str] = Field(default_factory=list)
    welcomed: bool = False
    told: bool = Field(default=False, exclude=True)
    asked: str | None = None
    door: str = Field(default_factory=lambda: secrets.token_urlsafe(12))
    _changes: dict[str, bytes | None] = PrivateAttr(default_factory=dict)

    def remember(self, key: str, repeat: Repeat) -> None:
        """Keep the first answer to this key; the oldest makes room."""
        self._changes[REPEAT + key] = repeat.model_dump_json().encode()
        self.keys.append(key)
        if len(self.keys) > MOST_REPEATS:
            self._changes[REPEAT + self.keys.pop(0)] = None

    def changes(self) -> dict[str, bytes | None]:
        """Every field to be written, once."""
        changed, self._changes = self._changes, {}
        return {CORE: self.model_dump_json().encode(), **changed}


def mark_of(conversation: str, message: BaseModel, key: str | None = None) -> str:
    """The same mark for the same message with the same key, at any edge.

    Who does not know the id of the conversation cannot find out what the message said.
    """
    words = f"{key or ''}\x1f{message.model_dump_json()}".encode(errors="backslashreplace")
    return hmac.new(conversation.encode(), words, hashlib.sha256).hexdigest()
