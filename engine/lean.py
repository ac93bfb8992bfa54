"""Leave TensorFlow out of a process that serves a model without it: half of the start and most of the memory."""
from __future__ import annotations

import sys
import types

NAMES = ("tensorflow", "tensorflow.keras", "tensorflow.keras.backend", "tensorflow.keras.utils", "tensorflow.types",
         "tensorflow.types.experimental", "keras", "keras.utils", "keras.utils.control_flow_util")


class Absent(type):
    """Something of TensorFlow that Rasa names when it is imported: it can be looked into and inherited from."""

    def __getattr__(cls, name: str) -> Absent:
        """Whatever is asked for is absent as well."""
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(name, (), {})

    def __call__(cls, *_: object, **__: object) -> None:
        """Raises RuntimeError: nothing that needs TensorFlow can run here."""
        raise RuntimeError(f"{cls.__name__} needs TensorFlow, which `python -m engine` leaves out. "
                           "Serve this model with `rasa run`, or take the component out of config.yml.")


def absent(name: str) -> types.ModuleType:
    """A module of which everything is absent; what is below it cannot be imported."""
    module = types.ModuleType(name)
    module.__getattr__ = lambda wanted: getattr(Absent(name, (), {}), wanted)  # type: ignore[method-assign]
    return module


def without_tensorflow() -> None:
    """Let Rasa be imported without TensorFlow, unless that has been imported already."""
    for name in NAMES:
        sys.modules.setdefault(name, absent(name))
