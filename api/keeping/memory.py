"""The state of conversations in the memory of one edge."""
import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from api.keeping.order import Order

MOST_MARKS = 100_000


@dataclass
class Record:
    """Some fields, and until when they are kept."""

    fields: dict[str, bytes]
    until: float


class Memory:
    """Keeps records until they are dropped; one that is past its time cannot be read any more."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock, self.order = clock, Order()
        self.records: dict[str, Record] = {}
        self.marks: OrderedDict[str, float] = OrderedDict()

    async def add(self, name: str, fields: Mapping[str, bytes], seconds: float) -> bool:
        """Keep a new record; False, and nothing changes, when there is one under this name."""
        if self.found(name):
            return False
        self.records[name] = Record(dict(fields), self.clock() + seconds)
        return True

    async def read(self, name: str, fields: Sequence[str], seconds: float) -> Sequence[bytes | None]:
        """These fields, None where there is none."""
        record = self.found(name)
        if record is None:
            return [None] * len(fields)
        record.until = self.clock() + seconds
        return [record.fields.get(field) for field in fields]

    async def write(self, name: str, fields: Mapping[str, bytes | None], seconds: float) -> None:
        """Change these fields, and remove those with None; nothing happens when the record is gone."""
        if record := self.records.get(name):
            changed = {**record.fields, **fields}
            record.fields = {field: value for field, value in changed.items() if value is not None}
            record.until = self.clock() + seconds

    async def drop(self, name: str) -> None:
        """Keep nothing of this record."""
        self.records.pop(name, None)

    async def count(self) -> int:
        """How many records are kept."""
        return len(self.records)

    async def idle(self) -> Sequence[str]:
        """The records that are past their time and still have to be dropped."""
        return [name for name in self.records if not self.found(name) and not self.order.is_held(name)]

    async def is_new(self, mark: str, seconds: float) -> bool:
        """Whether this mark comes for the first time in this many seconds."""
        while self.marks and (len(self.marks) >= MOST_MARKS or next(iter(self.marks.values())) < self.clock()):
            self.marks.popitem(last=False)
        if mark in self.marks:
            return False
        self.marks[mark] = self.clock() + seconds
        return True

    def in_turn(self, name: str) -> AbstractAsyncContextManager[None]:
        """Waits until everyone who came earlier under this name is done."""
        lock: asyncio.Lock = self.order.lock(name)
        return lock

    async def aclose(self) -> None:
        """Let go of what was opened: nothing."""

    def found(self, name: str) -> Record | None:
        """The record under this name, unless it is past its time."""
        record = self.records.get(name)
        return record if record and record.until >= self.clock() else None
