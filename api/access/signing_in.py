"""Signing in to the page with an OpenID provider; all that is kept is until when somebody is signed in."""
import time
from collections.abc import MutableMapping
from typing import Any

from authlib.integrations.httpx_client._compat import httpx2 as its_httpx  # the one of two that it found
from authlib.integrations.starlette_client import OAuth, OAuthError
from fastapi import APIRouter, Request
from joserfc.errors import JoseError
from starlette.responses import RedirectResponse, Response

from api.edge import edge_of
from api.pages.rendering import page
from api.settings import Settings

router = APIRouter(include_in_schema=False)
UNTIL, GOAL = "tot", "naar"
TROUBLE = (OAuthError, JoseError, its_httpx.HTTPError)


def client_for(settings: Settings) -> Any:
    """The provider as the sign-in knows it: code flow with PKCE, and no more than that somebody is known there."""
    secret = settings.login_client_secret
    return OAuth().register(
        "aanmelden", client_id=settings.login_client_id, client_secret=secret.get_secret_value() if secret else None,
        server_metadata_url=f"{settings.login_issuer}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid", "code_challenge_method": "S256", "timeout": settings.engine_timeout_seconds,
                       "token_endpoint_auth_method": "client_secret_basic" if secret else "none"})


@router.get("/aanmelden")
async def sign_in(request: Request, naar: str = "/") -> Response:
    """To the provider, and afterwards to the page that somebody wanted to see."""
    state = request.app.state
    request.session.clear()
    request.session[GOAL] = naar if is_own_page(naar) else "/"
    try:
        answer: Response = await state.provider.authorize_redirect(request, f"{state.settings.address}/aangemeld")
    except TROUBLE:
        return told(request, "aanmelden_mislukt", 503)
    return answer


@router.get("/aangemeld")
async def signed_in(request: Request) -> Response:
    """Back from the provider: keep until when somebody is signed in, and nothing about who it is."""
    goal = request.session.get(GOAL, "/")
    try:
        await request.app.state.provider.authorize_access_token(request)
    except TROUBLE:
        request.session.clear()
        return told(request, "aanmelden_mislukt", 403)
    request.session.clear()
    request.session[UNTIL] = int(time.time() + request.app.state.settings.session_hours * 3600)
    return RedirectResponse(goal, 303)


@router.get("/aanmelden/nodig")
async def needed(request: Request, naar: str = "/") -> Response:
    """Say that somebody has to sign in again to go on with this page."""
    return told(request, "aanmelden_nodig", 401, naar if is_own_page(naar) else "/")


@router.get("/aanmelden/gelukt")
async def done(request: Request) -> Response:
    """Say that somebody can go on in the tab where they were."""
    return told(request, "aangemeld", 200)


@router.post("/afmelden")
async def sign_out(request: Request) -> Response:
    """Forget that somebody is signed in."""
    request.session.clear()
    return RedirectResponse("/afgemeld", 303)


@router.get("/afgemeld")
async def signed_out(request: Request) -> Response:
    """Say that nobody is signed in any more."""
    return told(request, "afgemeld", 200)


def is_signed_in(session: MutableMapping[str, Any]) -> bool:
    """Whether this session belongs to somebody who is signed in now."""
    return bool(session.get(UNTIL, 0) > time.time())


def is_own_page(address: str) -> bool:
    """Whether an address stays on this website."""
    return address.startswith("/") and not address.startswith("//") and "\\" not in address and address.isprintable()


def told(request: Request, name: str, status: int, goal: str = "/") -> Response:
    """A page with the words of this name and the way on."""
    return page(edge_of(request), "mededeling.html", status, name=name, goal=goal)
