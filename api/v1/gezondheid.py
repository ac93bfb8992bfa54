"""Whether a question can be answered now, and whether this process is ready for requests."""
from typing import Literal

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from api.away import EngineAwayError
from api.edge import TheEdge
from api.negotiation import gives_json
from api.v1.answers import refusals

router = APIRouter(prefix="/v1", tags=["beheer"])


class Gezondheid(BaseModel):
    """The assistant answers."""

    status: Literal["ok"] = Field(default="ok", description="Altijd 'ok'; anders komt er een fout.")


@router.get("/gezondheid", summary="Kan de assistent antwoorden?", operation_id="toonGezondheid",
            dependencies=[Depends(gives_json)], responses=refusals(406, 503))
async def health(edge: TheEdge) -> Gezondheid:
    """Answer only when the engine is ready; the content was read before the edge began to listen."""
    if not await edge.assistant.is_ready():
        raise EngineAwayError
    return Gezondheid()


@router.get("/klaar", summary="Is de voorkant klaar voor aanvragen?", operation_id="toonKlaar",
            dependencies=[Depends(gives_json)], responses=refusals(406))
async def ready() -> Gezondheid:
    """Answer as soon as the edge itself can, also while the engine is away."""
    return Gezondheid()
