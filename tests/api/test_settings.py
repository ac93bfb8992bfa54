"""Every setting is documented with its default, and a wrong one is refused by name."""
import pathlib
import re

import pytest
from pydantic import ValidationError

from api.channels.settings import ChannelSettings, SlackSettings, TeamsSettings
from api.settings import Settings

PAGE = pathlib.Path(__file__).parent.parent.parent / "docs" / "instellingen.md"
ENGINE_ONLY = {"MAGIKDIT_ENGINE_HOST", "MAGIKDIT_ENGINE_PORT", "MAGIKDIT_STORE_URL", "MAGIKDIT_STORE_KEYS"}
OWN = {f"MAGIKDIT_{name.upper()}": field for name, field in Settings.model_fields.items() if name != "channels"}
OF_CHANNELS = {f"{group.model_config['env_prefix']}{name.upper()}": field
               for group in (ChannelSettings, SlackSettings, TeamsSettings) for name, field in group.model_fields.items()}
FIELDS = OWN | OF_CHANNELS
SHOWN = {"": "leeg", "None": "geen", "False": "false"}


def documented():
    rows = re.findall(r"^\| (`.+?) \| (.+?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.findall(r"MAGIKDIT_[A-Z_]+", names)[0]: default.strip("`") for names, default in rows}


def test_every_setting_is_documented_and_nothing_else():
    assert set(documented()) == set(FIELDS) | ENGINE_ONLY


@pytest.mark.parametrize("name", sorted(set(FIELDS) - {"MAGIKDIT_CONTENT_FOLDER"}))
def test_the_documented_default_is_the_default(name):
    default = str(FIELDS[name].default)
    assert documented()[name] == SHOWN.get(default, default)


@pytest.mark.parametrize(("name", "value"), [("port", "zeven"), ("idle_minutes", "0"), ("most_body_bytes", "-1"),
                                              ("redis_url", "http://127.0.0.1"), ("statistics_url", "mysql://a")])
def test_a_wrong_setting_is_refused_by_name(name, value):
    with pytest.raises(ValidationError, match=name):
        Settings(**{name: value})


LOGIN = {"login_issuer": "https://login.example", "login_client_id": "mag-ik-dit", "session_key": "x" * 32,
         "public_url": "https://mag-ik-dit.example"}


@pytest.mark.parametrize("settings", [
    {}, {"host": "::1"}, {"host": "localhost"}, {"host": "0.0.0.0", "open_to_all": True},
    {"host": "0.0.0.0", "keys_file": "sleutels.json"}, {"host": "10.0.0.1", **LOGIN},
    {"host": "0.0.0.0", "token_issuer": "https://login.example", "token_audience": "mag-ik-dit"},
    {"public_url": "http://127.0.0.1:8000"}, {"allowed_origins": "https://intranet.example, http://localhost:3000"},
])
def test_settings_that_go_together(settings):
    assert Settings(**settings).port == 8000


@pytest.mark.parametrize(("settings", "named"), [
    ({"host": "0.0.0.0"}, "MAGIKDIT_OPEN_TO_ALL"), ({"host": "::"}, "MAGIKDIT_OPEN_TO_ALL"),
    ({"host": "mag-ik-dit.example"}, "MAGIKDIT_KEYS_FILE"),
    ({"public_url": "http://mag-ik-dit.example"}, "MAGIKDIT_PUBLIC_URL"),
    ({"public_url": "https://mag-ik-dit.example/"}, "MAGIKDIT_PUBLIC_URL"), ({"public_url": "https://"}, "MAGIKDIT_PUBLIC_URL"),
    ({"token_issuer": "https://login.example"}, "MAGIKDIT_TOKEN_AUDIENCE"),
    *(({**LOGIN, name: None}, f"MAGIKDIT_{name.upper()}") for name in ("login_client_id", "session_key")),
    ({**LOGIN, "public_url": ""}, "MAGIKDIT_PUBLIC_URL"), ({**LOGIN, "session_key": "x" * 31}, "MAGIKDIT_SESSION_KEY"),
    *(({"allowed_origins": origin}, "MAGIKDIT_ALLOWED_ORIGINS") for origin in ("*", "intranet.example", "https://a.example/")),
])
def test_settings_that_do_not_go_together_are_refused_by_name(settings, named):
    with pytest.raises(ValidationError, match=named):
        Settings(**settings)


def test_every_fault_is_named_at_once():
    with pytest.raises(ValidationError, match="(?s)MAGIKDIT_OPEN_TO_ALL.*MAGIKDIT_PUBLIC_URL.*MAGIKDIT_ALLOWED_ORIGINS"):
        Settings(host="0.0.0.0", public_url="x", allowed_origins="*")
