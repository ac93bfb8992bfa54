"""Print what a turn, the start and the training cost, part by part: python -m bench [turns]."""
import os
import subprocess
import sys
import time

import httpx

from bench.crowd import crowd
from bench.measuring import HEAD, measured, row, seconds
from bot import catalogue as catalogues
from bot.walk import paths, walk
from launch.installing import ROOT, python_of
from launch.serving import free_port, running, wait_until_ready
from launch.training import QUIET, STAMP, train

PEOPLE = 50
MESSAGES = ("mag ik een fles wijn van een leverancier aannemen", "weet ik niet", "waarom vraag je dat", "opnieuw")


def core(times):
    """The walk of the core alone: the floor under every turn."""
    tree = catalogues.shipped().tree("noord-holland", "geschenk")
    given = [dict(place.taken) for place in paths(tree)]
    row("kern: een boom doorlopen (ms)", measured(lambda number: walk(tree, given[number % len(given)]), times))


def training():
    """Train anew."""
    STAMP.unlink(missing_ok=True)
    begin = time.perf_counter()
    train()
    seconds("leren (s)", begin)


def whole(times):
    """Start the assistant and measure a turn as a channel meets it."""
    port = free_port()
    begin = time.perf_counter()
    with running(port, free_port(), subprocess.DEVNULL) as processes:
        wait_until_ready(f"http://127.0.0.1:{port}", processes)
        seconds("starten tot een vraag beantwoord kan worden (s)", begin)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}") as web:
            talked(web, times)
        for pause in (0, 2):
            crowd(f"http://127.0.0.1:{port}", PEOPLE, pause)


def talked(web, times):
    """A row for a turn through the edge, and for a turn after a hundred others."""
    address = web.post("/v1/gesprekken", json={"code": "noord-holland"}).headers["Location"]

    def send(number):
        web.post(f"{address}/berichten", json={"tekst": MESSAGES[number % len(MESSAGES)]}).raise_for_status()
    measured(send, 20)
    row("beurt door voorkant en engine (ms)", measured(send, times))
    measured(send, 100)
    row("idem, na nog honderd beurten (ms)", measured(send, times))


def main():
    """All measurements, one after the other."""
    times = sys.argv[1] if len(sys.argv) > 1 else "200"
    os.environ["MAGIKDIT_REQUESTS_PER_MINUTE"] = os.environ["MAGIKDIT_MESSAGES_PER_MINUTE"] = "0"
    print(HEAD)
    core(int(times))
    training()
    whole(int(times))
    print("in de engine, zonder net:")
    inside = [python_of("engine"), "-m", "bench.inside", times]
    subprocess.run(inside, cwd=ROOT, env={**os.environ, **QUIET}, check=True)


if __name__ == "__main__":
    main()
