"""The table of conversations: closed content, when it was used, and a version so that nothing is overwritten."""
from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import text
from sqlalchemy.engine import Connection, Result

from engine.database import ConflictError, Database

CLOCK = "extract(epoch FROM clock_timestamp())::float8"
STATEMENTS = {
    "now": "SELECT {now}",
    "read": "SELECT id, versie, inhoud, gebruikt < {now} - :idle FROM gesprek WHERE id = :mark",
    "add": "INSERT INTO gesprek (id, gebruikt, versie, inhoud) VALUES (:mark, {now}, 1, :content)",
    "change": "UPDATE gesprek SET id = :mark, gebruikt = {now}, versie = versie + 1, inhoud = :content "
              "WHERE id = :earlier AND versie = :version",
    "erase": "DELETE FROM gesprek WHERE id = :mark",
    "marks": "SELECT id FROM gesprek ORDER BY gebruikt",
    "at_most_now": "UPDATE gesprek SET gebruikt = :now WHERE gebruikt > :now",
    "as_if_now": "UPDATE gesprek SET gebruikt = :now WHERE gebruikt >= :first AND gebruikt < :oldest",
    "expire": "DELETE FROM gesprek WHERE gebruikt < :oldest",
    "late": "SELECT count(*) FROM gesprek WHERE gebruikt < {now} - :idle",
    "all": "SELECT count(*) FROM gesprek",
    "vacuum": "VACUUM {table}",
}
SLACK = 60.0
UNSET = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


class Row(NamedTuple):
    """A conversation as it stands in the table; `idle` when it has not been used for too long."""

    mark: str
    version: int
    content: bytes
    idle: bool


def steady() -> float:
    """Seconds that nobody can set ahead or back."""
    return time.clock_gettime(UNSET)


class Shelf:
    """One statement for each thing that is asked; engines that share a database go by its clock."""

    def __init__(self, url: str, idle_seconds: float, now: Callable[[], float] | None = None,
                 steady: Callable[[], float] = steady) -> None:
        self.database, self.idle_seconds, self.now, self.steady = Database(url), idle_seconds, now or time.time, steady
        filled = {"now": ":now" if now or self.database.is_sqlite else CLOCK,
                  "table": "" if self.database.is_sqlite else "gesprek"}
        self.statements = {name: text(statement.format(**filled)) for name, statement in STATEMENTS.items()}
        self.expiring = threading.Lock()
        self.seen: tuple[float, float] | None = None

    def read(self, marks: Sequence[str]) -> Row | None:
        """The conversation that is kept under the first of these marks that is known."""
        with self.database.connection() as db:
            found = (self.run(db, "read", mark=mark).first() for mark in marks)
            row = next((row for row in found if row), None)
        return Row(row[0], row[1], bytes(row[2]), bool(row[3])) if row else None

    def write(self, mark: str, content: bytes, earlier: Row | None) -> None:
        """Keep this in the place of what was read earlier; raises ConflictError when that is not there any more."""
        with self.database.connection() as db:
            if earlier is None:
                self.run(db, "add", mark=mark, content=content)
            elif not self.run(db, "change", mark=mark, content=content, earlier=earlier.mark,
                              version=earlier.version).rowcount:
                raise ConflictError("gewijzigd of gewist")

    def erase(self, marks: Sequence[str]) -> bool:
        """Forget a conversation; False when there was none."""
        with self.database.connection() as db:
            return any([self.run(db, "erase", mark=mark).rowcount for mark in marks])

    def marks(self) -> list[str]:
        """The marks of all conversations, the longest unused first."""
        with self.database.connection() as db:
            return list(self.run(db, "marks").scalars())

    def expire(self) -> int:
        """Forget what has been idle too long; nothing seems old by a clock set ahead, nor young by one set back."""
        with self.expiring, self.database.connection() as db:
            now, steady = float(self.run(db, "now").scalar()), self.steady()
            oldest, ahead = now - self.idle_seconds, self.set_ahead(now, steady)
            self.run(db, "at_most_now", now=now)
            if ahead > SLACK:
                self.run(db, "as_if_now", now=now, first=oldest - ahead, oldest=oldest)
            erased = self.run(db, "expire", oldest=oldest).rowcount
            self.seen = now, steady
            return erased

    def set_ahead(self, now: float, steady: float) -> float:
        """How far the clock was set ahead since the last look at it."""
        return now - self.seen[0] - (steady - self.seen[1]) if self.seen else 0.0

    def left(self) -> tuple[int, int]:
        """How many conversations are beyond their time, and how many there are."""
        with self.database.connection() as db:
            return self.run(db, "late").scalar(), self.run(db, "all").scalar()

    def vacuum(self) -> None:
        """Give the place of what was erased back to the database, so that it is overwritten."""
        with self.database.connection() as db:
            self.run(db, "vacuum")

    def run(self, db: Connection, name: str, **given: Any) -> Result:
        """What this statement gives, at this moment."""
        return db.execute(self.statements[name], {"now": self.now(), "idle": self.idle_seconds, **given})
