"""One PostgreSQL for all tests of the engine, an empty database in it for each test, and a store in every place."""
import itertools

import pytest
from rasa.shared.core.domain import Domain
from sqlalchemy import text
from sqlalchemy.future import create_engine

from engine.store import ConversationStore
from tests import servers
from tests.engine.storing import KEY

NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def domain():
    return Domain.load("domain.yml")


@pytest.fixture(scope="session")
def server():
    with servers.postgres() as server:
        yield server


@pytest.fixture
def database(server):
    """The address of an empty database."""
    name = f"proef_{next(NUMBERS)}"
    with create_engine(server.url, isolation_level="AUTOCOMMIT").connect() as db:
        db.execute(text(f"CREATE DATABASE {name}"))
    return server.url.replace("/postgres", f"/{name}")


@pytest.fixture
def query(database):
    """What a statement finds in that database, asked by somebody else than the store."""
    engine = create_engine(database, isolation_level="AUTOCOMMIT")

    def ask(statement):
        with engine.connect() as db:
            found = db.execute(text(statement))
            return found.all() if found.returns_rows else []
    yield ask
    engine.dispose()


@pytest.fixture
def clock():
    """What the clock says, and the seconds that nobody can set."""
    return {"now": 1e9, "steady": 0.0}


@pytest.fixture(params=["memory", "file", "postgresql"])
def url(request, tmp_path):
    if request.param == "postgresql":
        return request.getfixturevalue("database")
    return f"sqlite:///{tmp_path / 'gesprekken'}" if request.param == "file" else ""


@pytest.fixture
def store_with(domain, monkeypatch, clock):
    """A store as it is made at the start of an engine, with these settings."""
    def made(url, keys=KEY):
        monkeypatch.setenv("MAGIKDIT_STORE_URL", url)
        monkeypatch.setenv("MAGIKDIT_STORE_KEYS", keys)
        return ConversationStore(domain, now=lambda: clock["now"], steady=lambda: clock["steady"])
    return made


@pytest.fixture
def store(store_with, url):
    return store_with(url)
