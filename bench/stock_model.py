"""Train what `rasa init` would choose, on our lines, rules and stories: python -m bench.stock_model, in the engine."""
import pathlib
import sys

from rasa.model_training import train
from rasa.shared.nlu.training_data.training_data import TrainingData
from ruamel.yaml import YAML

from bench.stock import CONFIGS, lines_of
from launch.installing import ROOT


def made(lines, epochs, folder):
    """Train the stock model from this many lines (None: all) with this many epochs (None: as they are)."""
    config = YAML(typ="safe").load((ROOT / CONFIGS["standaard"]).read_text(encoding="utf-8"))
    for part in (*config["pipeline"], *config["policies"]):
        if "epochs" in part and epochs is not None:
            part["epochs"] = epochs
    with (folder / "config.yml").open("w", encoding="utf-8") as written:
        YAML().dump(config, written)
    (folder / "nlu.yml").write_text(TrainingData(lines_of(lines)).nlu_as_yaml(), encoding="utf-8")
    data = [str(folder / "nlu.yml"), str(ROOT / "data" / "rules"), str(ROOT / "data" / "stories")]
    train(str(ROOT / "domain.yml"), str(folder / "config.yml"), data, str(folder), fixed_model_name="stock")


if __name__ == "__main__":
    LINES, EPOCHS, FOLDER = sys.argv[1:]
    made(int(LINES) or None, int(EPOCHS) or None, pathlib.Path(FOLDER))
