"""Every setting is documented with its default, and a wrong one is refused by name."""
import pathlib
import re

import pytest
from pydantic import ValidationError

from api.channels.settings import ChannelSettings, SlackSettings, TeamsSettings
from api.settings import Settings

PAGE = pathlib.Path(__file__).parent.parent.parent / "docs" / "instellingen.md"
ENGINE_ONLY = {"MAGIKDIT_ENGINE_PORT"}
OWN = {f"MAGIKDIT_{name.upper()}": field for name, field in Settings.model_fields.items() if name != "channels"}
OF_CHANNELS = {f"{group.model_config['env_prefix']}{name.upper()}": field
               for group in (ChannelSettings, SlackSettings, TeamsSettings) for name, field in group.model_fields.items()}
FIELDS = OWN | OF_CHANNELS
SHOWN = {"": "leeg", "None": "geen"}


def documented():
    rows = re.findall(r"^\| (.*MAGIKDIT_.+?) \| (.+?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.findall(r"MAGIKDIT_[A-Z_]+", names)[0]: default.strip("`") for names, default in rows}


def test_every_setting_is_documented_and_nothing_else():
    assert set(documented()) == set(FIELDS) | ENGINE_ONLY


@pytest.mark.parametrize("name", sorted(set(FIELDS) - {"MAGIKDIT_CONTENT_FOLDER"}))
def test_the_documented_default_is_the_default(name):
    default = str(FIELDS[name].default)
    assert documented()[name] == SHOWN.get(default, default)


@pytest.mark.parametrize(("name", "value"), [("port", "zeven"), ("idle_minutes", "0"), ("most_body_bytes", "-1")])
def test_a_wrong_setting_is_refused_by_name(name, value):
    with pytest.raises(ValidationError, match=name):
        Settings(**{name: value})
