"""Conversations: ids only, never text, closed, and gone when they have been idle too long."""
from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any, TypeVar
from weakref import WeakValueDictionary

from cryptography.fernet import InvalidToken
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import (
    ACTION_LISTEN_NAME,
    ACTION_SESSION_START_NAME,
    SESSION_START_METADATA_SLOT,
)
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from engine.database import StoreError
from engine.page import Page, Slots
from engine.sealing import Seal
from engine.settings import store_settings
from engine.shelf import Row, Shelf, steady

Result = TypeVar("Result")
PATIENCE = 4.0


class ConversationStore(TrackerStore):
    """Keeps the slots of each conversation and nothing else, so that turn 100 costs what turn 5 costs."""

    def __init__(self, domain: Domain | None = None, event_broker: Any = None, host: str | None = None,
                 now: Callable[[], float] | None = None, steady: Callable[[], float] = steady) -> None:
        super().__init__(domain, event_broker)
        settings = store_settings(os.environ)
        self.shelf, self.seal = Shelf(settings.url, settings.idle_seconds, now, steady), Seal(settings.keys)
        self.pages: dict[str, Page] = {}
        self.locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self.threads = ThreadPoolExecutor(self.shelf.database.connections, "store")

    @asynccontextmanager
    async def turn(self, name: str, key: str | None = None) -> AsyncIterator[Page]:
        """The page of a conversation for one turn, when every earlier turn of it in this engine is done."""
        async with self.lock(name):
            self.pages[name] = await self.page(name, key)
            try:
                yield self.pages[name]
            finally:
                del self.pages[name]

    def lock(self, name: str) -> asyncio.Lock:
        """Holds back the others who want something of this conversation."""
        return self.locks.setdefault(name, asyncio.Lock())

    async def page(self, name: str, key: str | None = None) -> Page:
        """What is kept about a conversation now."""
        marks = self.seal.marks(name)
        row = await self.ask(self.shelf.read, marks)
        if row and row.idle:
            await self.expire()
            row = await self.ask(self.shelf.read, marks)
        return Page(name, row, self.opened(name, row) if row else {}, key)

    def opened(self, name: str, row: Row) -> dict[str, Any]:
        """What is on the page; raises StoreError when it was damaged."""
        try:
            return self.seal.open(name, row.content)
        except InvalidToken:
            raise StoreError("InvalidToken") from None

    async def keep(self, page: Page) -> None:
        """Keep the conversation as it is after this turn, and with the key of the message how it was before."""
        content = self.seal.close(page.name, {"slots": page.after, **page.handled})
        await self.ask(self.shelf.write, self.seal.marks(page.name)[0], content, page.row)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the slots that were set, but not what Rasa notes of the first message; in a turn, at the end of it."""
        open_page = self.pages.get(tracker.sender_id)
        page = open_page or await self.page(tracker.sender_id)
        page.after = {name: value for name, value in tracker.current_slot_values().items()
                      if value is not None and name != SESSION_START_METADATA_SLOT}
        if open_page is None:
            await self.keep(page)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation as it would be after these slots were set, waiting for a message."""
        slots = (self.pages.get(sender_id) or await self.page(sender_id)).before
        if slots is None:
            return None
        return DialogueStateTracker.from_events(sender_id, events_for(slots), self.domain.slots)

    async def keys(self) -> Iterable[str]:
        """The marks of the conversations that are kept; nobody can tell their ids from them."""
        await self.expire()
        return await self.ask(self.shelf.marks)

    async def erase(self, name: str) -> bool:
        """Forget one conversation; False when there was none."""
        async with self.lock(name):
            return await self.ask(self.shelf.erase, self.seal.marks(name))

    async def expire(self) -> int:
        """Forget every conversation that has been idle too long; says how many."""
        return await self.ask(self.shelf.expire)

    async def ask(self, question: Callable[..., Result], *given: Any) -> Result:
        """The answer of the database, while other conversations go on; raises StoreError when it takes too long."""
        answer = asyncio.get_running_loop().run_in_executor(self.threads, question, *given)
        try:
            return await asyncio.wait_for(answer, PATIENCE)
        except asyncio.TimeoutError:
            raise StoreError("TimeoutError") from None


def events_for(slots: Slots) -> list[Event]:
    """The shortest history that leaves a tracker with these slots."""
    return [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted(),
            *(SlotSet(name, value) for name, value in slots.items()), ActionExecuted(ACTION_LISTEN_NAME)]
