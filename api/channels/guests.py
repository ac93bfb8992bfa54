"""Who talks through a channel: a keyed mark, never the id that the channel knows them by."""
import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

from pydantic import SecretStr

from api.conversations import Conversations, Known


@dataclass(eq=False)
class Guest:
    """Somebody in a conversation; `asked` is the open question, `told` whether they know who can read along.

    `private` is the address of a private conversation, where others can read along in this one.
    """

    known: Known
    place: str
    private: str | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    begun: bool = False
    told: bool = False
    asked: str | None = None
    waiting: int = 0

    @property
    def id(self) -> str:
        """The id of the conversation."""
        return self.known.id

    @property
    def code(self) -> str | None:
        """The code of conduct of the conversation, as far as it is known."""
        return self.known.code


def mark_of(key: SecretStr, *parts: str) -> str:
    """The same mark for the same parts; nobody without the key can tell whose it is."""
    whole = "\x1f".join(parts).encode()
    digest = hmac.new(key.get_secret_value().encode(), whole, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


class Guests:
    """Everyone with a conversation that is still there."""

    def __init__(self, conversations: Conversations, key: SecretStr) -> None:
        self.conversations, self.key = conversations, key
        self.guests: dict[str, Guest] = {}
        self.tokens: dict[str, Guest] = {}

    def guest(self, place: str, code: str | None, *who: str) -> Guest:
        """The guest behind these ids of a channel, in the conversation they have or in a new one."""
        known = self.conversations.open(mark_of(self.key, place, *who), code)
        guest = self.guests.get(known.id)
        if guest is None or guest.known is not known:
            guest = self.add(Guest(known, place))
        return guest

    def add(self, guest: Guest) -> Guest:
        """Keep this guest, and none whose conversation is gone."""
        here = [old for old in self.guests.values() if self.is_here(old)]
        self.guests = {one.id: one for one in (*here, guest)}
        self.tokens = {one.token: one for one in self.guests.values()}
        return guest

    def with_token(self, token: str) -> Guest | None:
        """The guest who was given this token, as long as the conversation is there."""
        guest = self.tokens.get(token)
        return guest if guest and self.is_here(guest) else None

    def is_here(self, guest: Guest) -> bool:
        """Whether the conversation of this guest is still there."""
        known = self.conversations.known.get(guest.id)
        return known is guest.known and not self.conversations.is_idle(known)
