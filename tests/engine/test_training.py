"""A training that fails or is killed: the model in service stays as it was."""
import sys

import pytest

from launch import training
from launch.saying import StartError

FAILS = {
    "half a model": "open(folder + '/mag-ik-dit.tar.gz', 'w').write('half'); raise SystemExit(1)",
    "killed": "open(folder + '/mag-ik-dit.tar.gz', 'w').write('half'); os.kill(os.getpid(), 9)",
    "no model": "raise SystemExit(1)",
}
WORKS = "open(folder + '/mag-ik-dit.tar.gz', 'w').write('nieuw')"


@pytest.fixture
def models(monkeypatch, tmp_path):
    """A folder with a model in service that was learned from older content."""
    (tmp_path / training.MODEL).write_text("oud")
    (tmp_path / "geleerd-van").write_text("eerder")
    for name, place in {"MODELS": tmp_path, "STAMP": tmp_path / "geleerd-van", "LOG": tmp_path / "training.log"}.items():
        monkeypatch.setattr(training, name, place)
    return tmp_path


def learns_by(monkeypatch, script):
    """Training is this script, which gets the folder for its model."""
    monkeypatch.setattr(training, "command", lambda folder: [sys.executable, "-c", f"import os; folder = {folder!r}; {script}"])


@pytest.mark.parametrize("script", FAILS.values(), ids=FAILS)
def test_a_training_that_fails_leaves_the_old_model_in_service(models, monkeypatch, script):
    learns_by(monkeypatch, script)
    with pytest.raises(StartError, match="het oude model blijft"):
        training.train()
    assert (models / training.MODEL).read_text() == "oud"
    assert sorted(path.name for path in models.iterdir()) == ["geleerd-van", training.MODEL, "training.log"]


def test_after_a_failure_the_next_training_is_put_in_service(models, monkeypatch):
    learns_by(monkeypatch, FAILS["killed"])
    with pytest.raises(StartError):
        training.train()
    learns_by(monkeypatch, WORKS)
    training.train()
    assert (models / training.MODEL).read_text() == "nieuw"
    assert (models / "geleerd-van").read_text() == training.digest()
