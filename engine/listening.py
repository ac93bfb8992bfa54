"""Where the engine listens."""
from __future__ import annotations

from collections.abc import Mapping

HOST, KEY, OWN = "MAGIKDIT_ENGINE_HOST", "MAGIKDIT_ENGINE_KEY", "127.0.0.1"


def host_in(environment: Mapping[str, str]) -> str:
    """The address to listen on; SystemExit when others could reach it without the shared key."""
    host = environment.get(HOST) or OWN
    if host != OWN and not environment.get(KEY):
        raise SystemExit(f"✘ {HOST} is {host!r}. Op een ander adres dan {OWN} is {KEY} nodig.")
    return host
