"""The edge over real HTTP, with a stand-in engine behind it."""
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest

from api import logs
from api.__main__ import listen, server_for
from api.app import create_app
from api.settings import Settings
from bot import catalogue as catalogues
from bot.reading import CONTENT
from tests.api.standin import World, engine_app

SMALL = Path(__file__).parent / "inhoud"
SHARED = ("gesprek.yml", "advies.yml", "onderwerpen.yml")


@contextmanager
def running(app, settings: Settings, port: int = 0) -> Iterator[str]:
    """The address of this app, served for real in a thread."""
    listening = listen("127.0.0.1", port)
    server = server_for(app, settings)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listening.close()


@pytest.fixture(scope="session", autouse=True)
def logging_as_in_production() -> None:
    logs.configure()


@pytest.fixture(scope="session")
def content(tmp_path_factory) -> Path:
    """A small content folder with one tree for two codes, in the assistant's own sentences."""
    folder = tmp_path_factory.mktemp("inhoud") / "content"
    shutil.copytree(SMALL, folder)
    for name in SHARED:
        shutil.copy(CONTENT / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def whole_world(content) -> World:
    return World(catalogues.read(content))


@pytest.fixture(scope="session")
def engine_url(whole_world) -> Iterator[str]:
    with running(engine_app(whole_world), Settings()) as url:
        yield url


@pytest.fixture(autouse=True)
def world(whole_world) -> Iterator[World]:
    """The stand-in engine, working as it should."""
    whole_world.reset()
    yield whole_world
    whole_world.reset()


@pytest.fixture(scope="session")
def counted(tmp_path_factory) -> str:
    """The address of the database where the edge counts."""
    return f"sqlite:///{tmp_path_factory.mktemp('tellingen') / 'tellingen.sqlite3'}"


@pytest.fixture(scope="session")
def edge_url(content, engine_url, counted) -> Iterator[str]:
    settings = Settings(content_folder=content, engine_url=engine_url, requests_per_minute=0, messages_per_minute=0,
                        engine_timeout_seconds=1, statistics_url=counted)
    with running(create_app(settings), settings) as url:
        yield url


@pytest.fixture
def api(edge_url) -> Iterator[httpx.Client]:
    """A caller of the edge."""
    with httpx.Client(base_url=edge_url) as client:
        yield client


@pytest.fixture(scope="module")
def edge_with(content, engine_url):
    """Starts an edge of its own with these settings; gives its address."""
    with ExitStack() as stack:
        def start(**settings) -> str:
            given = {"content_folder": content, "engine_url": engine_url, "requests_per_minute": 0,
                     "messages_per_minute": 0} | settings
            made = Settings(**given)
            return stack.enter_context(running(create_app(made), made))
        yield start


@pytest.fixture
def api_with(edge_with):
    """Makes a caller of an edge of its own, with these settings."""
    with ExitStack() as stack:
        yield lambda **settings: stack.enter_context(httpx.Client(base_url=edge_with(**settings)))


@pytest.fixture
def free_port() -> int:
    """A port that is free now."""
    with listen("127.0.0.1", 0) as listening:
        return listening.getsockname()[1]


@pytest.fixture
def conversation(api) -> str:
    """The address of a conversation under the code of Limburg."""
    return api.post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"]


@pytest.fixture
def choose(api, conversation):
    """Takes choices one after the other; gives the last answer."""
    def taken(*choices: str) -> httpx.Response:
        return [api.post(f"{conversation}/berichten", json={"keuze": choice}) for choice in choices][-1]
    return taken
