"""Conversations: begin, say, see what is kept, take the card along, erase."""
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Response, status

from api.assistant import Kept, LostError, RefusedError
from api.away import EngineAwayError
from api.conversations import unknown_conversation
from api.edge import Edge, TheEdge
from api.faults import Fault, unknown
from api.known import Known, Repeat, mark_of
from api.negotiation import gives_json, reads_json
from api.opinions import OPINIONS, count_opinion
from api.problems import ProblemError, bad_input, not_found
from api.v1.answers import card_forms, refusals
from api.v1.cards import card_answer, form_wanted, today
from api.v1.incoming import Begin, Bericht
from api.v1.models import Beurt
from api.v1.stored import Bewaard, Gesprek, kept_json
from bot.card import Card, card_of

router = APIRouter(prefix="/v1/gesprekken", tags=["gesprekken"])
ONE = "/{gesprek_id}"
Key = Annotated[str | None, Header(description="Bij dezelfde sleutel hoort hetzelfde antwoord.", min_length=1,
                                   max_length=200)]


@router.post("", status_code=status.HTTP_201_CREATED, summary="Een gesprek beginnen", operation_id="beginGesprek",
             dependencies=[Depends(gives_json), Depends(reads_json)], responses=refusals(400, 406, 413, 415, 429, 503))
async def begin(edge: TheEdge, response: Response, body: Begin | None = None) -> Gesprek:
    """Begin a conversation under the code that was asked for, or the default."""
    code = (body and body.code) or edge.settings.default_code
    if code is not None and code not in edge.catalogue.codes:
        raise bad_input([unknown("code", code, tuple(edge.catalogue.codes))])
    conversation = await edge.conversations.create(code)
    try:
        beurt = await turn(edge, conversation, {"begin": {"code": code}})
    except (EngineAwayError, RefusedError):
        await edge.conversations.forget(conversation.id)
        raise
    response.headers["Location"] = f"/v1/gesprekken/{conversation.id}"
    return Gesprek(gesprek_id=conversation.id, code=code, beurt=beurt)


@router.post(ONE + "/berichten", summary="Iets zeggen of kiezen", operation_id="stuurBericht",
             dependencies=[Depends(gives_json), Depends(reads_json)],
             responses=refusals(400, 404, 406, 409, 413, 415, 429, 503))
async def say(edge: TheEdge, gesprek_id: str, body: Bericht, idempotency_key: Key = None) -> Beurt:
    """Pass a message on when everything that came before it is answered; repeat the answer for a repeated key."""
    async with edge.conversations.in_turn(gesprek_id) as conversation:
        mark = mark_of(conversation.id, body, idempotency_key)
        if first := await first_answer(edge, conversation, idempotency_key):
            return repeated(first, mark)
        await edge.allowance.take(conversation.id)
        beurt = await turn(edge, conversation, body.model_dump(exclude_none=True), idempotency_key and mark)
        if conversation.code is None and body.keuze in edge.catalogue.codes:
            conversation.code = body.keuze
        if opinion := OPINIONS.get(body.keuze or ""):
            await count_opinion(edge, conversation, opinion)
        if idempotency_key is None:
            return beurt
        kept_turn = without_words(beurt)
        conversation.remember(idempotency_key, Repeat(mark=mark, beurt=kept_turn))
        return kept_turn


async def first_answer(edge: Edge, conversation: Known, key: str | None) -> Repeat | None:
    """The answer that is kept for this key."""
    return (await edge.conversations.repeats(conversation, [key])).get(key) if key else None


def without_words(beurt: Beurt) -> Beurt:
    """The turn as it may be kept for a repeat, and so as it is given: without the words that somebody typed."""
    if beurt.begrepen is None:
        return beurt
    facts = [fact.model_copy(update={"uit": ""}) for fact in beurt.begrepen.feiten]
    return beurt.model_copy(update={"begrepen": beurt.begrepen.model_copy(update={"feiten": facts})})


def repeated(repeat: Repeat, mark: str) -> Beurt:
    """The first answer, when this is the same message again."""
    if repeat.mark != mark:
        raise ProblemError(409, "Bij deze Idempotency-Key hoort al een ander bericht. Gebruik een nieuwe sleutel.")
    return repeat.beurt


async def turn(edge: Edge, conversation: Known, message: dict[str, Any], key: str | None = None) -> Beurt:
    """The engine's turn, counted; a failing engine is reported with the code of this conversation."""
    try:
        beurt = await edge.assistant.turn(conversation.id, message, key)
    except EngineAwayError:
        raise EngineAwayError(conversation.code) from None
    except LostError:
        await edge.conversations.forget(conversation.id)
        raise unknown_conversation(conversation.id) from None
    edge.meters.turn(conversation, beurt)
    conversation.dilemma = beurt.dilemma or conversation.dilemma
    return beurt


@router.get(ONE, summary="Alles wat van dit gesprek bewaard wordt", operation_id="toonGesprek",
            dependencies=[Depends(gives_json)], responses=refusals(404, 406, 429, 503))
async def show(edge: TheEdge, gesprek_id: str) -> Bewaard:
    """Every byte that is kept about a conversation, here and in the engine."""
    conversation = await edge.conversations.get(gesprek_id)
    found = await kept(edge, conversation)
    return kept_json(conversation, found, await edge.conversations.repeats(conversation, conversation.keys))


async def kept(edge: Edge, conversation: Known) -> Kept:
    """What the engine keeps; a conversation that the engine lost is gone here as well."""
    try:
        found = await edge.assistant.kept(conversation.id)
    except EngineAwayError:
        raise EngineAwayError(conversation.code) from None
    if found is None:
        await edge.conversations.forget(conversation.id)
        raise unknown_conversation(conversation.id)
    return found


@router.delete(ONE, status_code=status.HTTP_204_NO_CONTENT, summary="Een gesprek wissen", operation_id="wisGesprek",
               responses=refusals(404, 429, 503))
async def erase(edge: TheEdge, gesprek_id: str) -> None:
    """Erase a conversation; nothing is left."""
    async with edge.conversations.in_turn(gesprek_id) as conversation:
        try:
            await edge.assistant.erase(conversation.id)
        except EngineAwayError:
            raise EngineAwayError(conversation.code) from None
        await edge.conversations.forget(conversation.id)


@router.get(ONE + "/gesprekskaart", summary="De gesprekskaart van het laatste advies", operation_id="toonGesprekskaart",
            response_class=Response, responses={200: card_forms(), **refusals(404, 406, 429, 503)})
async def card(edge: TheEdge, gesprek_id: str, form: Annotated[str, Depends(form_wanted)]) -> Response:
    """The card of the advice that the answers given so far lead to."""
    stored = await kept(edge, await edge.conversations.get(gesprek_id))
    made = made_card(edge, stored)
    if made is None:
        raise not_found(Fault(veld="gesprekskaart", melding="Er is nog geen advies. Maak eerst de vragen af."))
    return await card_answer(made, form)


def made_card(edge: Edge, stored: Kept) -> Card | None:
    """The card of a stored conversation, or None when it has not come to an advice."""
    if stored.code is None or stored.dilemma is None:
        return None
    return card_of(edge.catalogue, stored.code, stored.dilemma, dict(stored.antwoorden), today())
