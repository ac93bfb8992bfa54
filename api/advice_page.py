"""An advice that was given before, as a page for people."""
from fastapi import APIRouter
from starlette.responses import Response

from api.edge import Edge, TheEdge
from api.pages.rendering import page
from api.v1.adviezen import card_again
from api.v1.cards import card_answer
from bot.errors import BrokenReceiptError, OtherVersionError

router = APIRouter(prefix="/adviezen", include_in_schema=False)


@router.get("/{advies_id}")
async def advice(edge: TheEdge, advies_id: str) -> Response:
    """The card of an advice, or a page that says why it cannot be shown."""
    phrases = edge.catalogue.phrases
    try:
        return await card_answer(card_again(edge.catalogue, advies_id), "text/html")
    except BrokenReceiptError:
        return refusal(edge, phrases.say("nummer_kapot"), 404)
    except OtherVersionError as error:
        return refusal(edge, phrases.say(f"nummer_{error.part}", naam=error.name, nu=error.current), 410)


def refusal(edge: Edge, words: tuple[str, ...], status: int) -> Response:
    """A page with these words and a way on."""
    line = edge.catalogue.phrases.line
    return page(edge, "nummer.html", status, title=line("nummer_titel"), words=words, way_on=line("nummer_verder"))
