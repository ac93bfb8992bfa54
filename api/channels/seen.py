"""What was delivered before."""
import time
from collections import OrderedDict
from collections.abc import Callable

SECONDS_KEPT, MOST_KEPT = 3600, 100_000


class Seen:
    """The marks of the deliveries of the last hour."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.marks: OrderedDict[str, float] = OrderedDict()

    def is_new(self, mark: str) -> bool:
        """Whether this mark comes for the first time; from now on it does not."""
        self.forget_old()
        if mark in self.marks:
            return False
        self.marks[mark] = self.clock()
        return True

    def forget_old(self) -> None:
        """Keep no more than an hour, and no more than fits."""
        while self.marks and (len(self.marks) >= MOST_KEPT or self.is_old(next(iter(self.marks.values())))):
            self.marks.popitem(last=False)

    def is_old(self, since: float) -> bool:
        """Whether this was over an hour ago."""
        return self.clock() - since > SECONDS_KEPT
