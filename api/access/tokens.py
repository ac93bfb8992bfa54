"""Tokens that portals fetch at an OpenID provider with their own secret (client credentials)."""
import time
from collections.abc import Callable, Mapping
from typing import Any

import httpx
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from api.access.rights import ALL
from api.problems import ProblemError
from api.settings import Settings

ALGORITHMS = ("RS256", "PS256", "ES256")
SECONDS_BETWEEN_FETCHES, PATIENCE_SECONDS, LEEWAY_SECONDS = 5.0, 5.0, 30
AWAY = "De dienst die toegang controleert, is nu niet bereikbaar. Probeer het straks opnieuw."


class Tokens:
    """Checks signature, algorithm, issuer, audience and time of tokens with the keys of one provider."""

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self.issuer, self.jwks_url, self.clock = settings.token_issuer or "", settings.token_jwks_url, clock
        self.key_set, self.asked, self.is_away = KeySet([]), -SECONDS_BETWEEN_FETCHES, False
        self.claims = jwt.JWTClaimsRegistry(
            leeway=LEEWAY_SECONDS, iss={"essential": True, "value": self.issuer},
            aud={"essential": True, "value": settings.token_audience or ""}, exp={"essential": True})

    async def rights(self, token: str) -> frozenset[str] | None:
        """What the holder of this token may do; None when it is not a valid token."""
        try:
            claims = await self.claims_in(token)
            self.claims.validate(claims)
        except JoseError:
            return None
        return rights_in(claims)

    async def claims_in(self, token: str) -> dict[str, Any]:
        """What the token says, its signature checked; a key that is not known yet is fetched."""
        try:
            return jwt.decode(token, self.key_set, algorithms=list(ALGORITHMS)).claims
        except InvalidKeyIdError:
            await self.fetch()
            return jwt.decode(token, self.key_set, algorithms=list(ALGORITHMS)).claims

    async def fetch(self) -> None:
        """Fetch the keys of the provider, unless that was just tried; raise ProblemError when it cannot be reached."""
        if self.clock() - self.asked >= SECONDS_BETWEEN_FETCHES:
            self.asked, self.is_away = self.clock(), True
            try:
                self.key_set = await fetched(self.issuer, self.jwks_url)
            except (httpx.HTTPError, ValueError, KeyError, JoseError):
                raise away() from None
            self.is_away = False
        elif self.is_away:
            raise away()


async def fetched(issuer: str, jwks_url: str | None) -> KeySet:
    """The keys of a provider, from their address or the one that the provider itself gives."""
    async with httpx.AsyncClient(timeout=PATIENCE_SECONDS) as client:
        if jwks_url is None:
            about = await client.get(f"{issuer}/.well-known/openid-configuration")
            jwks_url = about.raise_for_status().json()["jwks_uri"]
        answer = await client.get(jwks_url)
        return KeySet.import_key_set(answer.raise_for_status().json())


def away() -> ProblemError:
    """The refusal while the keys of the provider cannot be had."""
    return ProblemError(503, AWAY, headers={"Retry-After": "5"})


def rights_in(claims: Mapping[str, Any]) -> frozenset[str]:
    """The rights among the scopes (`scope`, `scp`) and roles (`roles`) of a token."""
    spoken = " ".join(str(claims.get(name, "")) for name in ("scope", "scp")).split()
    roles = claims.get("roles", ())
    return ALL & {*spoken, *(role for role in roles if isinstance(role, str))}
