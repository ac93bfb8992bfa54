"""People who do not give up: what gets no answer is sent again with its key, and every answer is held to the core."""
import asyncio
import itertools
import json
import secrets
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

import aiohttp

from bench.crowd import TYPED, MixedUpError, routes
from bot.catalogue import shipped
from bot.receipt import replay

PROBLEM, PATIENCE, PAUSE, LONGEST = "application/problem+json", 120, 0.25, 500
CATALOGUE = shipped()
BUSY = (429, 503)


class Answer(NamedTuple):
    """What came back: the status, the headers and the whole text."""

    status: int
    headers: object
    text: str

    def json(self):
        """The text as JSON."""
        return json.loads(self.text)


@dataclass
class Tally:
    """What happened to everybody: milliseconds of each turn, and what stood in the way and how often."""

    spent: list = field(default_factory=list)
    troubles: Counter = field(default_factory=Counter)


class Patient:
    """Somebody with a route through a tree of their own."""

    def __init__(self, web, tally, patience, route):
        self.web, self.tally, self.patience = web, tally, patience
        self.code, self.dilemma, self.place = route

    async def talk(self):
        """Follow the route; raises MixedUpError when an answer is not that of this route, or when one was lost."""
        begun = await self.ask("POST", "/v1/gesprekken", {"code": self.code})
        self.address = begun.headers["Location"]
        for message in ({"tekst": TYPED}, {"keuze": "opnieuw"}):
            await self.say(message)
        turn = await self.say({"keuze": self.dilemma})
        for question, answer in self.place.taken:
            asked = (turn["vraag"] or {}).get("vraagId")
            self.hold((turn["dilemma"], asked) == (self.dilemma, question), question, turn)
            turn = await self.say({"keuze": answer})
        found = turn["advies"] and replay(CATALOGUE, turn["advies"]["adviesId"])
        self.hold(found and found.place == self.place, self.place.node.id, turn)
        kept = (await self.ask("GET", self.address)).json()["gesprek"]
        self.hold(kept["antwoorden"] == [list(pair) for pair in self.place.taken], "de antwoorden", kept)
        await self.ask("DELETE", self.address)

    def hold(self, is_so, expected, came):
        """Raises MixedUpError when this is not so."""
        if not is_so:
            raise MixedUpError(f"{self.code} {self.dilemma}: verwacht {expected}, kwam {str(came)[:LONGEST]}")

    async def say(self, message):
        """The turn after this message."""
        began = time.perf_counter()
        answer = await self.ask("POST", f"{self.address}/berichten", message)
        self.tally.spent.append((time.perf_counter() - began) * 1000)
        return answer.json()

    async def ask(self, method, path, body=None):
        """The answer; raises MixedUpError for a refusal that is not plain, or when it takes too long."""
        key, deadline = {"Idempotency-Key": secrets.token_urlsafe(12)}, time.monotonic() + self.patience
        while time.monotonic() < deadline:
            try:
                async with self.web.request(method, path, json=body, headers=key) as came:
                    answer = Answer(came.status, came.headers, await came.text())
            except (aiohttp.ClientError, TimeoutError) as error:
                self.tally.troubles[type(error).__name__] += 1
            else:
                if answer.status < 300 or (method == "DELETE" and answer.status == 404):
                    return answer
                self.hold(is_plain(answer), "een duidelijke weigering", (answer.status, answer.text))
                self.tally.troubles[answer.status] += 1
            await asyncio.sleep(PAUSE)
        raise MixedUpError(f"{method} {path}: geen antwoord binnen {self.patience} s, wel {dict(self.tally.troubles)}")


def is_plain(answer):
    """Whether a refusal says in words what to do, and when to try again."""
    said = answer.headers
    return (answer.status in BUSY and said.get("Content-Type") == PROBLEM and "Retry-After" in said
            and len(answer.json()["detail"]) > 20)


async def everybody(address, people, tally, at_once=None, patience=PATIENCE):
    """Let this many people talk, at most so many at the same time; raises what the first of them raises."""
    room = asyncio.Semaphore(at_once or people)
    async with aiohttp.ClientSession(address, connector=aiohttp.TCPConnector(limit=0)) as web:
        async def talk(route):
            async with room:
                await Patient(web, tally, patience, route).talk()
        async with asyncio.TaskGroup() as group:
            for route in itertools.islice(itertools.cycle(routes()), people):
                group.create_task(talk(route))
