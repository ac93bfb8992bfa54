"""Where conversations are kept and for how long, as the environment says; a wrong value is refused by name."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.fernet import Fernet

URL, KEYS, MINUTES = "MAGIKDIT_STORE_URL", "MAGIKDIT_STORE_KEYS", "MAGIKDIT_IDLE_MINUTES"
MEMORY, KINDS, IDLE_MINUTES = "sqlite://", ("postgresql://", "sqlite:///"), "60"


class SettingError(Exception):
    """A setting of the store that cannot be used, said so that an administrator can mend it."""


@dataclass(frozen=True)
class StoreSettings:
    """The database, the keys that close and open what is in it, and when a conversation has been idle too long."""

    url: str
    keys: tuple[str, ...]
    idle_seconds: float


def store_settings(environment: Mapping[str, str]) -> StoreSettings:
    """The settings of the store; conversations in memory get a key of their own, a database needs one."""
    url = database_in(environment)
    keys = keys_in(environment) or ((Fernet.generate_key().decode(),) if url == MEMORY else ())
    if not keys:
        raise SettingError(f"{KEYS} ontbreekt. Met {URL} is een sleutel nodig om gesprekken versleuteld te bewaren. "
                           "Maak er een met: head -c 32 /dev/urandom | base64 | tr '+/' '-_'")
    return StoreSettings(url, keys, idle_seconds_in(environment))


def database_in(environment: Mapping[str, str]) -> str:
    """The address of the database; without one conversations are in memory."""
    url = environment.get(URL) or MEMORY
    if url != MEMORY and not url.startswith(KINDS):
        raise SettingError(f"{URL} begint met {url.partition(':')[0]!r}. Verwacht: {' of '.join(KINDS)}.")
    return url


def keys_in(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The keys, the one that writes first; a wrong one is named by its place and never shown."""
    keys = tuple(key.strip() for key in environment.get(KEYS, "").split(",") if key.strip())
    for place, key in enumerate(keys, start=1):
        try:
            Fernet(key)
        except ValueError:
            raise SettingError(f"{KEYS}: sleutel {place} is geen 32 bytes in urlveilige base64.") from None
    return keys


def idle_seconds_in(environment: Mapping[str, str]) -> float:
    """How long a conversation may be idle."""
    given = environment.get(MINUTES) or IDLE_MINUTES
    try:
        minutes = float(given)
    except ValueError:
        minutes = 0.0
    if not 0 < minutes < float("inf"):
        raise SettingError(f"{MINUTES} is {given!r}. Verwacht: een aantal minuten boven 0.")
    return minutes * 60
