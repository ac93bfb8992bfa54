"""The conversations that the edge knows: which exist, who is next in each, and answers to repeat."""
import json
import secrets
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from api.away import KeeperAwayError
from api.faults import Fault, shown
from api.keeping.keeper import Keeper
from api.known import CORE, REPEAT, TOLD, Known, Repeat
from api.logs import log
from api.problems import ProblemError, not_found


class Conversations:
    """All conversations that were not erased and not left alone for too long."""

    def __init__(self, keeper: Keeper, idle_minutes: float, most: int) -> None:
        self.keeper, self.idle_seconds, self.most = keeper, idle_minutes * 60, most

    async def create(self, code: str | None) -> Known:
        """A new conversation with an id that cannot be guessed."""
        return await self.add(secrets.token_urlsafe(24), code)

    async def open(self, conversation_id: str, code: str | None) -> Known:
        """The conversation with this id; a new one when there is none, or it was left alone."""
        return await self.find(conversation_id) or await self.add(conversation_id, code)

    async def add(self, conversation_id: str, code: str | None) -> Known:
        """A new conversation under this id, or the one that somebody just made; refuse it when there are too many."""
        if await self.keeper.count() >= self.most:
            raise ProblemError(429, "Er zijn nu te veel gesprekken. Probeer het over een minuut opnieuw.",
                               headers={"Retry-After": "60"})
        conversation = Known(id=conversation_id, code=code, begun=datetime.now(UTC))
        fields = {CORE: conversation.model_dump_json().encode()}
        is_new = await self.keeper.add(conversation_id, fields, self.idle_seconds)
        return conversation if is_new else await self.get(conversation_id)

    async def get(self, conversation_id: str) -> Known:
        """The conversation with this id; refuse one that never was, was erased or was left alone."""
        conversation = await self.find(conversation_id)
        if conversation is None:
            raise unknown_conversation(conversation_id)
        return conversation

    async def find(self, conversation_id: str) -> Known | None:
        """The conversation with this id, or None."""
        core, told = await self.keeper.read(conversation_id, (CORE, TOLD), self.idle_seconds)
        return Known(id=conversation_id, told=told is not None, **json.loads(core)) if core else None

    @asynccontextmanager
    async def in_turn(self, conversation_id: str) -> AsyncIterator[Known]:
        """The conversation, when everyone who came earlier is done with it; what changes in it is kept."""
        async with self.keeper.in_turn(conversation_id):
            conversation = await self.get(conversation_id)
            yield conversation
            try:
                await self.save(conversation)
            except KeeperAwayError:  # the turn was taken: its answer matters more than what the edge notes of it
                log.error("niet bewaard", soort="KeeperAwayError")

    async def save(self, conversation: Known) -> None:
        """Keep what was changed; nothing of a conversation that was forgotten meanwhile."""
        await self.keeper.write(conversation.id, conversation.changes(), self.idle_seconds)

    async def tell(self, conversation: Known) -> bool:
        """Whether somebody was told who can read along; from now on they were."""
        told, = await self.keeper.read(conversation.id, (TOLD,), self.idle_seconds)
        await self.keeper.write(conversation.id, {TOLD: b"ja"}, self.idle_seconds)
        return told is not None

    async def repeats(self, conversation: Known, keys: Sequence[str]) -> Mapping[str, Repeat]:
        """The answers that are kept for these keys."""
        known = [key for key in keys if key in conversation.keys]
        fields = [REPEAT + key for key in known]
        found = await self.keeper.read(conversation.id, fields, self.idle_seconds) if fields else ()
        return {key: Repeat.model_validate_json(value) for key, value in zip(known, found) if value}

    async def forget(self, conversation_id: str) -> None:
        """Keep nothing of this conversation."""
        await self.keeper.drop(conversation_id)

    async def idle(self) -> Sequence[str]:
        """The conversations that have been left alone too long."""
        return await self.keeper.idle()


def unknown_conversation(conversation_id: str) -> ProblemError:
    """The refusal of a conversation that is not there."""
    return not_found(Fault(veld="gesprekId", melding="Dit gesprek is er niet, of niet meer.",
                           gegeven=shown(conversation_id), verwacht=("een gesprekId van POST /v1/gesprekken",)))
