"""Count whether an advice helped: once for each advice of a conversation, and never a word of what was said."""
from collections.abc import Mapping

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

from api.assistant import Kept
from api.away import EngineAwayError
from api.counts import Opinion
from api.edge import Edge
from api.known import Known
from api.logs import log
from bot.catalogue import Catalogue
from bot.receipt import receipt_for
from bot.tree import Advice
from bot.walk import walk

OPINIONS: Mapping[str, str] = {"nuttig:ja": "ja", "nuttig:nee": "nee"}


async def count_opinion(edge: Edge, conversation: Known, answer: str) -> None:
    """Count this answer; one that cannot be counted is logged by its kind and costs the person nothing."""
    try:
        kept = await edge.assistant.kept(conversation.id)
        receipt, opinion = rated(edge.catalogue, kept, answer) or ("", None)
        if opinion is not None and receipt not in conversation.rated:
            await run_in_threadpool(edge.counts.add, opinion)
            conversation.rated.add(receipt)
    except (EngineAwayError, SQLAlchemyError) as error:
        log.error("telling mislukt", soort=type(error).__name__)


def rated(catalogue: Catalogue, kept: Kept | None, answer: str) -> tuple[str, Opinion] | None:
    """The id of the advice where this conversation stands and the opinion about it; None when it is at no advice."""
    if kept is None or kept.code is None or kept.dilemma is None:
        return None
    tree = catalogue.tree(kept.code, kept.dilemma)
    place = walk(tree, dict(kept.antwoorden))
    if not isinstance(place.node, Advice):
        return None
    opinion = Opinion(kept.code, kept.dilemma, place.node.verdict, answer)
    return receipt_for(catalogue.code(kept.code), tree, place), opinion
