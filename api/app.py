"""The edge put together: content, engine, conversations, routes and the layers around them."""
import asyncio
import mimetypes
import pathlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

from fastapi import FastAPI
from starlette.responses import FileResponse
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from api import code_page
from api.assistant import Assistant, EngineAwayError
from api.channels.opening import add_channels, open_channels, sizes
from api.conversations import Conversations
from api.edge import Edge
from api.handlers import add_handlers
from api.headers import API_VERSION, Headers
from api.hosts import Hosts
from api.logs import Logged
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
    sized = Size(with_routes(settings, catalogue), settings.most_body_bytes, sizes(settings.channels))
    return Headers(Logged(Hosts(Rate(sized, settings.requests_per_minute), settings.hosts)))


def with_routes(settings: Settings, catalogue: Catalogue) -> FastAPI:
    """The routes and what answers their errors."""
    app = FastAPI(
        title="Mag ik dit?", version=API_VERSION, description=DESCRIPTION, openapi_url=None, docs_url=None,
        redoc_url=None, redirect_slashes=False, lifespan=life(settings, catalogue))
    for part in (gesprekken, codes, herken, gezondheid, openapi):
        app.include_router(part.router)
    app.include_router(code_page.router)
    add_channels(app, settings, catalogue)
    add_page(app)
    add_handlers(app)
    return app


def add_page(app: FastAPI) -> None:
    """The page at the front door, and its files."""
    for ending, media_type in TYPES.items():
        mimetypes.add_type(media_type, ending)
    app.add_api_route("/", page, response_class=FileResponse, include_in_schema=False)
    app.mount("/web", StaticFiles(directory=WEB))


async def page() -> FileResponse:
    """The page where somebody talks to the assistant."""
    return FileResponse(WEB / "index.html")


def life(settings: Settings, catalogue: Catalogue) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """What the app opens when it starts and closes when it stops."""
    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncIterator[None]:
        async with Assistant(settings) as assistant:
            conversations = Conversations(settings.idle_minutes, settings.most_conversations)
            app.state.edge = Edge(settings, catalogue, assistant, conversations)
            sweeping = asyncio.create_task(sweep(app.state.edge))
            async with open_channels(app, app.state.edge):
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
