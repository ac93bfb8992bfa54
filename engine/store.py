"""Conversations: ids only, never text, and gone when they have been idle too long."""
from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, MutableMapping
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import (
    ACTION_LISTEN_NAME,
    ACTION_SESSION_START_NAME,
    SESSION_START_METADATA_SLOT,
)
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from engine.shelf import Shelf, Slots

IDLE_MINUTES, MINUTES, FILE = 60.0, "MAGIKDIT_IDLE_MINUTES", "MAGIKDIT_STORE_FILE"


class LocalStore(TrackerStore):
    """Keeps the slots of each conversation and nothing else, so that turn 100 costs what turn 5 costs.

    The environment may set another idle time than endpoints.yml, and a file to keep them in.
    """

    def __init__(self, domain: Domain | None = None, event_broker: Any = None, idle_minutes: float = IDLE_MINUTES,
                 now: Callable[[], float] = time.time, **_: Any) -> None:
        super().__init__(domain, event_broker)
        self.idle_seconds, self.now = float(os.environ.get(MINUTES) or idle_minutes) * 60, now
        file = os.environ.get(FILE)
        self.kept: MutableMapping[str, tuple[float, Slots]] = Shelf(file) if file else {}

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the slots that were set, but not what Rasa notes of the first message."""
        self.expire()
        slots = {name: value for name, value in tracker.current_slot_values().items()
                 if value is not None and name != SESSION_START_METADATA_SLOT}
        self.kept.pop(tracker.sender_id, None)
        self.kept[tracker.sender_id] = (self.now(), slots)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation as it would be after these slots were set, waiting for a message."""
        slots = self.slots_of(sender_id)
        if slots is None:
            return None
        return DialogueStateTracker.from_events(sender_id, events_for(slots), self.domain.slots)

    async def keys(self) -> Iterable[str]:
        """The ids of the conversations that are kept."""
        self.expire()
        return list(self.kept)

    def slots_of(self, sender_id: str) -> Slots | None:
        """Everything that is kept about one conversation, or None."""
        self.expire()
        return self.kept[sender_id][1] if sender_id in self.kept else None

    def erase(self, sender_id: str) -> bool:
        """Forget one conversation; False when there was none."""
        return self.kept.pop(sender_id, None) is not None

    def expire(self) -> None:
        """Forget every conversation that has been idle too long; the oldest stand first."""
        oldest = self.now() - self.idle_seconds
        while self.kept and (first := next(iter(self.kept))) and self.kept[first][0] < oldest:
            del self.kept[first]


def events_for(slots: Slots) -> list[Event]:
    """The shortest history that leaves a tracker with these slots."""
    return [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted(),
            *(SlotSet(name, value) for name, value in slots.items()), ActionExecuted(ACTION_LISTEN_NAME)]
