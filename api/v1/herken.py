"""What a text is about, with nothing kept."""
from fastapi import APIRouter, Depends

from api.edge import TheEdge
from api.negotiation import gives_json, reads_json
from api.v1.answers import refusals
from api.v1.incoming import VrijeTekst
from api.v1.models import Begrepen

router = APIRouter(prefix="/v1", tags=["herkennen"])


@router.post("/_herken", summary="Waar gaat deze tekst over?", operation_id="herkenTekst",
             dependencies=[Depends(gives_json), Depends(reads_json)],
             responses=refusals(400, 406, 413, 415, 429, 503))
async def recognise(edge: TheEdge, body: VrijeTekst) -> Begrepen:
    """What a text is about; nothing of it is kept."""
    return await edge.assistant.recognise(body.tekst)
