"""The private door of the engine: turns in and out, and what is kept about a conversation."""
from __future__ import annotations

import hmac
import json
import os
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint
from sanic import json as answer
from sanic.request import Request
from sanic.response import HTTPResponse, empty

from actions.hearing import heard_in
from bot.catalogue import shipped
from bot.telling import recognised
from engine.parts import understood_parts
from engine.store import LocalStore

KEY, HEADER = "MAGIKDIT_ENGINE_KEY", "X-Engine-Sleutel"
NOTHING = {"code": None, "dilemma": None, "antwoorden": [], "aangeboden": [], "misverstanden": 0, "wachtend": [],
           "wijzigt": None, "gewaarschuwd": False, "beurten": 0, "gezegd": []}
Handler = Callable[[UserMessage], Awaitable[Any]]


class EdgeInput(InputChannel):
    """Serves the edge on `/webhooks/edge`; anyone without the shared key is refused."""

    @classmethod
    def name(cls) -> str:
        """The name in the address."""
        return "edge"

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The routes of this door."""
        door = Blueprint("edge")
        door.on_request(refuse_strangers)
        door.add_route(lambda request: turn(request, on_new_message), "/beurt", ["POST"], name="beurt")
        door.add_route(recognise, "/herken", ["POST"], name="herken")
        door.add_route(ready, "/klaar", ["GET"], name="klaar")
        door.add_route(kept, "/gesprekken/<conversation>", ["GET"], name="bewaard")
        door.add_route(erase, "/gesprekken/<conversation>", ["DELETE"], name="wissen")
        return door


async def refuse_strangers(request: Request) -> HTTPResponse | None:
    """401 for a request that does not carry the shared key, when there is one."""
    key = os.environ.get(KEY, "")
    if key and not hmac.compare_digest(request.headers.get(HEADER, ""), key):
        return answer({"fout": {"veld": HEADER, "verwacht": ["de gedeelde sleutel"]}}, status=401)
    return None


async def turn(request: Request, on_new_message: Handler) -> HTTPResponse:
    """The next turn of a conversation, 400 when a choice does not exist, 404 when the conversation does not."""
    asked, collected = request.json, CollectingOutputChannel()
    if "begin" not in asked and store_of(request).slots_of(asked["gesprek"]) is None:
        return answer({}, status=404)
    await on_new_message(await incoming(request.app.ctx.agent, asked, collected))
    said = [message["custom"] for message in collected.messages if "custom" in message]
    if not said:
        return answer({}, status=503)
    return answer(said[-1], status=400 if "fout" in said[-1] else 200)


async def incoming(agent: Agent, asked: dict[str, Any], collected: CollectingOutputChannel) -> UserMessage:
    """The message for Rasa, with the sentences of a typed one as understood, and whether names were left out."""
    text, beside = as_message(asked), {}
    if "tekst" in asked:
        beside = {"delen": await understood_parts(agent, text), "gemaskeerd": asked.get("gemaskeerd", False)}
    return UserMessage(text, collected, asked["gesprek"], input_channel="edge", metadata=beside)


def as_message(asked: dict[str, Any]) -> str:
    """The message as Rasa takes it: an intent with its choice, or the text without a leading slash."""
    if "begin" in asked:
        return f"/begin{json.dumps({'code': asked['begin'].get('code') or ''})}"
    if "keuze" in asked:
        return f"/keuze{json.dumps({'keuze': asked['keuze']})}"
    return str(asked["tekst"]).lstrip(" /\n\t")


async def recognise(request: Request) -> HTTPResponse:
    """What a text is about; nothing is kept."""
    parsed = await request.app.ctx.agent.parse_message(as_message(request.json))
    return answer(recognised(shipped(), heard_in(parsed, shipped().lexicon), request.json.get("code")))


async def ready(request: Request) -> HTTPResponse:
    """200 when a model is loaded."""
    agent = getattr(request.app.ctx, "agent", None)
    return answer({"status": "ok"}) if agent and agent.is_ready() else answer({}, status=503)


async def kept(request: Request, conversation: str) -> HTTPResponse:
    """Every byte that is kept about a conversation."""
    slots = store_of(request).slots_of(conversation)
    return answer({}, status=404) if slots is None else answer({**NOTHING, **slots})


async def erase(request: Request, conversation: str) -> HTTPResponse:
    """Forget a conversation."""
    return empty() if store_of(request).erase(conversation) else answer({}, status=404)


def store_of(request: Request) -> LocalStore:
    """The store of the assistant that serves this request."""
    return store_behind(request.app.ctx.agent)


def store_behind(agent: Agent) -> LocalStore:
    """The store behind Rasa's wrappers."""
    store = agent.tracker_store
    while not isinstance(store, LocalStore):
        store = store._tracker_store
    return store
