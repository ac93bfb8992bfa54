"""Fifty people talking at the same time: how long a turn takes, and whether each gets their own answer."""
import asyncio
import itertools
import subprocess
import time

import aiohttp

from bench.measuring import row
from bench.processes import cpu_seconds
from bot.catalogue import shipped
from bot.receipt import receipt_for
from bot.walk import paths
from launch.serving import free_port, running, wait_until_ready

CROWDS = ((1, 0), (8, 0), (50, 0), (50, 2))
CODES = ("limburg", "noord-holland")
TYPED = "mag ik een fles wijn van een leverancier aannemen"


class MixedUpError(Exception):
    """Somebody got an answer that was not theirs."""


def routes():
    """For each person a code, a dilemma, the answers to give and the advice that they lead to."""
    trees = [shipped().tree(code, dilemma) for code in CODES for dilemma in shipped().dilemmas(code)]
    found = [(tree, next(itertools.islice(paths(tree), number % 3, None), None)) for number, tree in enumerate(trees)]
    return [(tree.code, tree.dilemma, place) for tree, place in found if place]


def shared():
    """Rows for the whole assistant: turns through the edge, alone and in a crowd, and what each process spends."""
    port = free_port()
    with running(port, free_port(), subprocess.DEVNULL) as parts:
        wait_until_ready(f"http://127.0.0.1:{port}", parts)
        for people, pause in CROWDS:
            yield from crowd(f"http://127.0.0.1:{port}", people, pause, parts)


def crowd(address, people, pause, parts):
    """Rows for this many people, who begin together and think `pause` seconds between turns."""
    before, begin = used(parts), time.perf_counter()
    spent = sorted(asyncio.run(talked(address, list(itertools.islice(itertools.cycle(routes()), people)), pause)))
    seconds, cost = time.perf_counter() - begin, [(now - then) for now, then in zip(used(parts), before)]
    name = f"{people} mensen door de voorkant, {pause} s pauze"
    row(f"{name} (ms)", spent)
    yield f"{name}: mediaan en p95 (ms)", f"{spent[len(spent) // 2]:.0f} en {spent[int(len(spent) * 0.95)]:.0f}"
    yield f"{name}: beurten per seconde", f"{len(spent) / seconds:.1f}"
    shares = " + ".join(f"{part / len(spent) * 1000:.1f}" for part in cost)
    yield f"{name}: rekentijd engine + voorkant + de mensen zelf (ms per beurt)", shares


def used(parts):
    """The processor time so far of the engine, the edge and the crowd itself."""
    return [*(cpu_seconds(process.pid) for process in (parts.engine, parts.edge)), time.process_time()]


async def talked(address, people, pause):
    """The milliseconds of every turn of everybody."""
    async with aiohttp.ClientSession(address, raise_for_status=True) as web:
        spent = await asyncio.gather(*(Person(web, *person).talk(pause) for person in people))
    return [milliseconds for each in spent for milliseconds in each]


class Person:
    """Somebody with a route through a tree of their own."""

    def __init__(self, web, code, dilemma, place):
        self.web, self.code, self.dilemma, self.place, self.spent = web, code, dilemma, place, []

    async def talk(self, pause):
        """Type something, then follow the route; raises MixedUpError when the answers are not those of this route."""
        async with self.web.post("/v1/gesprekken", json={"code": self.code}) as begun:
            self.address = begun.headers["Location"]
        await self.send(tekst=TYPED)
        await self.send(keuze="opnieuw")
        turn = await self.send(keuze=self.dilemma)
        for question, answer in self.place.taken:
            if turn["dilemma"] != self.dilemma or turn["vraag"]["vraagId"] != question:
                raise MixedUpError(f"{self.code} {self.dilemma}: {question} werd {turn['vraag']}")
            await asyncio.sleep(pause)
            turn = await self.send(keuze=answer)
        wanted, given = self.receipt(), (turn["advies"] or {}).get("adviesId")
        if given != wanted:
            raise MixedUpError(f"{self.code} {self.dilemma}: {wanted} werd {given}")
        async with self.web.delete(self.address):
            return self.spent

    def receipt(self):
        """The id of the advice that this route leads to."""
        tree = shipped().tree(self.code, self.dilemma)
        return receipt_for(shipped().code(self.code), tree, self.place)

    async def send(self, **message):
        """The turn after this message."""
        begin = time.perf_counter()
        async with self.web.post(f"{self.address}/berichten", json=message) as answer:
            turn = await answer.json()
        self.spent.append((time.perf_counter() - begin) * 1000)
        return turn
