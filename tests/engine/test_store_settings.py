"""The settings of the store: what a wrong one says."""
import os
import subprocess
import sys

import pytest
from cryptography.fernet import Fernet

from engine.settings import SettingError, store_settings

KEY = Fernet.generate_key().decode()
POSTGRES = {"MAGIKDIT_STORE_URL": "postgresql://magikdit@127.0.0.1/magikdit"}


def test_without_settings_conversations_are_in_memory_under_a_key_of_their_own():
    one, other = store_settings({}), store_settings({})
    assert (one.url, one.idle_seconds) == ("sqlite://", 3600)
    assert one.keys != other.keys


@pytest.mark.parametrize(("minutes", "seconds"), [("", 3600), ("5", 300), ("0.5", 30)])
def test_the_idle_time(minutes, seconds):
    assert store_settings({"MAGIKDIT_IDLE_MINUTES": minutes}).idle_seconds == seconds


def test_the_first_key_writes_and_blanks_do_not_count():
    assert store_settings({**POSTGRES, "MAGIKDIT_STORE_KEYS": f" {KEY}, {KEY} ,"}).keys == (KEY, KEY)


@pytest.mark.parametrize(("settings", "said"), [
    (POSTGRES, "MAGIKDIT_STORE_KEYS ontbreekt"), ({**POSTGRES, "MAGIKDIT_STORE_KEYS": " , "}, "MAGIKDIT_STORE_KEYS ontbreekt"),
    ({"MAGIKDIT_STORE_URL": "sqlite:///gesprekken"}, "MAGIKDIT_STORE_KEYS ontbreekt"),
    ({**POSTGRES, "MAGIKDIT_STORE_KEYS": f"{KEY},welkom01"}, "sleutel 2 is geen 32 bytes"),
    ({"MAGIKDIT_STORE_URL": "mysql://root:geheim@ergens/x", "MAGIKDIT_STORE_KEYS": KEY}, "begint met 'mysql'"),
    *(({"MAGIKDIT_IDLE_MINUTES": wrong}, "MAGIKDIT_IDLE_MINUTES") for wrong in ("nooit", "0", "-1", "inf", "nan")),
])
def test_a_wrong_setting_is_named_and_no_secret_is_shown(settings, said):
    with pytest.raises(SettingError, match=said) as trouble:
        store_settings(settings)
    assert [secret for secret in ("welkom01", "geheim", KEY) if secret in str(trouble.value)] == []


def test_an_engine_without_a_key_for_its_database_does_not_start():
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAGIKDIT_STORE")}
    done = subprocess.run([sys.executable, "-m", "engine", "0"], env={**environment, **POSTGRES}, capture_output=True, text=True)
    assert done.returncode == 1
    assert "✘ MAGIKDIT_STORE_KEYS ontbreekt" in done.stderr
