"""From a channel to the page: the same conversation under an id that says nothing about who somebody is."""
from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.assistant import Kept, RefusedError
from api.channels.desk import Desk
from api.edge import Edge, TheEdge
from api.known import Known
from api.pages.rendering import page
from api.v1.cards import card_answer, form_wanted
from api.v1.gesprekken import made_card

router = APIRouter(prefix="/verder", include_in_schema=False)


async def guest_of(request: Request, token: str) -> Known | None:
    """The conversation of the guest who was given this address, as long as the conversation is there."""
    desk: Desk = request.app.state.desk
    return await desk.guests.with_token(token)


TheGuest = Annotated[Known | None, Depends(guest_of)]


@router.get("/{token}")
async def go_on(edge: TheEdge, guest: TheGuest) -> Response:
    """The page in a new conversation that stands where the guest stands; the start page when there is no such guest."""
    if guest is None:
        return RedirectResponse("/", 303)
    return page(edge, "voorkant.html", default_code=guest.code, conversation=await copied(edge, guest))


@router.get("/{token}/gesprekskaart")
async def card(edge: TheEdge, guest: TheGuest, form: Annotated[str, Depends(form_wanted)]) -> Response:
    """The card of the last advice; the start page when there is none."""
    stored = await edge.assistant.kept(guest.id) if guest else None
    made = made_card(edge, stored) if stored else None
    return await card_answer(made, form) if made else RedirectResponse("/", 303)


async def copied(edge: Edge, guest: Known) -> str:
    """The id of a new conversation with the answers of the guest."""
    conversation = await edge.conversations.create(guest.code)
    await edge.assistant.turn(conversation.id, {"begin": {"code": guest.code}})
    stored = await edge.assistant.kept(guest.id)
    if stored and stored.code and stored.dilemma:
        await replay(edge, conversation.id, stored, stored.dilemma)
    return conversation.id


async def replay(edge: Edge, conversation: str, stored: Kept, dilemma: str) -> None:
    """Give the stored answers again, each when it is asked for; the rest is what any conversation can hold."""
    left = dict(stored.antwoorden)
    beurt = await edge.assistant.turn(conversation, {"keuze": dilemma})
    while beurt.vraag and beurt.vraag.vraag_id in left:
        beurt = await edge.assistant.turn(conversation, {"keuze": left.pop(beurt.vraag.vraag_id)})
    for question, answer in left.items():
        # An answer that was read ahead of its question cannot be given before it is asked: the page asks for it.
        with suppress(RefusedError):
            await edge.assistant.turn(conversation, {"keuze": f"ook:{question}:{answer}"})
