"""What a home for the state of conversations must be able to do."""
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol


class Keeper(Protocol):
    """Keeps records of small fields, each for some seconds after it was last used; its name is a secret."""

    async def add(self, name: str, fields: Mapping[str, bytes], seconds: float) -> bool:
        """Keep a new record; False, and nothing changes, when there is one under this name."""

    async def read(self, name: str, fields: Sequence[str], seconds: float) -> Sequence[bytes | None]:
        """These fields, None where there is none."""

    async def write(self, name: str, fields: Mapping[str, bytes | None], seconds: float) -> None:
        """Change these fields, and remove those with None; nothing happens when the record is gone."""

    async def drop(self, name: str) -> None:
        """Keep nothing of this record."""

    async def count(self) -> int:
        """How many records are kept."""

    async def idle(self) -> Sequence[str]:
        """The records that are past their time and still have to be dropped."""

    async def is_new(self, mark: str, seconds: float) -> bool:
        """Whether this mark comes for the first time in this many seconds."""

    def in_turn(self, name: str) -> AbstractAsyncContextManager[None]:
        """Waits until everyone who came earlier under this name is done."""

    async def aclose(self) -> None:
        """Let go of what was opened."""
