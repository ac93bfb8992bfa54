"""Where a channel hands in what it received and gets what it shows."""
import dataclasses
from collections.abc import Awaitable, Callable
from contextlib import suppress

from api.assistant import Assistant
from api.away import EngineAwayError
from api.card_pdf import as_pdf
from api.channels.answering import Answering
from api.channels.arranging import CARD_FILE, Arranged, Arranging, Piece
from api.channels.guests import Guest, Guests
from api.channels.seen import Seen
from api.channels.settings import ChannelSettings
from api.channels.turns import Reply, Said, Turns
from api.edge import Edge
from api.v1.gesprekken import made_card

Show = Callable[[Arranged], Awaitable[None]]
Send = Callable[[bytes], Awaitable[None]]
CARD_NAME = "gesprekskaart.pdf"


class Desk:
    """Everything that channels share in one running app."""

    def __init__(self, edge: Edge, assistant: Assistant, settings: ChannelSettings) -> None:
        assert settings.key is not None
        assert settings.public_url is not None
        self.edge, self.phrases, self.seen = edge, edge.catalogue.phrases, Seen(edge.conversations.keeper)
        self.guests = Guests(edge.conversations, settings.key)
        self.arranging = Arranging(edge.catalogue, settings.public_url)
        turns = Turns(dataclasses.replace(edge, assistant=assistant), settings.patience_seconds)
        self.answering = Answering(turns, edge.catalogue, settings.first_word_seconds)

    async def arrange(self, guest: Guest, reply: Reply) -> Arranged:
        """What to show; from now on the guest knows who can read along."""
        with suppress(EngineAwayError):  # when nobody can tell, they hear it once more
            guest.known.told = guest.known.told or await self.edge.conversations.tell(guest.known)
        arranged = self.arranging.arrange(guest, reply)
        guest.known.told = True
        return arranged

    def refusal(self, trouble: Exception, code: str | None) -> Arranged:
        """What to show to somebody who cannot be let in: there is no room, or nobody knows them now."""
        is_away = isinstance(trouble, EngineAwayError)
        lines = self.answering.words_with_people("kanaal_weg", code) if is_away else self.phrases.say("kanaal_vol")
        return Arranged(tuple(Piece("tekst", line) for line in lines))

    async def answer(self, guest: Guest, said: Said, show: Show) -> None:
        """Show the guest the answer to what was said."""
        async def tell(reply: Reply) -> None:
            await show(await self.arrange(guest, reply))
        await self.answering.answer(guest, said, tell)

    async def is_pressed_twice(self, guest: Guest, said: Said, message: str) -> bool:
        """Whether this answer of the same message was given before and its question is not open again."""
        if said.question is None:
            return False
        is_new = await self.seen.is_new(f"{guest.id}:{message}:{said.question}:{said.choice}")
        return not is_new and (self.answering.waiting[guest.id] > 0 or said.question != guest.known.asked)

    async def erase(self, guest: Guest) -> None:
        """Keep nothing of a conversation."""
        await self.edge.assistant.erase(guest.id)
        await self.edge.conversations.forget(guest.id)

    async def give_card(self, guest: Guest, show: Show, send: Send) -> None:
        """Send the card as a file, or show why there is none."""
        try:
            stored = await self.edge.assistant.kept(guest.id)
        except EngineAwayError:
            await show(await self.arrange(guest, self.answering.with_people("kanaal_weg", guest)))
            return
        card = made_card(self.edge, stored) if stored else None
        if card is None:
            await show(await self.arrange(guest, Reply(self.phrases.say("kanaal_kaart_geen"))))
            return
        await send(as_pdf(card))


def asks_card(said: Said) -> bool:
    """Whether somebody wants the card as a file."""
    return said.choice == CARD_FILE
