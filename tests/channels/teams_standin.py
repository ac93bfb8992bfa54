"""A stand-in for the Bot Connector: signing keys of its own, and every activity that is sent to it."""
import itertools
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx
import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

BOT, TENANT, ISSUER = "11111111-2222-3333-4444-555555555555", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", "https://api.botframework.com"
KEY_ID, CARD, PERSON, PERSONAL = "sleutel-1", "application/vnd.microsoft.card.adaptive", "29:karin", "a:persoonlijk"
TAGS = re.compile(r"<[^>]+>")
numbers = itertools.count(1)


@dataclass
class Connector:
    """Everything that was sent; `refused` are attachments that it does not take."""

    url: str = ""
    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))
    activities: list[dict] = field(default_factory=list)
    tokens: list[str | None] = field(default_factory=list)
    uploads: list[tuple[bytes, str | None]] = field(default_factory=list)
    refuses_cards: bool = False

    def reset(self) -> None:
        """Forget what was sent."""
        self.activities.clear()
        self.uploads.clear()
        self.refuses_cards = False

    @property
    def service_url(self) -> str:
        """Where activities are sent to."""
        return f"{self.url}/emea/"

    async def keys(self, _: Request) -> Response:
        """The public keys."""
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return JSONResponse({"keys": [{**public, "kid": KEY_ID, "use": "sig", "endorsements": ["msteams"]}]})

    async def activity(self, request: Request) -> Response:
        """An activity that was sent to a conversation."""
        sent = await request.json()
        self.tokens.append(request.headers.get("Authorization"))
        if self.refuses_cards and sent.get("attachments"):
            return JSONResponse({"error": {"code": "BadArgument"}}, 400)
        self.activities.append({**sent, "to": request.path_params["conversation"]})
        return JSONResponse({"id": f"r{next(numbers)}"}, 201)

    async def file(self, request: Request) -> Response:
        """A file that was uploaded."""
        self.uploads.append((await request.body(), request.headers.get("Content-Range")))
        return JSONResponse({}, 201)

    def token(self, key: rsa.RSAPrivateKey | None = None, **claims: object) -> str:
        """A token with which the connector delivers."""
        now = int(time.time())
        right = {"iss": ISSUER, "aud": BOT, "nbf": now - 10, "iat": now - 10, "exp": now + 3600,
                 "serviceurl": self.service_url}
        return jwt.encode({**right, **claims}, key or self.key, "RS256", {"kid": KEY_ID})


def connector_app(connector: Connector) -> Starlette:
    """The addresses of the connector."""
    return Starlette(routes=[
        Route("/v1/.well-known/keys", connector.keys),
        Route("/emea/v3/conversations/{conversation}/activities", connector.activity, methods=["POST"]),
        Route("/upload", connector.file, methods=["PUT"])])


@dataclass
class TeamsPerson:
    """Somebody in Teams, whose doings are delivered to the edge."""

    edge: httpx.Client
    connector: Connector
    user: str = PERSON
    conversation: str = PERSONAL
    kind: str = "personal"
    tenant: str = TENANT

    def activity(self, **more: object) -> dict:
        """An activity of this person."""
        return {
            "type": "message", "id": f"a{next(numbers)}", "channelId": "msteams", "serviceUrl": self.connector.service_url,
            "timestamp": "2026-01-05T10:00:00Z", "from": {"id": self.user, "name": "Karin", "aadObjectId": "0000-karin"},
            "recipient": {"id": f"28:{BOT}", "name": "Mag ik dit?"},
            "conversation": {"id": self.conversation, "conversationType": self.kind, "tenantId": self.tenant},
            "channelData": {"tenant": {"id": self.tenant}}, "locale": "nl-NL", **more}

    def deliver(self, activity: dict, token: str | None = None) -> httpx.Response:
        """Deliver an activity with a token of the connector."""
        return self.edge.post("/teams/berichten", json=activity,
                              headers={"Authorization": f"Bearer {token or self.connector.token()}"})

    def types(self, text: str, **more: object) -> httpx.Response:
        """Type something."""
        return self.deliver(self.activity(text=text, textFormat="plain", **more))

    def presses(self, message: dict, value: str) -> httpx.Response:
        """Press the button with this value, or choose it from a list and send the card."""
        given = next(given for given in chosen_in(card_in(message)) if value in given.values())
        return self.deliver(self.activity(value=given, replyToId="m1"))

    def allows_file(self, address: str, action: str = "accept") -> httpx.Response:
        """Let the assistant send the file to this address, or not."""
        target = {"contentUrl": "https://voorbeeld.sharepoint.com/kaart.pdf", "name": "gesprekskaart.pdf",
                  "uploadUrl": address, "uniqueId": "1", "fileType": "pdf"}
        value = {"type": "fileUpload", "action": action, "context": {}, "uploadInfo": target}
        return self.deliver(self.activity(type="invoke", name="fileConsent/invoke", value=value))


def card_in(message: dict) -> dict:
    """The card of a message."""
    return next(one["content"] for one in message["attachments"] if one["contentType"] == CARD)


def chosen_in(card: dict) -> Iterator[dict]:
    """What comes back for each thing that can be chosen on a card."""
    for block in card["body"]:
        yield from (action["data"] for action in block.get("actions", ()) if action.get("data"))
        yield from ({block["id"]: choice["value"]} for choice in block.get("choices", ()))


def words_of(message: dict) -> str:
    """Everything that can be read in a message."""
    return TAGS.sub("\n", message["text"]).replace("&#x27;", "'").replace("&quot;", '"').replace("&amp;", "&")
