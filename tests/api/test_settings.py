"""Every setting is documented with its default, and a wrong one is refused by name."""
import pathlib
import re

import pytest
from pydantic import ValidationError

from api.settings import Settings

PAGE = pathlib.Path(__file__).parent.parent.parent / "docs" / "instellingen.md"
ENGINE_ONLY = {"MAGIKDIT_ENGINE_PORT"}
SHOWN = {"": "leeg", "None": "geen"}


def documented():
    rows = re.findall(r"^\| (.+?) \| (.+?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)[1:]
    return {re.findall(r"MAGIKDIT_[A-Z_]+", names)[0]: default.strip("`") for names, default in rows}


def test_every_setting_is_documented_and_nothing_else():
    assert set(documented()) == {f"MAGIKDIT_{name.upper()}" for name in Settings.model_fields} | ENGINE_ONLY


@pytest.mark.parametrize("name", sorted(set(Settings.model_fields) - {"content_folder"}))
def test_the_documented_default_is_the_default(name):
    default = str(Settings.model_fields[name].default)
    assert documented()[f"MAGIKDIT_{name.upper()}"] == SHOWN.get(default, default)


@pytest.mark.parametrize(("name", "value"), [("port", "zeven"), ("idle_minutes", "0"), ("most_body_bytes", "-1")])
def test_a_wrong_setting_is_refused_by_name(name, value):
    with pytest.raises(ValidationError, match=name):
        Settings(**{name: value})
