"""A real browser, a stand-in server, and visitors whose browser may not complain."""
import os
import threading
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, expect, sync_playwright

from api.app import create_app
from api.settings import Settings
from bot.catalogue import shipped
from tests.api.conftest import running
from tests.api.standin import World, engine_app
from tests.web import stub
from tests.web.visitor import Visitor

CHROMIUM = "/usr/bin/chromium"
QUIETLY = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync",
           # Each new window loads the address bar's own pages, which costs more than the page under test.
           "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup"]
PATIENCE = 30_000


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's chromium, one for all tests."""
    if not os.access(CHROMIUM, os.X_OK):
        pytest.skip(f"{CHROMIUM} is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def edge() -> Iterator[str]:
    """The address of the real edge with the content that ships; a stand-in for the engine answers with the real core."""
    with running(engine_app(World(shipped())), Settings()) as engine:
        settings = Settings(engine_url=engine, requests_per_minute=0)
        with running(create_app(settings), settings) as url:
            yield url


@pytest.fixture
def site() -> Iterator[tuple[str, stub.World]]:
    """The address of a stand-in server of this test's own, and its world."""
    server, world = stub.serve()
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", world
    server.shutdown()
    server.server_close()


@pytest.fixture
def world(site) -> stub.World:
    """What the server knows and what it should do wrong."""
    return site[1]


@pytest.fixture
def visit(browser, site) -> Iterator[Callable[..., Visitor]]:
    """Makes a visitor with a window of their own; no window may break the policy or write an error to its console."""
    contexts, complaints = [], []
    def make(**window) -> Visitor:
        context = browser.new_context(**({"reduced_motion": "reduce"} | window))
        context.set_default_timeout(PATIENCE)
        context.on("console", lambda message: complaints.append(message.text) if is_complaint(message) else None)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        contexts.append(context)
        return Visitor(context.new_page(), site[0])
    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def visitor(visit) -> Visitor:
    """Somebody who has just opened the page."""
    return visit().arrive()


def is_complaint(message: ConsoleMessage) -> bool:
    """Whether the console says that something is wrong, other than the browser's own line about a failed request."""
    refused = any(part in message.location["url"] for part in ("/v1/", "/codes/"))
    failed_request = message.text.startswith("Failed to load resource") and refused
    return message.type in ("error", "warning") and not failed_request
