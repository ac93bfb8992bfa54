"""The whole assistant as people meet it: the trained model, the engine and the edge, started once."""
import os
import pathlib
import secrets

import httpx
import pytest

from launch.serving import free_port, running, wait_until_ready

ROOT = pathlib.Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def logs(tmp_path_factory):
    """Everything that engine and edge write."""
    return tmp_path_factory.mktemp("logs") / "alles.log"


@pytest.fixture(scope="session")
def engine_port():
    """The private port of the engine."""
    return free_port()


@pytest.fixture(scope="session")
def address(logs, engine_port):
    """Where the assistant answers."""
    os.environ["MAGIKDIT_REQUESTS_PER_MINUTE"] = os.environ["MAGIKDIT_MESSAGES_PER_MINUTE"] = "0"
    os.environ["MAGIKDIT_STATISTICS_URL"] = f"sqlite:///{logs.parent / 'tellingen.sqlite3'}"
    os.environ["MAGIKDIT_ENGINE_KEY"] = secrets.token_urlsafe(32)
    port = free_port()
    with logs.open("w") as output, running(port, engine_port, output) as processes:
        wait_until_ready(f"http://127.0.0.1:{port}", processes)
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def web(address):
    """A client of the assistant."""
    with httpx.Client(base_url=address, timeout=30) as client:
        yield client
