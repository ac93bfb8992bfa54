"""The engine without TensorFlow: nothing of it is loaded, and what needs it says so."""
import subprocess
import sys

import pytest

from engine.lean import Absent, absent

START = """
import engine.__main__, sys
found = [name for name in ("tensorflow", "keras", "jax") if getattr(sys.modules.get(name), "__file__", None)]
print("geladen:", found)
"""


def test_the_engine_is_imported_without_tensorflow():
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", START], capture_output=True, text=True, timeout=300)
    assert "geladen: []" in done.stdout, done.stderr


def test_what_is_absent_can_be_inherited_from_but_not_used():
    module = absent("tensorflow")

    class Logger(module.keras.callbacks.Callback):
        pass
    with pytest.raises(RuntimeError, match="rasa run"):
        Logger()
    with pytest.raises(RuntimeError, match="constant needs TensorFlow"):
        module.constant(1)


def test_the_names_that_python_itself_asks_for_do_not_exist():
    assert not hasattr(Absent("Tensor", (), {}), "__len__")
    assert not hasattr(absent("tensorflow"), "__path__")
