"""One at a time."""
import asyncio
from weakref import WeakValueDictionary


class Order:
    """A lock for each name, for as long as somebody holds it or waits for it; who came first goes first."""

    def __init__(self) -> None:
        self.locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def lock(self, name: str) -> asyncio.Lock:
        """The lock of this name."""
        return self.locks.setdefault(name, asyncio.Lock())

    def is_held(self, name: str) -> bool:
        """Whether somebody holds the lock of this name."""
        lock = self.locks.get(name)
        return lock is not None and lock.locked()
