"""The turn of the assistant, as the page and the API get it, for somebody in a channel."""
import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass

from api.assistant import LostError, RefusedError, fresh_key
from api.away import EngineAwayError
from api.channels.guests import Guest
from api.edge import Edge
from api.opinions import OPINIONS, count_opinion
from api.v1.models import Beurt

SECONDS_BETWEEN_TRIES = 1.0
Message = Mapping[str, object]
WHERE: Message = {"keuze": "samenvatting"}
AGAIN: Message = {"keuze": "opnieuw"}


@dataclass(frozen=True)
class Said:
    """What somebody typed or chose; `question` is the question that a choice belongs to, if any."""

    text: str | None = None
    choice: str | None = None
    question: str | None = None

    @property
    def message(self) -> Message:
        """What was said, as the engine takes it."""
        return {"tekst": self.text} if self.choice is None else {"keuze": self.choice}


HELLO = Said()


@dataclass(frozen=True)
class Reply:
    """What goes back: first the lead, then the turn."""

    lead: tuple[str, ...] = ()
    beurt: Beurt | None = None


class Turns:
    """Takes what guests say to the engine, one message at a time in each conversation."""

    def __init__(self, edge: Edge, patience: float) -> None:
        self.edge, self.patience = edge, patience

    async def reply(self, guest: Guest, said: Said) -> Reply:
        """The turn after what was said; raise EngineAwayError when it stays away for too long."""
        async with self.edge.conversations.in_turn(guest.id) as guest.known:
            welcome = await self.welcomed(guest)
            reply = Reply(beurt=welcome) if said is HELLO and welcome else await self.after(guest, said)
            await self.note(guest, said, reply.beurt)
            return reply

    async def welcomed(self, guest: Guest) -> Beurt | None:
        """The first turn of a conversation that has not begun."""
        if guest.known.welcomed:
            return None
        welcome = await self.turn(guest, {"begin": {"code": guest.code}})
        guest.known.welcomed = True
        await self.edge.conversations.save(guest.known)
        return welcome

    async def after(self, guest: Guest, said: Said) -> Reply:
        """The turn after a message; a button of an earlier question changes nothing."""
        if said is HELLO or said.question not in (None, guest.known.asked):
            return await self.where(guest, said)
        try:
            return Reply(beurt=await self.turn(guest, said.message))
        except RefusedError:
            return await self.elsewhere(guest, said)

    async def elsewhere(self, guest: Guest, said: Said) -> Reply:
        """A topic that was chosen in the middle of another begins anew; any other choice is of an earlier turn."""
        if said.choice not in self.edge.catalogue.topics or guest.code is None:
            return await self.where(guest, said)
        await self.turn(guest, AGAIN)
        return Reply(beurt=await self.turn(guest, said.message))

    async def where(self, guest: Guest, said: Said) -> Reply:
        """Where the conversation stands."""
        lead = () if said is HELLO else self.edge.catalogue.phrases.say("kanaal_verouderd")
        return Reply(lead, await self.turn(guest, WHERE))

    async def turn(self, guest: Guest, message: Message) -> Beurt:
        """The engine's turn, asked for again and again as long as there is patience; it is never taken twice."""
        deadline, key = time.monotonic() + self.patience, fresh_key()
        while True:
            try:
                return await self.asked(guest, message, key)
            except EngineAwayError:
                if time.monotonic() >= deadline:
                    raise EngineAwayError(guest.code) from None
            await asyncio.sleep(SECONDS_BETWEEN_TRIES)

    async def asked(self, guest: Guest, message: Message, key: str) -> Beurt:
        """The engine's turn, counted; a conversation that the engine does not know any more begins anew."""
        try:
            beurt = await self.edge.assistant.turn(guest.id, message, key)
        except LostError:
            await self.edge.assistant.turn(guest.id, {"begin": {"code": guest.code}})
            beurt = await self.edge.assistant.turn(guest.id, message, key)
        self.edge.meters.turn(guest.known, beurt)
        guest.known.dilemma = beurt.dilemma or guest.known.dilemma
        return beurt

    async def note(self, guest: Guest, said: Said, beurt: Beurt | None) -> None:
        """Keep the code and the open question, and count an opinion; forget everything when somebody stops."""
        if opinion := OPINIONS.get(said.choice or ""):
            await count_opinion(self.edge, guest.known, opinion)
        if guest.code is None:
            guest.known.code = said.choice if said.choice in self.edge.catalogue.codes else code_in(beurt)
        guest.known.asked = beurt.vraag.vraag_id if beurt and beurt.vraag else None
        if beurt and beurt.soort == "afscheid":
            await self.edge.assistant.erase(guest.id)
            await self.edge.conversations.forget(guest.id)


def code_in(beurt: Beurt | None) -> str | None:
    """The code of conduct that a turn rests on, as far as it names one."""
    place = beurt and (beurt.advies or beurt.vraag)
    return place.bronnen[0].code if place and place.bronnen else None
