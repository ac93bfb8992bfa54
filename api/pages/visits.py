"""Which conversation a page belongs to: its id is in a cookie that only the pages of that conversation get."""
import hashlib
import secrets
from typing import Annotated

from fastapi import Cookie, Request, Response
from starlette.responses import RedirectResponse

from api.conversations import unknown_conversation
from api.problems import ProblemError

COOKIE, HANDLE_SIZE = "gesprek", 16


def refuse_other_sites(request: Request) -> None:
    """Refuse a form that another site sends; older browsers rely on the cookie, which only our own pages send."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise ProblemError(400, "Dit formulier komt van een andere website. Begin het gesprek op onze eigen pagina.")


def conversation_in(handle: str, gesprek: Annotated[str, Cookie()] = "") -> str:
    """The id in the cookie of this conversation; refuse one that belongs to another address."""
    if not secrets.compare_digest(handle_of(gesprek).encode(), handle.encode()):
        raise unknown_conversation(handle)
    return gesprek


def handle_of(conversation_id: str) -> str:
    """The name of a conversation in addresses; nobody can make the id from it."""
    return hashlib.sha256(conversation_id.encode()).hexdigest()[:HANDLE_SIZE]


def home(handle: str) -> str:
    """The address of a conversation."""
    return f"/gesprek/{handle}"


def give_cookie(answer: Response, conversation_id: str, request: Request) -> None:
    """Have the browser hold the id until it is closed."""
    answer.set_cookie(COOKIE, conversation_id, path=home(handle_of(conversation_id)), httponly=True, samesite="strict",
                      secure=request.url.scheme == "https")


def leaving(address: str, handle: str) -> Response:
    """To this address, without the cookie."""
    answer = RedirectResponse(address, status_code=303)
    answer.delete_cookie(COOKIE, path=home(handle), httponly=True, samesite="strict")
    return answer
