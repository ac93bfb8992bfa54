"""What is kept, closed to whoever reads the database."""
from __future__ import annotations

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
        self.fernet = MultiFernet([Fernet(key) for key in self.keys])

    def close(self, content: dict[str, Any]) -> bytes:
        """The content as nobody without a key can read it."""
        return self.fernet.encrypt(json.dumps(content, separators=(",", ":")).encode())

    def open(self, closed: bytes) -> dict[str, Any]:
        """The content again; raises InvalidToken when no key fits or it was changed."""
        return json.loads(self.fernet.decrypt(closed))

    def marks(self, conversation: str) -> list[str]:
        """The keyed hashes under which this conversation can be kept, today's first: who has its id may read it."""
        return [hmac.new(key, f"gesprek {conversation}".encode(), hashlib.sha256).hexdigest() for key in self.keys]
