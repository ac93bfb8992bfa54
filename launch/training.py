"""Check the content and train, only when something that matters has changed."""
import hashlib
import os
import pathlib
import subprocess
import tempfile

from launch.installing import ROOT, python_of
from launch.saying import StartError, tell

MODELS = ROOT / "models"
STAMP, LOG, MODEL = MODELS / "geleerd-van", MODELS / "training.log", "mag-ik-dit.tar.gz"
LEARNED_FROM = ("config.yml", "domain.yml", "data", "bot/content/lexicon", "bot/lexicon.py", "bot/words.py",
                "engine/amounts.py", "engine/blending.py", "engine/classifying.py", "engine/concepts.py",
                "engine/dutch.py", "requirements/engine.txt")


def check_content() -> None:
    """Raises StartError when a content file has a fault; the faults are listed."""
    tell("• inhoud nakijken …")
    found = subprocess.run([python_of("edge"), "-m", "bot", "check"], cwd=ROOT, capture_output=True, text=True)
    if found.returncode != 0:
        raise StartError(f"De inhoud klopt niet, dus de assistent start niet.\n{found.stdout}{found.stderr}")


def files() -> list:
    """Every file the model is learned from, in order."""
    found = []
    for name in LEARNED_FROM:
        path = ROOT / name
        found += sorted(part for part in path.rglob("*") if part.is_file()) if path.is_dir() else [path]
    return found


def digest() -> str:
    """A fingerprint of everything the model is learned from."""
    whole = hashlib.sha256()
    for path in files():
        whole.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def train() -> None:
    """Have a model for today's content; a training that fails, or is killed, leaves the old model in place."""
    today = digest()
    if STAMP.exists() and STAMP.read_text() == today:
        return
    tell("• de assistent leren verstaan (een paar minuten) …")
    MODELS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="leren-", dir=MODELS) as aside:
        with LOG.open("w") as log:
            done = subprocess.run(command(aside), cwd=ROOT, stdout=log, stderr=log, env={**os.environ, **QUIET})
        if done.returncode != 0:
            raise StartError(f"Het leren is mislukt; het oude model blijft. Wat er misging staat in {LOG}.")
        os.replace(pathlib.Path(aside) / MODEL, MODELS / MODEL)
    pathlib.Path(STAMP).write_text(today)


QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore"}


def command(folder: str) -> list:
    """The training as Rasa does it, with the model in this folder; what Rasa would validate first, the tests do."""
    return [str(ROOT / ".venv" / "engine" / "bin" / "rasa"), "train", "--config", "config.yml", "--domain",
            "domain.yml", "--data", "data", "--out", folder, "--fixed-model-name", "mag-ik-dit", "--skip-validation"]
