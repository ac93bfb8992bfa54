"""Everyone who says something hears something within seconds, whatever the engine does."""
import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine

from api.away import EngineAwayError
from api.channels.guests import Guest
from api.channels.turns import Reply, Said, Turns
from api.logs import log, place_of
from api.v1.incoming import LONGEST_TEXT
from bot.catalogue import Catalogue
from bot.telling import people

Tell = Callable[[Reply], Awaitable[None]]
MOST_WAITING = 5


class Answering:
    """Answers in the background, so that a channel never waits for the engine."""

    def __init__(self, turns: Turns, catalogue: Catalogue, first_word_seconds: float) -> None:
        self.turns, self.catalogue, self.first_word_seconds = turns, catalogue, first_word_seconds
        self.tasks: set[asyncio.Task[None]] = set()
        self.waiting: Counter[str] = Counter()

    def soon(self, work: Coroutine[None, None, None]) -> None:
        """Do this work in the background."""
        task = asyncio.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.done)

    def done(self, task: asyncio.Task[None]) -> None:
        """Log what went wrong, by its kind and place only."""
        self.tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if isinstance(error, Exception):
            log.error("kanaal", soort=type(error).__name__, plek=place_of(error))

    async def close(self) -> None:
        """Stop what is still going on."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    async def answer(self, guest: Guest, said: Said, tell: Tell) -> None:
        """Tell the guest the turn after this message, or what stands in its way."""
        refusal = self.refusal(guest, said)
        if refusal:
            await tell(Reply(refusal))
            return
        self.waiting[guest.id] += 1
        try:
            await self.in_time(guest, said, tell)
        finally:
            self.waiting.subtract((guest.id,))
            self.waiting += Counter()

    def refusal(self, guest: Guest, said: Said) -> tuple[str, ...]:
        """Why this message does not go to the engine; nothing when it does."""
        say = self.catalogue.phrases.say
        if self.waiting[guest.id] >= MOST_WAITING:
            return say("kanaal_te_snel")
        if said.text is not None and not said.text.strip():
            return say("kanaal_geen_tekst")
        return say("kanaal_te_lang", aantal=LONGEST_TEXT) if len(said.text or "") > LONGEST_TEXT else ()

    async def in_time(self, guest: Guest, said: Said, tell: Tell) -> None:
        """The turn; when it takes too long first the word that it will come."""
        turn = asyncio.create_task(self.turns.reply(guest, said))
        try:
            await asyncio.wait({turn}, timeout=self.first_word_seconds)
            if not turn.done():
                await tell(self.with_people("kanaal_wachten", guest))
            await tell(await self.made(turn, guest))
        finally:
            turn.cancel()

    async def made(self, turn: asyncio.Task[Reply], guest: Guest) -> Reply:
        """The reply, or the word that there is none."""
        try:
            return await turn
        except EngineAwayError:
            return self.with_people("kanaal_weg", guest)
        except Exception as error:
            log.error("kanaal", soort=type(error).__name__, plek=place_of(error))
            return self.with_people("kanaal_storing", guest)

    def with_people(self, name: str, guest: Guest) -> Reply:
        """These words, and who to talk to in the meantime."""
        return Reply(self.words_with_people(name, guest.code))

    def words_with_people(self, name: str, code: str | None) -> tuple[str, ...]:
        """These words, and the people of this code."""
        return (*self.catalogue.phrases.say(name), *people(self.catalogue, code))
