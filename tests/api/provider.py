"""An OpenID provider that gives portals tokens for their own secret, right ones and wrong ones."""
import time
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OctKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

AUDIENCE = "mag-ik-dit"


@dataclass
class Provider:
    """What the provider signs with, and how often somebody asked for its keys."""

    url: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "een"}))
    asked: int = 0
    is_away: bool = False

    def app(self) -> Starlette:
        """The addresses of the provider."""
        return Starlette(routes=[Route("/.well-known/openid-configuration", self.about), Route("/keys", self.keys),
                                 Route("/token", self.token, methods=["POST"])])

    async def about(self, _: Request) -> Response:
        """Where everything is."""
        self.asked += 1
        about = {"issuer": self.url, "jwks_uri": f"{self.url}/keys", "token_endpoint": f"{self.url}/token"}
        return Response(status_code=500) if self.is_away else JSONResponse(about)

    async def keys(self, _: Request) -> Response:
        """The public keys."""
        return JSONResponse(KeySet([self.key]).as_dict(private=False))

    async def token(self, request: Request) -> Response:
        """A token for a portal that knows its secret."""
        form = dict(parse_qsl((await request.body()).decode()))
        if (form["grant_type"], form["client_secret"]) != ("client_credentials", "geheim"):
            return JSONResponse({"error": "invalid_client"}, 401)
        return JSONResponse({"access_token": self.signed(scope=form["scope"]), "token_type": "Bearer"})

    def signed(self, key=None, header=None, **claims: object) -> str:
        """A token with these claims; a claim that is None is left out."""
        right = {"iss": self.url, "aud": AUDIENCE, "exp": int(time.time()) + 300, "scope": "lezen gesprekken"}
        said = {name: value for name, value in (right | claims).items() if value is not None}
        header = header or {"alg": "RS256", "kid": "een"}
        return jwt.encode(header, said, key or self.key, algorithms=[header["alg"]])

    def wrong(self) -> dict[str, str]:
        """Tokens that are not right, each in its own way."""
        past, header = int(time.time()) - 3600, {"alg": "HS256", "kid": "een"}
        secret = OctKey.import_key(self.key.as_dict(private=False)["n"])
        return {
            "verlopen": self.signed(exp=past), "zonder_einde": self.signed(exp=None),
            "nog_niet_geldig": self.signed(nbf=int(time.time()) + 3600),
            "andere_aanbieder": self.signed(iss="https://kwaad.example"), "zonder_aanbieder": self.signed(iss=None),
            "voor_een_ander": self.signed(aud="iets-anders"), "voor_niemand": self.signed(aud=None),
            "andere_sleutel": self.signed(RSAKey.generate_key(2048)),
            "onbekende_sleutel": self.signed(RSAKey.generate_key(2048), {"alg": "RS256", "kid": "twee"}),
            "ander_soort_sleutel": self.signed(ECKey.generate_key("P-256"), {"alg": "ES256", "kid": "een"}),
            "met_de_openbare_sleutel_als_geheim": self.signed(secret, header),
            "veranderd": self.signed()[:-4] + "AAAA", "onzin": "onzin", "drie_delen": "a.b.c",
            "zonder_handtekening": "eyJhbGciOiJub25lIn0." + self.signed().split(".")[1] + ".",
        }
