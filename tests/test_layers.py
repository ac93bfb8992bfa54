"""The four homes: who may import what."""
import ast
import pathlib
import sys

import pytest

ROOT = pathlib.Path(__file__).parent.parent
STANDARD = set(sys.stdlib_module_names)
HOMES = {"bot", "actions", "engine", "api", "launch"}
ALLOWED = {
    "bot": {"bot", "ruamel"},
    "actions": {"actions", "bot", "rasa_sdk"},
    "engine": {"engine", "actions", "bot", "rasa", "spacy", "sklearn", "numpy", "scipy", "joblib", "sanic", "jsonschema",
               "text_to_num", "sqlalchemy", "cryptography"},
    "launch": {"launch"},
}
ONLY_AT_HOME = {"rasa_sdk": "actions", "rasa": "engine", "fastapi": "api", "slack_bolt": "api"}


def imports_of(home: str) -> set[tuple[str, str]]:
    """Every (file, top-level package) that this home imports."""
    found = set()
    for path in sorted((ROOT / home).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
            found |= {(str(path.relative_to(ROOT)), name.split(".")[0]) for name in names}
    return found


@pytest.mark.parametrize("home", sorted(ALLOWED))
def test_a_home_imports_only_what_it_may(home):
    strangers = {(file, name) for file, name in imports_of(home) if name not in ALLOWED[home] | STANDARD}
    assert strangers == set()


def test_the_edge_never_meets_the_engine():
    assert {(file, name) for file, name in imports_of("api") if name in {"actions", "engine", "rasa", "rasa_sdk"}} == set()


@pytest.mark.parametrize(("library", "home"), sorted(ONLY_AT_HOME.items()))
def test_a_library_has_one_home(library, home):
    elsewhere = {(file, name) for other in HOMES - {home} for file, name in imports_of(other) if name == library}
    assert elsewhere == set()


def test_content_holds_data_only():
    endings = {path.suffix for path in (ROOT / "bot" / "content").rglob("*") if path.is_file()}
    assert endings == {".yml", ".txt"}


def test_only_reading_opens_files_in_the_core():
    opening = {path.name for path in (ROOT / "bot").glob("*.py")
               if any(word in path.read_text(encoding="utf-8") for word in ("read_text(", "open(", "iterdir(", "glob("))}
    assert opening == {"reading.py"}
