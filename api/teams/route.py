"""Where the Bot Connector delivers."""
import json

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.problems import ProblemError

router = APIRouter(include_in_schema=False)


@router.post("/teams/berichten")
async def receive(request: Request) -> Response:
    """Take a signed request; refuse what cannot be read."""
    try:
        activity = json.loads(await request.body())
    except ValueError:
        activity = None
    if not isinstance(activity, dict):
        raise ProblemError(400, "Dit is geen bericht van Teams.")
    return Response(status_code=await request.app.state.teams.receive(request.headers, activity))
