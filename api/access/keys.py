"""The keys of portals: only their hashes are kept, in a file that only its owner can read."""
import hashlib
import hmac
import os
import pathlib
import secrets
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from pydantic import BaseModel, ConfigDict, ValidationError

from api.access.rights import ALL
from bot.errors import AdviserError

PREFIX = "mid"


class KeysFileError(AdviserError):
    """The file with keys cannot be used."""


class Key(BaseModel):
    """What is kept of a key: enough to recognise it, not enough to make it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    naam: str
    hash: str
    rechten: frozenset[str]
    gemaakt: datetime
    verloopt: datetime

    def fits(self, secret: str) -> bool:
        """Whether this is the secret of this key, and still valid."""
        return hmac.compare_digest(self.hash, hashed(secret)) and datetime.now(UTC) < self.verloopt


class Ring(BaseModel):
    """All keys."""

    model_config = ConfigDict(extra="forbid")

    sleutels: tuple[Key, ...] = ()


class Keys:
    """The keys in a file; a change of the file counts at once."""

    def __init__(self, path: pathlib.Path) -> None:
        self.path, self.seen, self.known = path, -1, dict[str, Key]()

    def rights(self, given: str) -> frozenset[str] | None:
        """What the holder of this key may do; None when it is not a valid key."""
        _, number, secret = (*given.split("_", 2), "", "")[:3]
        key = self.all().get(number)
        return key.rechten & ALL if key and key.fits(secret) else None

    def all(self) -> dict[str, Key]:
        """Every key by its number; none when there is no file yet."""
        if not self.path.exists():
            return {}
        changed = self.path.stat().st_mtime_ns
        if changed != self.seen:
            self.known, self.seen = {key.id: key for key in read(self.path).sleutels}, changed
        return self.known

    def make(self, name: str, rights: Iterable[str], days: int) -> str:
        """A new key; this is the only time that it can be seen."""
        number, secret, now = secrets.token_hex(4), secrets.token_urlsafe(32), datetime.now(UTC)
        key = Key(id=number, naam=name, hash=hashed(secret), rechten=frozenset(rights), gemaakt=now,
                  verloopt=now + timedelta(days=days))
        self.write([*self.all().values(), key])
        return f"{PREFIX}_{number}_{secret}"

    def withdraw(self, number: str) -> bool:
        """Make a key worthless; False when there is none with this number."""
        left = [key for key in self.all().values() if key.id != number]
        found = len(left) < len(self.all())
        if found:
            self.write(left)
        return found

    def write(self, keys: Iterable[Key]) -> None:
        """Replace the file at once, readable for its owner only."""
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.name}-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(Ring(sleutels=tuple(keys)).model_dump_json(indent=2) + "\n")
        pathlib.Path(name).replace(self.path)
        self.seen = -1


def hashed(secret: str) -> str:
    """The hash of a secret; the secret is 256 random bits, so that a plain hash cannot be guessed back."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def read(path: pathlib.Path) -> Ring:
    """The keys in this file; raise KeysFileError when it is not as it should be."""
    try:
        return Ring.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        raise KeysFileError(f"{path}: dit is geen leesbaar bestand met sleutels.") from None
