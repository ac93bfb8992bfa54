"""The pages for Team Integriteit are those of today's content, and the manual names what exists."""
import pathlib
import re

import pytest

from bot.__main__ import COMMANDS
from bot.publishing import pages

ROOT = pathlib.Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"


def test_every_page_is_fresh(catalogue):
    stale = [name for name, text in pages(catalogue).items()
             if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != text]
    assert stale == [], "draai: .venv/edge/bin/python -m bot docs"


def test_no_page_is_left_of_a_tree_that_is_gone(catalogue):
    there = {str(path.relative_to(DOCS)) for path in (DOCS / "beslisbomen").rglob("*.md")}
    assert there <= set(pages(catalogue))


def test_the_register_names_every_open_point(catalogue):
    register = pages(catalogue)["stilteregister.md"]
    points = [point for tree in catalogue.trees.values() for advice in tree.advices for point in advice.open_points]
    assert points
    assert [point.text for point in points if point.text.replace("|", "/") not in register] == []


def test_every_command_stands_in_the_manual():
    manual = (DOCS / "redactie.md").read_text(encoding="utf-8")
    assert [name for name, *_ in COMMANDS if f"-m bot {name}" not in manual] == []


@pytest.mark.parametrize("page", ["redactie.md", "instellingen.md"])
def test_every_path_in_the_manual_exists(page):
    named = re.findall(r"`((?:bot|tests|docs|data)/[^`<*]+)`", (DOCS / page).read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []
