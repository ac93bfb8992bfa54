"""Where Slack delivers over HTTP."""
from fastapi import APIRouter, Request
from slack_bolt.adapter.fastapi.async_handler import AsyncSlackRequestHandler
from starlette.responses import Response

from api.problems import ProblemError

router = APIRouter(include_in_schema=False)


@router.post("/slack/events")
async def receive(request: Request) -> Response:
    """Take a signed request; refuse what cannot be read."""
    handler: AsyncSlackRequestHandler = request.app.state.slack_handler
    try:
        return await handler.handle(request)
    except ValueError:
        raise ProblemError(400, "Dit is geen bericht van Slack.") from None
