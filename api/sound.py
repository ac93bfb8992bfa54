"""Which settings do not go together, and what to do about it."""
from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from api.settings import Settings

SHORTEST_KEY = 32
ENGINE = re.compile(r"https?://[^/?#\s]+")


def faults_in(settings: Settings) -> Iterator[str]:
    """Each fault as a sentence that names the settings to change."""
    if settings.is_open and not settings.open_to_all and not is_loopback(settings.host):
        yield ("Op dit adres kan iedereen erbij: stel MAGIKDIT_KEYS_FILE, MAGIKDIT_TOKEN_ISSUER of "
               "MAGIKDIT_LOGIN_ISSUER in, of kies met MAGIKDIT_OPEN_TO_ALL=true dat iedereen mag.")
    if settings.public_url and not is_address(settings.public_url):
        yield "MAGIKDIT_PUBLIC_URL moet een adres met https zijn, zonder schuine streep aan het eind."
    if settings.token_issuer and not settings.token_audience:
        yield "Bij MAGIKDIT_TOKEN_ISSUER hoort MAGIKDIT_TOKEN_AUDIENCE."
    if settings.login_issuer:
        yield from faults_in_login(settings)
    yield from (f"MAGIKDIT_ENGINE_URL: '{engine}' is geen adres, zoals http://127.0.0.1:5005."
                for engine in settings.engines or ("",) if not ENGINE.fullmatch(engine))
    yield from (f"MAGIKDIT_ALLOWED_ORIGINS: '{origin}' is geen website, zoals https://intranet.example."
                for origin in settings.origins if not is_origin(origin))


def faults_in_login(settings: Settings) -> Iterator[str]:
    """What is missing for signing in."""
    for name in ("login_client_id", "session_key", "public_url"):
        if not getattr(settings, name):
            yield f"Bij MAGIKDIT_LOGIN_ISSUER hoort MAGIKDIT_{name.upper()}."
    if settings.session_key and len(settings.session_key.get_secret_value()) < SHORTEST_KEY:
        yield f"MAGIKDIT_SESSION_KEY moet minstens {SHORTEST_KEY} tekens lang zijn."


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the host."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_address(url: str) -> bool:
    """Whether this is an address that people can reach safely."""
    parts = urlsplit(url)
    safe = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
    return safe and bool(parts.hostname) and not url.endswith("/")


def is_origin(origin: str) -> bool:
    """Whether this is the scheme, name and port of a website and nothing more."""
    parts = urlsplit(origin)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and origin == f"{parts.scheme}://{parts.netloc}"
