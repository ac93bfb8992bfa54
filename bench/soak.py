"""Hold the assistant at a share of what it can do, for minutes on end: python -m bench.soak [minutes] [share].

First measures the capacity with fifty people who never pause; then people with typed replies from the conversation
scripts talk at that share of it. Every answer is checked to be that person's own. Writes docs/snelheid.md.
"""
import asyncio
import itertools
import os
import random
import subprocess
import sys
import time
from collections import Counter
from typing import NamedTuple

import aiohttp
from ruamel.yaml import YAML

from bench.crowd import CODES, MixedUpError, Person, routes, talked
from bench.pages import into
from bench.processes import resident
from bench.tables import table
from launch.installing import ROOT
from launch.serving import free_port, running, wait_until_ready

SCRIPTS = ROOT / "tests" / "conversations" / "gesprekken"
PEOPLE, TIMES_LOOKED = 50, 12


class Look(NamedTuple):
    """One look at the running assistant: minutes, memory of engine and edge, turns, errors, mixed-up conversations."""

    minutes: float
    engine: float
    edge: float
    turns: int
    errors: int
    mixed: int


class Typist(Person):
    """Somebody who first types what a script begins with, and then follows a route."""

    def __init__(self, web, route, typed, wait):
        super().__init__(web, *route)
        self.typed, self.wait = typed, wait

    async def send(self, **message):
        """The turn after this message, when it is this person's moment."""
        last = self.spent[-1] / 1000 if self.spent else 0.0
        await asyncio.sleep(max(0.0, self.wait * random.uniform(0.5, 1.5) - last))
        if "tekst" in message:
            message = {"tekst": self.typed}
        return await super().send(**message)


def typed():
    """What people type first, under each code, from the scripts."""
    for path in sorted(SCRIPTS.glob("*.yml")):
        for script in YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")):
            yield script["code"], script["begint"]


def capacity(address):
    """Turns per second with fifty people who never pause."""
    begin = time.perf_counter()
    spent = asyncio.run(talked(address, list(itertools.islice(itertools.cycle(routes()), PEOPLE)), 0))
    return len(spent) / (time.perf_counter() - begin)


async def soak(address, parts, seconds, wait):
    """Looks at the assistant while people talk: at the begin, at the end and in between."""
    counts, until, began = Counter(), time.perf_counter() + seconds, time.perf_counter()
    words = {code: [text for its, text in typed() if its == code] for code in CODES}
    async with aiohttp.ClientSession(address, raise_for_status=True) as web:
        crowd = [asyncio.create_task(keep_talking(web, words, wait, until, counts)) for _ in range(PEOPLE)]
        looks = []
        while time.perf_counter() < until:
            await asyncio.sleep(seconds / TIMES_LOOKED)
            looks.append(look(parts, (time.perf_counter() - began) / 60, counts))
        await asyncio.gather(*crowd)
    return [*looks, look(parts, (time.perf_counter() - began) / 60, counts)]


async def keep_talking(web, words, wait, until, counts):
    """One conversation after another until it is time, every fault counted by its kind."""
    while time.perf_counter() < until:
        route = random.choice(list(routes()))
        person = Typist(web, route, random.choice(words[route[0]]), wait)
        try:
            await person.talk(0)
        except MixedUpError as error:
            counts["verwisseld"] += 1
            print(error, flush=True)
        except (aiohttp.ClientError, TimeoutError, KeyError, ValueError) as error:
            counts["fouten"] += 1
            print(f"{type(error).__name__}: {str(error)[:200]}", flush=True)
        counts["beurten"] += len(person.spent)


def look(parts, minutes, counts):
    """How it stands now."""
    found = Look(minutes, resident(parts.engine.pid), resident(parts.edge.pid), counts["beurten"], counts["fouten"],
                 counts["verwisseld"])
    print(" ".join(f"{value:.1f}" for value in found), flush=True)
    return found


def page(looks, share, able):
    """The outcome as a part of docs/snelheid.md."""
    head = ("minuten", "engine (MB)", "voorkant (MB)", "beurten", "fouten", "verwisseld")
    rows = [(f"{one.minutes:.1f}", f"{one.engine:.0f}", f"{one.edge:.0f}", *map(str, one[3:])) for one in looks]
    rate = looks[-1].turns / (looks[-1].minutes * 60)
    return (f"Gemeten capaciteit: {able:.1f} beurten per seconde; doel: {share:.0%} daarvan; gehaald: {rate:.1f} per "
            f"seconde, met {PEOPLE} mensen tegelijk.\n\n{table(head, rows)}")


def main(minutes=30.0, share=0.7):
    """The whole soak."""
    os.environ["MAGIKDIT_REQUESTS_PER_MINUTE"] = os.environ["MAGIKDIT_MESSAGES_PER_MINUTE"] = "0"
    port = free_port()
    with running(port, free_port(), subprocess.DEVNULL) as parts:
        address = f"http://127.0.0.1:{port}"
        wait_until_ready(address, parts)
        able = capacity(address)
        looks = asyncio.run(soak(address, parts, minutes * 60, PEOPLE / (able * share)))
    into("duur", page(looks, share, able))


if __name__ == "__main__":
    main(*(float(argument) for argument in sys.argv[1:]))
