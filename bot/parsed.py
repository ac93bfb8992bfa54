"""What stands in a YAML file; a file that has been read before is not parsed again."""
import contextlib
import hashlib
import os
import pathlib
import pickle

from ruamel.yaml import YAML

KEPT = pathlib.Path(__file__).parent.parent / "models" / "gelezen"


def values_in(text: str) -> object:
    """The values in a YAML text, as ruamel.yaml reads them; raise YAMLError when it is not YAML.

    Parsing takes seconds and happens at every start, so the outcome is kept under a fingerprint of the text.
    """
    kept = KEPT / hashlib.sha256(text.encode()).hexdigest()
    with contextlib.suppress(OSError, EOFError, pickle.UnpicklingError):
        return pickle.loads(kept.read_bytes())
    values: object = YAML(typ="safe", pure=True).load(text)
    with contextlib.suppress(OSError):
        keep(values, kept)
    return values


def keep(values: object, path: pathlib.Path) -> None:
    """Write the values, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.with_suffix(f".{os.getpid()}")
    written.write_bytes(pickle.dumps(values))
    written.replace(path)
