"""Who talks through a channel: a keyed mark, never the id that the channel knows them by."""
import base64
import hashlib
import hmac
from dataclasses import dataclass

from cryptography.fernet import Fernet, InvalidToken
from pydantic import SecretStr

from api.conversations import Conversations
from api.known import Known

APART = "\x1f"


@dataclass(eq=False)
class Guest:
    """Somebody in a conversation, in this place of a channel; `token` lets them go on with it outside the channel.

    `private` is the address of a private conversation, where others can read along in this one.
    """

    known: Known
    place: str
    token: str
    private: str | None = None

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
    return base64.urlsafe_b64encode(digest_of(key, *parts)).decode().rstrip("=")


def digest_of(key: SecretStr, *parts: str) -> bytes:
    """The digest of these parts that only this key gives."""
    return hmac.new(key.get_secret_value().encode(), APART.join(parts).encode(), hashlib.sha256).digest()


class Guests:
    """Everyone with a conversation that is still there."""

    def __init__(self, conversations: Conversations, key: SecretStr) -> None:
        self.conversations, self.key = conversations, key
        self.box = Fernet(base64.urlsafe_b64encode(digest_of(key, "verder")))

    async def guest(self, place: str, code: str | None, *who: str) -> Guest:
        """The guest behind these ids of a channel, in the conversation they have or in a new one."""
        known = await self.conversations.open(mark_of(self.key, place, *who), code)
        return Guest(known, place, self.token_for(known))

    def token_for(self, known: Known) -> str:
        """What lets somebody go on with this conversation; it says nothing, and opens no later one of theirs."""
        return self.box.encrypt(f"{known.id}{APART}{known.door}".encode()).decode().rstrip("=")

    async def with_token(self, token: str) -> Known | None:
        """The conversation of the guest who was given this token, as long as it is there."""
        try:
            sealed = f"{token}{'=' * (-len(token) % 4)}".encode(errors="backslashreplace")
            conversation, _, door = self.box.decrypt(sealed).decode().partition(APART)
        except InvalidToken:
            return None
        known = await self.conversations.find(conversation)
        return known if known and hmac.compare_digest(known.door, door) else None
