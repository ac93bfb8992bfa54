"""The edge put together: content, engine, conversations, routes and the layers around them."""
import asyncio
import mimetypes
import pathlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from api.assistant import Assistant, EngineAwayError
from api.conversations import Conversations
from api.edge import Edge
from api.handlers import add_handlers
from api.headers import API_VERSION, Headers
from api.hosts import Hosts
from api.logs import Logged
from api.pages import codes as code_pages
from api.pages import dilemmas, front, rendering, talking
from api.rate import Rate
from api.settings import Settings
from api.size import Size
from api.v1 import codes, gesprekken, gezondheid, herken, openapi
from bot import catalogue as catalogues
from bot.catalogue import Catalogue

WEB = pathlib.Path(__file__).parent / "web"
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml",
         ".webmanifest": "application/manifest+json"}
DESCRIPTION = """Adviseur voor medewerkers van provincies met een vraag over integriteit.
Elk advies rust op de gedragscode van de eigen organisatie en verwijst naar mensen om mee te praten."""
SECONDS_BETWEEN_SWEEPS = 30


def create_app(settings: Settings) -> ASGIApp:
    """The whole edge; raise ContentError when the content is not as it should be."""
    catalogue = catalogues.read(settings.content_folder)
    if settings.default_code is not None:
        catalogue.code(settings.default_code)
    sized = Size(with_routes(settings, catalogue), settings.most_body_bytes)
    return Headers(Logged(Hosts(Rate(sized, settings.requests_per_minute), settings.hosts)))


def with_routes(settings: Settings, catalogue: Catalogue) -> FastAPI:
    """The routes and what answers their errors."""
    app = FastAPI(
        title="Mag ik dit?", version=API_VERSION, description=DESCRIPTION, openapi_url=None, docs_url=None,
        redoc_url=None, redirect_slashes=False, lifespan=life(settings, catalogue))
    for part in (gesprekken, codes, herken, gezondheid, openapi):
        app.include_router(part.router)
    add_pages(app)
    add_handlers(app)
    return app


def add_pages(app: FastAPI) -> None:
    """The pages, and the files of the chat."""
    for ending, media_type in TYPES.items():
        mimetypes.add_type(media_type, ending)
    for part in (front, dilemmas, code_pages, talking):
        app.include_router(part.router)
    rendering.prepare()
    app.mount("/web", StaticFiles(directory=WEB))


def life(settings: Settings, catalogue: Catalogue) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """What the app opens when it starts and closes when it stops."""
    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncIterator[None]:
        async with Assistant(settings) as assistant:
            conversations = Conversations(settings.idle_minutes, settings.most_conversations)
            app.state.edge = Edge(settings, catalogue, assistant, conversations)
            sweeping = asyncio.create_task(sweep(app.state.edge))
            yield
            sweeping.cancel()
    return living


async def sweep(edge: Edge) -> None:
    """Erase the conversations that were left alone, again and again."""
    while True:
        await asyncio.sleep(min(SECONDS_BETWEEN_SWEEPS, edge.settings.idle_minutes * 60))
        for conversation in edge.conversations.idle():
            with suppress(EngineAwayError):
                await edge.assistant.erase(conversation)
                edge.conversations.forget(conversation)
