"""The edge put together: content, engine, conversations, routes and the layers around them."""
import asyncio
import mimetypes
import pathlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager, closing, suppress

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from api import advice_page
from api.access import signing_in
from api.assistant import Assistant
from api.away import EngineAwayError
from api.channels.opening import add_channels, open_channels
from api.conversations import Conversations
from api.counts import Counts
from api.edge import Edge
from api.engines import Engines
from api.handlers import add_handlers
from api.headers import API_VERSION
from api.keeping.opening import Kept, kept_at
from api.layers import layered
from api.masking import mask_for
from api.metrics import Meters, shown
from api.pages import codes as code_pages
from api.pages import dilemmas, front, rendering, talking
from api.rate import Allowance
from api.settings import Settings
from api.v1 import adviezen, codes, docs, gesprekken, gezondheid, herken, openapi
from bot import catalogue as catalogues
from bot.catalogue import Catalogue

WEB = pathlib.Path(__file__).parent / "web"
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml",
         ".webmanifest": "application/manifest+json"}
DESCRIPTION = """Adviseur voor medewerkers van provincies met een vraag over integriteit.
Elk advies rust op de gedragscode van de eigen organisatie en verwijst naar mensen om mee te praten."""
Life = Callable[[FastAPI], AbstractAsyncContextManager[None]]
SECONDS_BETWEEN_SWEEPS = 30


def create_app(settings: Settings) -> ASGIApp:
    """The whole edge; raise ContentError or EnginesFileError when something is not as it should be."""
    Engines(settings.engines, settings.engines_file)
    catalogue = catalogues.read(settings.content_folder)
    if settings.default_code is not None:
        catalogue.code(settings.default_code)
    meters, kept = Meters(), kept_at(settings.redis_url)
    requests = Allowance(settings.requests_per_minute, kept.limits, "aanvragen")
    return layered(with_routes(settings, catalogue, meters, kept), settings, meters, requests)


def with_routes(settings: Settings, catalogue: Catalogue, meters: Meters, kept: Kept) -> FastAPI:
    """The routes and what answers their errors."""
    app = FastAPI(
        title="Mag ik dit?", version=API_VERSION, description=DESCRIPTION, openapi_url=None, docs_url=None,
        redoc_url=None, redirect_slashes=False, lifespan=life(settings, catalogue, meters, kept))
    app.state.settings = settings
    for part in (gesprekken, adviezen, codes, herken, gezondheid, openapi, docs):
        app.include_router(part.router)
    if settings.login_issuer is not None:
        app.state.provider = signing_in.client_for(settings)
        app.include_router(signing_in.router)
    add_channels(app, settings, catalogue)
    add_pages(app)
    add_handlers(app)
    return app


def add_pages(app: FastAPI) -> None:
    """The pages, and the files of the chat."""
    for ending, media_type in TYPES.items():
        mimetypes.add_type(media_type, ending)
    for part in (front, dilemmas, code_pages, talking, advice_page):
        app.include_router(part.router)
    rendering.prepare()
    app.mount("/web", StaticFiles(directory=WEB))


def life(settings: Settings, catalogue: Catalogue, meters: Meters, kept: Kept) -> Life:
    """What the app opens when it starts and closes when it stops."""
    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncIterator[None]:
        counting = closing(Counts(settings.counts_address))
        with shown(meters, settings.metrics_host, settings.metrics_port), counting as counts:
            async with Assistant(settings, mask_for(catalogue).masked) as assistant, aclosing(kept.keeper):
                conversations = Conversations(kept.keeper, settings.idle_minutes, settings.most_conversations)
                messages = Allowance(settings.messages_per_minute, kept.limits, "berichten")
                app.state.edge = Edge(settings, catalogue, assistant, conversations, messages, meters, counts)
                sweeping = asyncio.create_task(sweep(app.state.edge))
                async with open_channels(app, app.state.edge):
                    yield
                sweeping.cancel()
    return living


async def sweep(edge: Edge) -> None:
    """Erase the conversations that were left alone, again and again."""
    while True:
        await asyncio.sleep(min(SECONDS_BETWEEN_SWEEPS, edge.settings.idle_minutes * 60))
        for conversation in await edge.conversations.idle():
            with suppress(EngineAwayError):
                await edge.assistant.erase(conversation)
                await edge.conversations.forget(conversation)
