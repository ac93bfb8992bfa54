"""How often an advice helped, as counts without ids: python -m api.counts shows those that are large enough."""
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, make_url, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from api.settings import Settings

FEWEST = 5
TABLE = Table("tellingen", MetaData(), *(Column(name, String, primary_key=True)
                                         for name in ("code", "dilemma", "oordeel", "nuttig")),
              Column("aantal", Integer, nullable=False))
INSERTS: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
DRIVERS: Mapping[str, str] = {"postgresql": "postgresql+psycopg"}


@dataclass(frozen=True)
class Opinion:
    """Whether an advice with this verdict helped: `ja` or `nee`."""

    code: str
    dilemma: str
    verdict: str
    answer: str


class Counts:
    """The counts in a database of SQLite or PostgreSQL, one at a time; it is opened when something is counted."""

    def __init__(self, url: str) -> None:
        address, self.turn = make_url(url), threading.Lock()
        self.engine = create_engine(address.set(drivername=DRIVERS.get(address.drivername, address.drivername)))

    def add(self, opinion: Opinion) -> None:
        """Count one opinion."""
        row = dict(zip(TABLE.primary_key.columns.keys(), astuple(opinion), strict=True))
        one_more = INSERTS[self.engine.dialect.name](TABLE).values(**row, aantal=1).on_conflict_do_update(
            index_elements=list(TABLE.primary_key), set_={"aantal": TABLE.c.aantal + 1})
        with self.turn:
            TABLE.create(self.engine, checkfirst=True)
            with self.engine.begin() as connection:
                connection.execute(one_more)

    def all(self) -> Mapping[Opinion, int]:
        """Every count, also the small ones; only for what hides those."""
        TABLE.create(self.engine, checkfirst=True)
        with self.engine.connect() as connection:
            return {Opinion(*names): number for *names, number in connection.execute(select(TABLE))}

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def shown(counts: Mapping[Opinion, int]) -> Iterator[str]:
    """A line for each code, dilemma and verdict with a count that may be shown; a small one is never told."""
    for code, dilemma, verdict in sorted({(known.code, known.dilemma, known.verdict) for known in counts}):
        numbers = [counts.get(Opinion(code, dilemma, verdict, answer), 0) for answer in ("ja", "nee")]
        if max(numbers) >= FEWEST:
            yes, no = (str(number) if number >= FEWEST else f"minder dan {FEWEST}" for number in numbers)
            yield f"{code}, {dilemma}, {verdict}: {yes} keer ja, {no} keer nee"


def main() -> int:
    """Print the counts, or say plainly why that cannot be done; 0 when it could, else 1."""
    try:
        counts = Counts(Settings().counts_address)
        lines = list(shown(counts.all()))
    except (ValidationError, SQLAlchemyError) as error:
        print(f"De tellingen zijn niet te lezen: {type(error).__name__}. Kijk naar MAGIKDIT_STATISTICS_URL.",
              file=sys.stderr)
        return 1
    print("Had iemand iets aan het advies? Aantallen onder de vijf staan er niet bij.")
    print("\n".join(lines) or "Er is nog geen aantal om te laten zien.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
