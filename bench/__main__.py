"""What a turn, the start and the training cost, beside stock Rasa: python -m bench [conversations] [seconds].

Takes about 20 minutes on two idle cores. LINES (2000) and EPOCHS (1) say how stock Rasa is trained: its turn hardly
depends on them; FULL=1 trains it on all lines with its own epochs, which takes many hours. The figures are printed and
written to docs/snelheid.md.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from bench import engines
from bench.crowd import shared
from bench.measuring import HEAD, measured, row
from bench.speed import speed_of, spread
from bot import catalogue as catalogues
from bot.walk import paths, walk
from launch.installing import ROOT, python_of
from launch.training import MODELS, QUIET, STAMP, train

FULL = os.environ.get("FULL") == "1"
LINES, EPOCHS = (0, 0) if FULL else (int(os.environ.get("LINES", "2000")), int(os.environ.get("EPOCHS", "1")))


def core(times):
    """The walk of the core alone: the floor under every turn."""
    tree = catalogues.shipped().tree("noord-holland", "geschenk")
    given = [dict(place.taken) for place in paths(tree)]
    spent = measured(lambda number: walk(tree, given[number % len(given)]), times)
    row("kern: een boom doorlopen (ms)", spent)
    return spread(spent).median


def ours(conversations, seconds):
    """Train and measure our engine: its speed, and the seconds of the training."""
    STAMP.unlink(missing_ok=True)
    begin = time.perf_counter()
    train()
    spent = time.perf_counter() - begin
    with engines.ours() as engine:
        return speed_of(engine, conversations, seconds), spent


def stock(folder, conversations, seconds):
    """Train and measure stock Rasa: its speed, and the seconds of the training."""
    begin = time.perf_counter()
    in_engine("bench.stock_model", str(LINES), str(EPOCHS), folder)
    spent = time.perf_counter() - begin
    with engines.stock(pathlib.Path(folder, "stock.tar.gz")) as engine:
        return speed_of(engine, max(3, conversations // 4), seconds), spent


def in_engine(module, *arguments, given=None):
    """Run a part of the measurement in the engine's environment."""
    subprocess.run([python_of("engine"), "-W", "ignore", "-m", module, *arguments], cwd=ROOT, text=True, input=given,
                   env={**os.environ, **QUIET}, check=True)


def trained_as():
    """How stock Rasa was trained, in words."""
    return "alle regels, eigen epochs" if FULL else f"{LINES} regels, {EPOCHS} epoch"


def others(floor, trainings, models, edge):
    """The rows that are not about one engine's speed."""
    megabytes = [f"{path.stat().st_size / 1e6:.0f}" for path in models]
    return [("kern: een boom doorlopen (ms)", f"{floor:.3f}", "–"),
            (f"leren (s); standaard: {trained_as()}", *(f"{seconds:.0f}" for seconds in trainings)),
            ("model op schijf (MB)", *megabytes), *((name, value, "–") for name, value in edge)]


def main(conversations=20, seconds=30):
    """All measurements, one after the other."""
    os.environ["MAGIKDIT_REQUESTS_PER_MINUTE"] = os.environ["MAGIKDIT_MESSAGES_PER_MINUTE"] = "0"
    print(HEAD)
    floor = core(1000)
    our_speed, our_training = ours(conversations, seconds)
    edge = list(shared())
    with tempfile.TemporaryDirectory() as folder:
        speed, training = stock(folder, conversations, seconds)
        models = (MODELS / "mag-ik-dit.tar.gz", pathlib.Path(folder, "stock.tar.gz"))
        found = {"speeds": [our_speed._asdict(), speed._asdict()],
                 "others": others(floor, (our_training, training), models, edge)}
    in_engine("bench.beside", given=json.dumps(found))
    in_engine("bench.inside")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
