"""Conversations in a file that only its owner can read, so that they are still there after a restart of the engine."""
from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, MutableMapping
from typing import Any

Slots = dict[str, Any]
SET_UP = ("PRAGMA journal_mode=TRUNCATE", "PRAGMA synchronous=OFF", "PRAGMA secure_delete=ON",
          "CREATE TABLE IF NOT EXISTS gesprek (id TEXT PRIMARY KEY, gebruikt REAL NOT NULL, slots TEXT NOT NULL)",
          "CREATE INDEX IF NOT EXISTS op_gebruik ON gesprek (gebruikt)")


class Shelf(MutableMapping[str, tuple[float, Slots]]):
    """For each conversation when it was used and its slots, the longest unused first; what is erased is overwritten."""

    def __init__(self, path: str) -> None:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        self.file = sqlite3.connect(path, isolation_level=None)
        for statement in SET_UP:
            self.file.execute(statement)

    def __getitem__(self, name: str) -> tuple[float, Slots]:
        """When this conversation was used, and its slots."""
        row = self.file.execute("SELECT gebruikt, slots FROM gesprek WHERE id = ?", (name,)).fetchone()
        if row is None:
            raise KeyError(name)
        return row[0], json.loads(row[1])

    def __setitem__(self, name: str, kept: tuple[float, Slots]) -> None:
        """Keep this conversation."""
        self.file.execute("REPLACE INTO gesprek VALUES (?, ?, ?)", (name, kept[0], json.dumps(kept[1])))

    def __delitem__(self, name: str) -> None:
        """Forget this conversation."""
        if self.file.execute("DELETE FROM gesprek WHERE id = ?", (name,)).rowcount == 0:
            raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        """The conversations, the longest unused first."""
        return (row[0] for row in self.file.execute("SELECT id FROM gesprek ORDER BY gebruikt"))

    def __len__(self) -> int:
        """How many conversations there are."""
        return self.file.execute("SELECT count(*) FROM gesprek").fetchone()[0]
