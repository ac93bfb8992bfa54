"""One engine against three, and a great crowd that damages no conversation: python -m bench.growing [people].

Run it with .venv/edge/bin/python. Starts PostgreSQL, Redis and nginx (from the system's packages), two edges and three
engines, and needs a trained model, an idle machine and 4 GB of memory. First people talk to one, two and three engines
by their private door, then to the whole of it, and at last so many people (10,000) all have a turn at the same time,
until each has come to an advice that the core confirms. Writes docs/snelheid.md.
"""
import asyncio
import os
import pathlib
import resource
import sys
import tempfile
import time
from contextlib import AsyncExitStack

import aiohttp

from bench import talkers
from bench.pages import into
from bench.patient import Tally, everybody
from bench.processes import busy_seconds
from bench.speed import spread
from bench.tables import table
from tests.growing.assembly import assembled

PEOPLE, AT_ONCE, CROWD, PATIENCE = 400, 40, 10_000, 3600
STRAIGHT, SECONDS, TIMES, NUMBERS = 24, 8, 3, (1, 2, 3)
BUSY = f"bezette kernen (van {os.cpu_count()})"
HEAD = ("", "beurten", "per seconde", "mediaan (ms)", "p95 (ms)", BUSY, "opnieuw gevraagd")


def main(people=CROWD):
    """The whole comparison, then the crowd."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with tempfile.TemporaryDirectory() as folder, assembled(pathlib.Path(folder)) as made:
        straight = to_engines(made.engines)
        rows = []
        for number in NUMBERS:
            made.serve_with(*made.engines[:number])
            rows.append(measured(f"{number} engines, {AT_ONCE} mensen tegelijk", made.url, PEOPLE, AT_ONCE))
        rows.append(measured(f"3 engines, {people} mensen tegelijk", made.url, people, people))
    into("groei", f"{table(('', 'beurten per seconde', BUSY), straight)}\n\n{table(HEAD, rows)}")


def to_engines(engines):
    """A row for one, two and three engines without an edge: the median of some turns, each number in its turn."""
    found = {number: [] for number in NUMBERS}
    for number in NUMBERS * TIMES:
        busy, began = busy_seconds(), time.perf_counter()
        turns = asyncio.run(crowd(engines[:number]))
        spent = time.perf_counter() - began
        found[number].append((turns / spent, (busy_seconds() - busy) / spent))
    rows = [(f"{number} engines, {STRAIGHT} mensen aan hun eigen deur", *map(str, map(spread, zip(*each))))
            for number, each in found.items()]
    print(*rows, sep="\n", flush=True)
    return rows


async def crowd(engines):
    """How many turns people have in this time, each with their own engine."""
    until = time.perf_counter() + SECONDS
    async with AsyncExitStack() as stack:
        doors = [await stack.enter_async_context(door_of(engine)) for engine in engines]
        return sum(await asyncio.gather(*(person(doors[number % len(doors)], until) for number in range(STRAIGHT))))


def door_of(engine):
    """A client for the private door of an engine."""
    key = {"X-Engine-Sleutel": engine.settings["MAGIKDIT_ENGINE_KEY"]}
    return aiohttp.ClientSession(engine.url, headers=key, raise_for_status=True)


async def person(door, until):
    """How many turns somebody has until then."""
    turns = 0
    while time.perf_counter() < until:
        turns += 1 + len(await talkers.talk(door, talkers.to_ours, len(talkers.ROUND)))
    return turns


def measured(name, address, people, at_once):
    """A row for these people; raises MixedUpError when one of them got something that was not theirs."""
    tally, began, busy = Tally(), time.perf_counter(), busy_seconds()
    asyncio.run(everybody(address, people, tally, at_once, PATIENCE))
    seconds, spent = time.perf_counter() - began, sorted(tally.spent)
    row = (name, str(len(spent)), f"{len(spent) / seconds:.1f}", f"{spent[len(spent) // 2]:.0f}",
           f"{spent[int(len(spent) * 0.95)]:.0f}", f"{(busy_seconds() - busy) / seconds:.2f}",
           ", ".join(f"{trouble}: {times}" for trouble, times in tally.troubles.items()) or "nooit")
    print(row, flush=True)
    return row


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
