"""The conversations that the edge knows: which exist, who is next in each, and answers to repeat."""
import asyncio
import secrets
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from api.faults import Fault, shown
from api.problems import ProblemError, not_found
from api.v1.models import Beurt

MOST_REPEATS = 32


@dataclass(frozen=True)
class Repeat:
    """A first answer, kept for a repeat; `mark` tells whether it is the same message, not what it said."""

    mark: int
    beurt: Beurt


@dataclass(eq=False)
class Known:
    """What the edge keeps about one conversation; `rated` are the advices whose opinion was counted."""

    id: str
    code: str | None
    begun: datetime
    used: float
    dilemma: str | None = None
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    rated: set[str] = field(default_factory=set)
    repeats: OrderedDict[str, Repeat] = field(default_factory=OrderedDict)

    def remember(self, key: str, repeat: Repeat) -> None:
        """Keep the first answer to this key; the oldest makes room."""
        self.repeats[key] = repeat
        if len(self.repeats) > MOST_REPEATS:
            self.repeats.popitem(last=False)


class Conversations:
    """All conversations that were not erased and not left alone for too long."""

    def __init__(self, idle_minutes: float, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.idle_seconds, self.most, self.clock = idle_minutes * 60, most, clock
        self.known: dict[str, Known] = {}

    def create(self, code: str | None) -> Known:
        """A new conversation with an id that cannot be guessed."""
        return self.add(secrets.token_urlsafe(24), code)

    def open(self, conversation_id: str, code: str | None) -> Known:
        """The conversation with this id; a new one when there is none, or it was left alone."""
        conversation = self.known.get(conversation_id)
        if conversation is None or self.is_idle(conversation):
            return self.add(conversation_id, code)
        conversation.used = self.clock()
        return conversation

    def add(self, conversation_id: str, code: str | None) -> Known:
        """A new conversation under this id; refuse it when there are too many."""
        if len(self.known) >= self.most:
            raise ProblemError(429, "Er zijn nu te veel gesprekken. Probeer het over een minuut opnieuw.",
                          headers={"Retry-After": "60"})
        conversation = Known(conversation_id, code, datetime.now(UTC), self.clock())
        self.known[conversation.id] = conversation
        return conversation

    def get(self, conversation_id: str) -> Known:
        """The conversation with this id; refuse one that never was, was erased or was left alone."""
        conversation = self.known.get(conversation_id)
        if conversation is None or self.is_idle(conversation):
            raise unknown_conversation(conversation_id)
        conversation.used = self.clock()
        return conversation

    @asynccontextmanager
    async def in_turn(self, conversation_id: str) -> AsyncIterator[Known]:
        """The conversation, when everyone who came earlier is done with it."""
        conversation = self.get(conversation_id)
        async with conversation.turn:
            yield self.get(conversation_id)
            conversation.used = self.clock()

    def forget(self, conversation_id: str) -> None:
        """Keep nothing of this conversation."""
        self.known.pop(conversation_id, None)

    def is_idle(self, conversation: Known) -> bool:
        """Whether a conversation has been left alone too long."""
        return not conversation.turn.locked() and self.clock() - conversation.used > self.idle_seconds

    def idle(self) -> tuple[str, ...]:
        """The conversations that have been left alone too long."""
        return tuple(name for name, conversation in self.known.items() if self.is_idle(conversation))


def unknown_conversation(conversation_id: str) -> ProblemError:
    """The refusal of a conversation that is not there."""
    return not_found(Fault(veld="gesprekId", melding="Dit gesprek is er niet, of niet meer.",
                           gegeven=shown(conversation_id), verwacht=("een gesprekId van POST /v1/gesprekken",)))
