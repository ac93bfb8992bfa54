"""What one engine does: the cost of a turn early and late in a conversation, turns per second, and memory."""
import asyncio
import statistics
import time
from typing import NamedTuple

import aiohttp

from bench import talkers
from bench.processes import cpu_seconds, resident

TURNS, ROUND = (5, 20, 100), len(talkers.ROUND)
CROWDS, TIMES = (1, 8, 50), 3


class Spread(NamedTuple):
    """Measurements as one figure with the range that nine in ten fall in."""

    median: float
    low: float
    high: float

    def __str__(self):
        return f"{self.median:.1f} ({self.low:.1f}–{self.high:.1f})"


class Speed(NamedTuple):
    """Everything that is measured of one engine."""

    name: str
    start: float
    memory: float
    turns: dict
    crowds: dict
    cost: dict


def spread(found):
    """The median of these figures, and their 5th and 95th percentile."""
    ordered = sorted(found)
    return Spread(statistics.median(ordered), ordered[int(len(ordered) * 0.05)], ordered[int(len(ordered) * 0.95)])


def speed_of(engine, conversations, seconds):
    """The speed of an engine: so many conversations of a hundred turns, and each crowd for so many seconds."""
    asyncio.run(talked(engine, 2, 10))
    turns = asyncio.run(talked(engine, conversations, max(TURNS)))
    memory = sum(resident(pid) for pid in engine.processes)
    crowds, cost = {}, {}
    for people in CROWDS:
        crowds[people], cost[people] = crowded(engine, people, seconds)
    return Speed(engine.name, engine.seconds, memory, {number: at(turns, number) for number in TURNS}, crowds, cost)


async def talked(engine, conversations, turns):
    """The milliseconds of each turn, for conversations one after the other."""
    async with aiohttp.ClientSession(engine.address, raise_for_status=True) as web:
        return [await talkers.talk(web, engine.form, turns) for _ in range(conversations)]


def at(conversations, number):
    """What a turn costs around this turn: the mean of a whole round (one typed, four buttons), per conversation."""
    return spread([statistics.mean(spent[number - ROUND:number]) for spent in conversations])


def crowded(engine, people, seconds):
    """Turns per second with this many people, and the milliseconds of processor time that a turn takes."""
    rates, costs = [], []
    for _ in range(TIMES):
        before, begin = used(engine), time.perf_counter()
        turns = asyncio.run(crowd(engine, people, seconds / TIMES))
        rates.append(turns / (time.perf_counter() - begin))
        costs.append((used(engine) - before) / turns * 1000)
    return spread(rates), spread(costs)


def used(engine):
    """The processor time that the processes of an engine have used."""
    return sum(cpu_seconds(pid) for pid in engine.processes)


async def crowd(engine, people, seconds):
    """How many turns this many people have in this time, each waiting for an answer before going on."""
    until = time.perf_counter() + seconds

    async def person(web):
        turns = 0
        while time.perf_counter() < until:
            turns += 1 + len(await talkers.talk(web, engine.form, ROUND))
        return turns
    async with aiohttp.ClientSession(engine.address, raise_for_status=True) as web:
        return sum(await asyncio.gather(*(person(web) for _ in range(people))))
