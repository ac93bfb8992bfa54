"""The private door of the engine: turns in and out, and what is kept about a conversation."""
from __future__ import annotations

import hmac
import logging
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
from engine.choosing import as_message, as_understood, choice_in
from engine.database import ConflictError, StoreError
from engine.parts import understood_parts
from engine.store import ConversationStore
from engine.sweeping import start_sweeping, store_behind
from engine.warming import start_warm

KEY, HEADER = "MAGIKDIT_ENGINE_KEY", "X-Engine-Sleutel"
NOTHING = {"code": None, "dilemma": None, "antwoorden": [], "aangeboden": [], "misverstanden": 0, "wachtend": [],
           "wijzigt": None, "gewaarschuwd": False, "beurten": 0, "gezegd": []}
Handler = Callable[[UserMessage], Awaitable[Any]]
logger = logging.getLogger(__name__)


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
        door.exception(StoreError)(say_not_kept)
        door.listener("after_server_start")(start_warm)
        door.listener("after_server_start")(start_sweeping)
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
    """The next turn of a conversation, 400 when a choice does not exist, 404 when the conversation does not.

    A turn counts when it is kept. The same message with the same `sleutel` gets the same answer and counts once.
    """
    asked, store = request.json, store_of(request)
    try:
        return await heard(request, on_new_message)
    except ConflictError:
        if not (await store.page(asked["gesprek"], asked.get("sleutel"))).is_repeat:
            raise
        return await heard(request, on_new_message)


async def heard(request: Request, on_new_message: Handler) -> HTTPResponse:
    """The answer to a message, once it is kept; raises ConflictError when another engine was sooner."""
    asked, collected, store = request.json, CollectingOutputChannel(), store_of(request)
    async with store.turn(asked["gesprek"], asked.get("sleutel")) as page:
        if "begin" not in asked and page.row is None:
            return answer({}, status=404)
        if page.is_late:
            raise ConflictError("Late")
        await on_new_message(await incoming(request.app.ctx.agent, asked, collected))
        said = [message["custom"] for message in collected.messages if "custom" in message]
        if not said or page.after is None:
            return answer({}, status=503)
        if "fout" in said[-1]:
            return answer(said[-1], status=400)
        await store.keep(page)
    return answer(said[-1])


async def incoming(agent: Agent, asked: dict[str, Any], collected: CollectingOutputChannel) -> UserMessage:
    """The message for Rasa, with the sentences of a typed one as understood, and whether names were left out."""
    text, beside, choice = as_message(asked), {}, choice_in(asked)
    if not choice:
        beside = {"delen": await understood_parts(agent, text), "gemaskeerd": asked.get("gemaskeerd", False)}
    understood = as_understood(*choice) if choice else None
    return UserMessage(text, collected, asked["gesprek"], understood, input_channel="edge", metadata=beside)


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
    found = (await store_of(request).page(conversation)).kept
    again = {"vorige": found["vorige"]} if found.get("vorige") else {}
    return answer({**NOTHING, **found["slots"], **again}) if found else answer({}, status=404)


async def erase(request: Request, conversation: str) -> HTTPResponse:
    """Forget a conversation."""
    return empty() if await store_of(request).erase(conversation) else answer({}, status=404)


async def say_not_kept(_: Request, trouble: StoreError) -> HTTPResponse:
    """503 when the store does not answer, 409 when somebody else changed the conversation; the turn does not count."""
    conflict = isinstance(trouble, ConflictError)
    logger.warning("Een beurt is niet bewaard: %s.", trouble)
    return answer({"fout": {"veld": "gesprek" if conflict else "opslag", "gegeven": str(trouble), "verwacht": []}},
                  status=409 if conflict else 503)


def store_of(request: Request) -> ConversationStore:
    """The store of the assistant that serves this request."""
    return store_behind(request.app.ctx.agent)
