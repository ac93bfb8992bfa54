"""One engine against three, and a great crowd that damages no conversation: python -m bench.growing [people].

Run it with .venv/edge/bin/python. Starts PostgreSQL, Redis and nginx (from the system's packages), two edges and three
engines, and needs a trained model, an idle machine and 4 GB of memory. Prints a row of turns a second for one, two and
three engines, then lets so many people (10,000) all have a turn at the same time, until each has come to an advice that
the core confirms. With 10,000 that takes a quarter of an hour or more.
"""
import asyncio
import pathlib
import resource
import statistics
import sys
import tempfile
import time

from bench.patient import Tally, everybody
from tests.growing.assembly import assembled

PEOPLE, AT_ONCE, CROWD, PATIENCE = 400, 40, 10_000, 3600
ROW = "{:<38}{:>8}{:>10}{:>10}{:>10}  {}"


def main():
    """The whole comparison, then the crowd."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else CROWD
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    print(ROW.format("", "beurten", "per s", "mediaan", "p95 (ms)", "opnieuw gevraagd"))
    with tempfile.TemporaryDirectory() as folder, assembled(pathlib.Path(folder)) as made:
        for number in (1, 2, 3):
            made.serve_with(*made.engines[:number])
            measured(f"engines: {number}, mensen tegelijk: {AT_ONCE}", made.url, PEOPLE, AT_ONCE)
        measured(f"engines: 3, mensen tegelijk: {people}", made.url, people, people)
    print("Iedereen kreeg het advies dat de kern ook geeft, en geen antwoord ging verloren.")


def measured(name, address, people, at_once):
    """A row for these people; raises MixedUpError when one of them got something that was not theirs."""
    tally, began = Tally(), time.perf_counter()
    asyncio.run(everybody(address, people, tally, at_once, PATIENCE))
    rate, spent = len(tally.spent) / (time.perf_counter() - began), sorted(tally.spent)
    print(ROW.format(name, len(spent), f"{rate:.1f}", f"{statistics.median(spent):.0f}",
                     f"{spent[int(len(spent) * 0.95)]:.0f}", dict(tally.troubles)), flush=True)


if __name__ == "__main__":
    main()
