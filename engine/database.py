"""The database of the conversations: PostgreSQL, or a SQLite file that only its owner can read."""
from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Float, Integer, LargeBinary, MetaData, String, Table, event
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import IntegrityError, ProgrammingError, SQLAlchemyError
from sqlalchemy.future import Engine, create_engine
from sqlalchemy.pool import QueuePool

TABLES = MetaData()
KEPT = Table("gesprek", TABLES, Column("id", String(64), primary_key=True),
             Column("gebruikt", Float(53), nullable=False, index=True), Column("versie", Integer, nullable=False),
             Column("inhoud", LargeBinary, nullable=False))
PATIENCE, CONNECTIONS = 3, 8
OF_POSTGRES = {"connect_timeout": PATIENCE, "application_name": "mag-ik-dit", "tcp_user_timeout": PATIENCE * 1000,
               "options": f"-c statement_timeout={PATIENCE}s"}
OF_SQLITE = ("PRAGMA journal_mode=TRUNCATE", "PRAGMA synchronous=OFF", "PRAGMA secure_delete=ON")


class StoreError(Exception):
    """The database gave no answer in time; what was kept is as it was, or as it would have been."""


class ConflictError(StoreError):
    """Somebody else changed or erased this conversation in the meantime; what they did stands."""


class Database:
    """Connections on which each statement is kept at once, and the table that is made when it is first needed."""

    def __init__(self, url: str) -> None:
        self.engine, self.made = engine_for(url), False

    @property
    def is_sqlite(self) -> bool:
        """Whether this is a file, or memory."""
        return self.engine.name == "sqlite"

    @property
    def connections(self) -> int:
        """How many can be asked at the same time; more who wait for one would pass each other."""
        return 1 if self.is_sqlite else CONNECTIONS

    @contextlib.contextmanager
    def connection(self) -> Iterator[Connection]:
        """A connection with the table in place; raises StoreError when the database does not answer."""
        try:
            with self.engine.connect() as db:
                self.set_up(db)
                yield db
        except IntegrityError:
            raise ConflictError("bestaat al") from None
        except SQLAlchemyError as trouble:
            raise StoreError(type(trouble).__name__) from None

    def set_up(self, db: Connection) -> None:
        """Make the table when it is not there; another engine may be making it at this moment."""
        if self.made:
            return
        try:
            TABLES.create_all(db)
        except (IntegrityError, ProgrammingError):
            TABLES.create_all(db)
        self.made = True


def engine_for(url: str) -> Engine:
    """A pool of connections that each commit at once; SQLite has one, to a file that only its owner can read."""
    if not url.startswith("sqlite"):
        return create_engine(url, pool_size=CONNECTIONS, pool_pre_ping=True, isolation_level="AUTOCOMMIT",
                             connect_args=OF_POSTGRES, hide_parameters=True)
    if file := make_url(url).database:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    engine = create_engine(url, poolclass=QueuePool, pool_size=1, max_overflow=0, isolation_level="AUTOCOMMIT",
                           connect_args={"check_same_thread": False, "timeout": PATIENCE}, hide_parameters=True)
    event.listen(engine, "connect", prepare_sqlite)
    return engine


def prepare_sqlite(connection: Any, _: Any) -> None:
    """Overwrite what is erased, and do not wait for the disk."""
    for statement in OF_SQLITE:
        connection.execute(statement)
