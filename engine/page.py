"""A conversation during one turn, and what is kept so that a message that comes again counts once."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.shelf import Row

Slots = dict[str, Any]
MOST_KEYS = 8


@dataclass
class Page:
    """A conversation during one turn: how it stood before this message, and after it once Rasa has handled it.

    `kept` is everything that is kept about it now, `key` that of the message.
    """

    name: str
    row: Row | None
    kept: dict[str, Any]
    key: str | None
    after: Slots | None = None

    @property
    def is_repeat(self) -> bool:
        """Whether this message was the last one that was handled."""
        return self.key is not None and self.kept.get("sleutel") == self.key

    @property
    def is_late(self) -> bool:
        """Whether this message was handled before the last one: an engine that stood still may come with it again."""
        return self.key is not None and self.key in self.kept.get("eerder", ())

    @property
    def handled(self) -> dict[str, Any]:
        """What is kept of the message for when it comes again: its key, the keys before it, and the slots before it."""
        if self.key is None:
            return {}
        earlier = self.kept.get("eerder", [])
        if not self.is_repeat and "sleutel" in self.kept:
            earlier = [*earlier, self.kept["sleutel"]][-MOST_KEYS:]
        return {"sleutel": self.key, "vorige": self.before, "eerder": earlier}

    @property
    def before(self) -> Slots | None:
        """The slots before this message; a repeat is heard again where it was heard first."""
        return self.kept.get("vorige" if self.is_repeat else "slots")
