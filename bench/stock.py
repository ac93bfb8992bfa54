"""Rasa's default pipeline beside ours, learned from the same lines: python -m bench.stock [lines], in the engine."""
import asyncio
import pathlib
import random
import sys
import tempfile
import time

from rasa.core.agent import load_agent
from rasa.model_training import train_nlu
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData

from bench import scoring
from bench.nlu import ROOT, quiet, rows_of, understood, without_moves
from bench.tables import percent, table

CONFIGS = {"standaard": "bench/stock-config.yml", "Mag ik dit?": "config.yml"}
HEAD = ("pijplijn", "trainingsregels", "eerste label goed", "bij de eerste drie", "ECE", "leren")
TITLE = """# De standaardinstellingen van Rasa ernaast

Gemeten met `make measure-stock`: beide geleerd van dezelfde regels, op dezelfde berichten als in
[meting.md](meting.md)."""


def lines_of(number):
    """The training examples, or this many of them, drawn evenly; as one file of training data."""
    examples = RasaFileImporter(training_data_paths=[str(ROOT / "data" / "nlu")]).get_nlu_data().training_examples
    return examples if number is None else random.Random(1).sample(examples, number)


def trained(config, lines, folder):
    """The model learned from these lines, and the seconds it took."""
    (folder / "nlu.yml").write_text(TrainingData(lines).nlu_as_yaml(), encoding="utf-8")
    begin = time.perf_counter()
    model = train_nlu(str(ROOT / config), str(folder / "nlu.yml"), str(folder), fixed_model_name="model")
    return model, time.perf_counter() - begin


def figures(name, lines):
    """One row of the table: how well one pipeline understands the measuring set."""
    loop, rows = asyncio.new_event_loop(), rows_of("measure.jsonl")
    with tempfile.TemporaryDirectory() as folder:
        model, seconds = trained(CONFIGS[name], lines, pathlib.Path(folder))
        heard, _ = understood(loop, loop.run_until_complete(load_agent(model)), [row["tekst"] for row in rows])
    rankings = [without_moves(one.ranking) for one in heard]
    return (name, str(len(lines)), percent(scoring.top(rows, rankings, 1)), percent(scoring.top(rows, rankings, 3)),
            f"{scoring.calibration_error(rows, rankings):.3f}", f"{seconds / 60:.1f} min")


def measure(number):
    """Print and write both rows."""
    quiet()
    lines = lines_of(number)
    text = f"{TITLE}\n\n{table(HEAD, [figures(name, lines) for name in CONFIGS])}\n"
    (ROOT / "docs" / "meting-standaard.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else None)
