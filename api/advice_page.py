"""An advice that was given before, as a page for people."""
from fastapi import APIRouter
from starlette.responses import HTMLResponse, Response

from api.edge import TheEdge
from api.v1.adviezen import card_again
from api.v1.cards import POLICY, card_answer
from bot.card_text import refused
from bot.errors import BrokenReceiptError, OtherVersionError
from bot.phrases import Phrases

router = APIRouter(prefix="/adviezen", include_in_schema=False)


@router.get("/{advies_id}")
async def advice(edge: TheEdge, advies_id: str) -> Response:
    """The card of an advice, or a page that says why it cannot be shown."""
    phrases = edge.catalogue.phrases
    try:
        return await card_answer(card_again(edge.catalogue, advies_id), "text/html")
    except BrokenReceiptError:
        return refusal(phrases, phrases.say("nummer_kapot"), 404)
    except OtherVersionError as error:
        return refusal(phrases, phrases.say(f"nummer_{error.part}", naam=error.name, nu=error.current), 410)


def refusal(phrases: Phrases, words: tuple[str, ...], status: int) -> Response:
    """A page with these words and a way on."""
    page = refused(phrases.line("nummer_titel"), words, phrases.line("nummer_verder"))
    return HTMLResponse(page, status, {"Content-Security-Policy": POLICY})
