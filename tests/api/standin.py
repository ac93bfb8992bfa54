"""A stand-in for the engine: the same private address and the same core, without Rasa; it fails on request."""
import asyncio
from dataclasses import asdict, dataclass, field

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot import dialogue
from bot.catalogue import Catalogue
from bot.conversation import Conversation, Heard
from bot.errors import UnknownError, WrongAnswerError
from bot.lexicon import Lexicon
from bot.message import message_of
from bot.turn import as_json

LABELS = {"cadeau": "geschenk", "fles": "geschenk", "bedankt": "bedankt"}
FAILURES = {
    "status": Response("kapot", 500), "leeg": Response(b"", 200), "lijst": JSONResponse([]),
    "onzin": Response("<html>", 200), "half": JSONResponse({"soort": "vraag"}), "kale_400": JSONResponse({}, 400),
    "verdwaald": Response(status_code=307, headers={"Location": "http://127.0.0.1:1/"}),
}


@dataclass
class World:
    """What the stand-in keeps, what it received and how it should fail."""

    catalogue: Catalogue
    conversations: dict[str, Conversation] = field(default_factory=dict)
    received: list[dict] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    failure: str | None = None
    delay: float = 0.0
    at_once: int = 0
    most_at_once: int = 0

    def reset(self) -> None:
        """Work as it should again; conversations stay."""
        self.received, self.failure, self.delay, self.most_at_once = [], None, 0.0, 0

    async def turn(self, request: Request) -> Response:
        """The next turn of a conversation."""
        message = await request.json()
        self.received.append(message)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(self.delay)
        self.at_once -= 1
        return self.replied(message)

    def replied(self, message: dict) -> Response:
        """The turn, or what was wrong with the choice or the conversation."""
        if "begin" not in message and message["gesprek"] not in self.conversations:
            return JSONResponse({}, 404)
        try:
            conversation, turn = self.reply(message)
        except (UnknownError, WrongAnswerError) as error:
            fault = {"veld": "keuze", "gegeven": error.given, "verwacht": list(error.offered)}
            return JSONResponse({"fout": fault}, 400)
        self.conversations[message["gesprek"]] = conversation
        return JSONResponse(as_json(turn, self.catalogue, conversation.code))

    def reply(self, message: dict) -> dialogue.Reply:
        """What the core makes of this message."""
        if "begin" in message:
            return dialogue.begin(self.catalogue, message["begin"]["code"])
        conversation = self.conversations[message["gesprek"]]
        if "keuze" in message:
            return dialogue.choose(self.catalogue, conversation, message["keuze"])
        return dialogue.hear(self.catalogue, conversation, heard(message["tekst"]))

    async def kept(self, request: Request) -> Response:
        """Every byte of a conversation."""
        conversation = self.conversations.get(request.path_params["id"])
        return Response(status_code=404) if conversation is None else JSONResponse(in_dutch(conversation))

    async def erase(self, request: Request) -> Response:
        """Forget a conversation."""
        known = self.conversations.pop(request.path_params["id"], None)
        return Response(status_code=204 if known else 404)

    async def recognise(self, request: Request) -> Response:
        """What a text is about."""
        message = await request.json()
        self.received.append(message)
        label = heard(message["tekst"]).label
        return JSONResponse({"label": label, "zekerheid": 0.9, "alternatieven": [], "feiten": []})


def heard(text: str) -> Heard:
    """The text with a label by the words in it."""
    label = next((label for word, label in LABELS.items() if word in text.lower()), "buiten_bereik")
    return Heard(message_of(Lexicon(), text), ((label, 0.9),))


def in_dutch(conversation: Conversation) -> dict:
    """A conversation by the names of the private address."""
    kept = asdict(conversation)
    return {"code": kept["code"], "dilemma": kept["dilemma"], "antwoorden": kept["answers"],
            "aangeboden": kept["offered"], "misverstanden": kept["misses"], "wachtend": kept["waiting"],
            "wijzigt": kept["changing"], "gewaarschuwd": kept["warned"], "beurten": kept["turns"],
            "gezegd": kept["said"]}


async def ready(_: Request) -> Response:
    """Always ready."""
    return JSONResponse({"status": "ok"})


def engine_app(world: World) -> Starlette:
    """The private address of the engine."""
    def failing(handler):
        async def answer(request: Request) -> Response:
            world.keys.append(request.headers.get("X-Engine-Sleutel"))
            return FAILURES[world.failure] if world.failure else await handler(request)
        return answer
    door, one = "/webhooks/edge", "/webhooks/edge/gesprekken/{id}"
    return Starlette(routes=[
        Route(f"{door}/beurt", failing(world.turn), methods=["POST"]),
        Route(f"{door}/herken", failing(world.recognise), methods=["POST"]),
        Route(f"{door}/klaar", failing(ready)),
        Route(one, failing(world.kept), methods=["GET"]), Route(one, failing(world.erase), methods=["DELETE"]),
    ])
