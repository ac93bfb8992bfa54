"""A clock that tests can turn, and patience for what comes just after an answer."""
import time
from dataclasses import dataclass


@dataclass
class Clock:
    """Says what it was told."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def begin_in_one_minute(seconds=15):
    """Return when so many seconds of this minute are left, because limits count by the minute of the clock."""
    while time.time() % 60 > 60 - seconds:
        time.sleep(0.1)


def wait_for(condition, seconds=30.0):
    """Return when the condition holds; AssertionError when it does not in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)
