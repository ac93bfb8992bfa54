"""What every route of the edge works with."""
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from api.assistant import Assistant
from api.conversations import Conversations
from api.counts import Counts
from api.metrics import Meters
from api.problems import Person
from api.rate import Allowance
from api.settings import Settings
from bot.catalogue import Catalogue
from bot.code import Code


@dataclass(frozen=True)
class Edge:
    """The content, the engine, the conversations, their limits and the meters of one running app."""

    settings: Settings
    catalogue: Catalogue
    assistant: Assistant
    conversations: Conversations
    allowance: Allowance
    meters: Meters
    counts: Counts


def edge_of(request: Request) -> Edge:
    """The edge that serves this request."""
    edge: Edge = request.app.state.edge
    return edge


async def edge_here(request: Request) -> Edge:
    """The same for a route; it does not wait, so that the framework does not put it in a thread."""
    return edge_of(request)


TheEdge = Annotated[Edge, Depends(edge_here)]


def people(catalogue: Catalogue, code_id: str | None) -> tuple[Person, ...]:
    """Who to talk to under this code; under every code when it is not known."""
    known = [code for code in catalogue.codes.values() if code.id == code_id]
    codes = known or list(catalogue.codes.values())
    return tuple(person for code in codes for person in people_of(code, catalogue.phrases.people))


def people_of(code: Code, roles: tuple[str, ...]) -> Iterator[Person]:
    """The people in these roles, as far as the code names them."""
    for contact in (code.contacts[role] for role in roles if role in code.contacts):
        yield Person(code=code.id, rol=contact.role, naam=contact.name, waarvoor=contact.purpose,
                     bereikbaar=contact.reach)
