"""Where Slack delivers over HTTP."""
from fastapi import APIRouter, Request
from slack_bolt.adapter.fastapi.async_handler import AsyncSlackRequestHandler
from slack_sdk.signature import SignatureVerifier
from starlette.responses import Response

from api.edge import TheEdge
from api.problems import ProblemError
from api.slack.app import secret_of

STAMP, SIGNATURE = "X-Slack-Request-Timestamp", "X-Slack-Signature"
router = APIRouter(include_in_schema=False)


@router.post("/slack/events")
async def receive(edge: TheEdge, request: Request) -> Response:
    """Take a request that Slack signed; of any other not even the shape is looked at."""
    if not is_signed(request, await request.body(), secret_of(edge.settings.channels.slack)):
        return Response(status_code=401)
    handler: AsyncSlackRequestHandler = request.app.state.slack_handler
    try:
        return await handler.handle(request)
    except (AttributeError, TypeError, ValueError):
        raise ProblemError(400, "Dit is geen bericht van Slack.") from None


def is_signed(request: Request, body: bytes, secret: str) -> bool:
    """Whether Slack signed this body, and not long ago."""
    stamp = request.headers.get(STAMP, "")
    readable = stamp.isascii() and stamp.isdigit() and is_text(body)
    return readable and SignatureVerifier(secret).is_valid(body, stamp, request.headers.get(SIGNATURE, ""))


def is_text(body: bytes) -> bool:
    """Whether these bytes are UTF-8."""
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True
