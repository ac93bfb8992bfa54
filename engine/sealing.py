"""What is kept, closed to whoever reads the database, and to whoever has the keys but not the id of a conversation."""
from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import Any

from cryptography.fernet import Fernet, MultiFernet


class Seal:
    """Closes with the first key and opens with every key, so that a key can be changed while conversations go on."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys = [key.encode() for key in keys]

    def close(self, conversation: str, content: dict[str, Any]) -> bytes:
        """The content as only this conversation can open it."""
        return self.lock(conversation).encrypt(json.dumps(content, separators=(",", ":")).encode())

    def open(self, conversation: str, closed: bytes) -> dict[str, Any]:
        """The content again; raises InvalidToken when it was changed or belongs to another conversation."""
        return json.loads(self.lock(conversation).decrypt(closed))

    def lock(self, conversation: str) -> MultiFernet:
        """The locks of this conversation, each made of a key and its id."""
        made = (base64.urlsafe_b64encode(digest.digest()) for digest in self.digests("inhoud", conversation))
        return MultiFernet([Fernet(key) for key in made])

    def marks(self, conversation: str) -> list[str]:
        """The keyed hashes under which this conversation can be kept, today's first: who has its id may read it."""
        return [digest.hexdigest() for digest in self.digests("kenmerk", conversation)]

    def digests(self, purpose: str, conversation: str) -> list[hmac.HMAC]:
        """What each key makes of this conversation, for one purpose."""
        return [hmac.new(key, f"{purpose} {conversation}".encode(), hashlib.sha256) for key in self.keys]
