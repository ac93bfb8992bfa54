"""A whole conversation without a script: a form for each turn, and an id that only a cookie of this path holds."""
import json
import secrets
from contextlib import suppress
from typing import Annotated, Any, TypeVar
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Depends, Form, Request, Response
from pydantic import ValidationError
from starlette.responses import HTMLResponse, RedirectResponse

from api.away import EngineAwayError
from api.edge import Edge, TheEdge
from api.faults import faults_in_body
from api.headers import POLICY
from api.known import Repeat
from api.pages.rendering import page
from api.pages.turns import shown
from api.pages.visits import conversation_in, give_cookie, handle_of, home, leaving, refuse_other_sites
from api.problems import ProblemError, bad_input
from api.v1 import gesprekken
from api.v1.incoming import Begin, Bericht, Incoming
from api.v1.models import Beurt

Body = TypeVar("Body", bound=Incoming)

router = APIRouter(prefix="/gesprek", include_in_schema=False)
SAME_SITE = [Depends(refuse_other_sites)]
Conversation = Annotated[str, Depends(conversation_in)]
Typed = Annotated[str, Form()]


@router.get("")
async def nothing_here() -> Response:
    """To the front door, where a conversation begins."""
    return RedirectResponse("/", status_code=303)


@router.post("", dependencies=SAME_SITE)
async def begin(edge: TheEdge, request: Request, code: Typed = "") -> Response:
    """Begin a conversation; its id goes into a cookie that ends with the browser."""
    begun = await gesprekken.begin(edge, Response(), checked(Begin, code=code or None))
    key = secrets.token_urlsafe(12)
    async with edge.conversations.in_turn(begun.gesprek_id) as known:
        known.remember(key, Repeat(mark="", beurt=begun.beurt))
    answer = to_turn(handle_of(begun.gesprek_id), key)
    give_cookie(answer, begun.gesprek_id, request)
    return answer


@router.get("/gewist")
async def erased(edge: TheEdge) -> HTMLResponse:
    """That nothing is left."""
    return page(edge, "gewist.html", weg=edge.settings.quick_exit)


@router.get("/{handle}")
async def turn(edge: TheEdge, handle: str, conversation: Conversation, beurt: str = "") -> HTMLResponse:
    """The turn with this key, or where the conversation stands."""
    known = await edge.conversations.get(conversation)
    repeat = (await edge.conversations.repeats(known, [beurt])).get(beurt)
    found = repeat.beurt if repeat else await gesprekken.say(edge, conversation, Bericht(keuze="samenvatting"))
    return turn_page(edge, handle, found)


@router.post("/{handle}", dependencies=SAME_SITE)
async def say(edge: TheEdge, handle: str, conversation: Conversation, sleutel: Typed, tekst: Typed = "",
              keuze: Typed = "") -> Response:
    """Pass on what was typed or chosen; the same form sent twice gives the same turn."""
    if not (tekst.strip() or keuze):
        found = await gesprekken.say(edge, conversation, Bericht(keuze="samenvatting"))
        return turn_page(edge, handle, found, hint=edge.catalogue.page_words["ander_bericht"])
    message = checked(Bericht, keuze=keuze) if keuze else checked(Bericht, tekst=tekst)
    key = f"{sleutel}.{keuze}"
    await gesprekken.say(edge, conversation, message, key)
    return to_turn(handle, key)


@router.get("/{handle}/bewaard")
async def kept(edge: TheEdge, handle: str, conversation: Conversation) -> HTMLResponse:
    """Every byte that is kept."""
    found = await gesprekken.show(edge, conversation)
    everything = json.dumps(found.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=2)
    return page(edge, "bewaard.html", home=home(handle), everything=everything)


@router.get("/{handle}/kaart")
async def card(edge: TheEdge, conversation: Conversation) -> Response:
    """The card of the advice."""
    return await gesprekken.card(edge, conversation, "text/html")


@router.post("/{handle}/wis", dependencies=SAME_SITE)
async def erase(edge: TheEdge, handle: str, conversation: Conversation) -> Response:
    """Erase everything, the cookie too."""
    await gesprekken.erase(edge, conversation)
    return leaving("/gesprek/gewist", handle)


@router.post("/{handle}/weg", dependencies=SAME_SITE)
async def leave(edge: TheEdge, handle: str, conversation: Conversation) -> Response:
    """Erase everything and go to a neutral page; going never waits for an engine that is away."""
    with suppress(EngineAwayError, ProblemError):  # what cannot be erased now is swept when it has been idle
        await gesprekken.erase(edge, conversation)
    return leaving(edge.settings.quick_exit, handle)


def checked(model: type[Body], **fields: Any) -> Body:
    """The fields of a form as a body of the API; refuse one with faults like the API does."""
    try:
        return model(**fields)
    except ValidationError as error:
        raise bad_input(faults_in_body(error.errors())) from None


def turn_page(edge: Edge, handle: str, beurt: Beurt, hint: str = "") -> HTMLResponse:
    """The page of a turn; its forms may lead to the neutral page as well."""
    answer = page(edge, "gesprek.html", home=home(handle), turn=shown(beurt), hint=hint, dilemma=beurt.dilemma,
                  question=beurt.vraag, key=secrets.token_urlsafe(12), minutes=round(edge.settings.idle_minutes))
    answer.headers["Content-Security-Policy"] = policy(edge.settings.quick_exit)
    return answer


def policy(exit_address: str) -> str:
    """The policy of the edge, with the neutral page as a place where a form may end."""
    parts = urlsplit(exit_address)
    return POLICY.replace("form-action 'self'", f"form-action 'self' {parts.scheme}://{parts.netloc}")


def to_turn(handle: str, key: str) -> Response:
    """To the page of the turn with this key."""
    return RedirectResponse(f"{home(handle)}?beurt={quote(key)}#beurt", status_code=303)
