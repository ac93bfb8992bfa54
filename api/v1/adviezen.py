"""An advice that was given before, found again by its id; nothing is kept for it."""
from typing import Annotated

from fastapi import APIRouter, Depends, Response

from api.edge import TheEdge
from api.v1.answers import card_forms, refusals
from api.v1.cards import card_answer, data_wanted, today
from bot.card import Card
from bot.catalogue import Catalogue
from bot.receipt import replay
from bot.tree import Advice

router = APIRouter(prefix="/v1/adviezen", tags=["adviezen"])


@router.get("/{advies_id}", summary="Een advies terugzien", operation_id="toonAdvies", response_class=Response,
            responses={200: card_forms(), **refusals(404, 406, 410, 429)})
async def advice(edge: TheEdge, advies_id: str, form: Annotated[str, Depends(data_wanted)]) -> Response:
    """The card of an advice; refuse an id that leads nowhere or that belongs to another version."""
    return await card_answer(card_again(edge.catalogue, advies_id), form)


def card_again(catalogue: Catalogue, receipt: str) -> Card:
    """The card of the advice with this id; raise BrokenReceiptError or OtherVersionError when there is none."""
    found = replay(catalogue, receipt)
    assert isinstance(found.place.node, Advice)
    return Card(catalogue, found.code, found.tree, found.place, found.place.node, today())
