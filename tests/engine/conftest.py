"""One PostgreSQL for all tests of the engine; each test gets an empty database in it."""
import itertools

import pytest
from rasa.shared.core.domain import Domain
from sqlalchemy import text
from sqlalchemy.future import create_engine

from tests import servers

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
