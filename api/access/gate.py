"""The layer that lets through who may ask, and tells the others what they need."""
from collections.abc import Mapping
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access.keys import Keys
from api.access.rights import ALL, right_for
from api.access.signing_in import is_signed_in
from api.access.tokens import Tokens
from api.problems import ProblemError, answer
from api.settings import Settings

KEY_HEADER, SCHEME = "X-API-Key", "bearer"
CHALLENGE = 'Bearer realm="mag-ik-dit"'
NOTHING_SHOWN = "Hier is een sleutel, een token of aanmelden voor nodig."
NOT_VALID = "Deze sleutel of dit token is onbekend of verlopen."
NOT_ALLOWED = "Met deze sleutel of dit token mag je dit niet. Nodig is het recht '{right}'."


class Gate:
    """Passes on a request when its sender has the right that the address asks for."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings
        self.keys = Keys(settings.keys_file) if settings.keys_file else None
        self.tokens = Tokens(settings) if settings.token_issuer else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on or refuse it."""
        right = right_for(scope["path"]) if scope["type"] == "http" else None
        refusal = await self.refusal(Request(scope), right) if right else None
        await (refusal or self.app)(scope, receive, send)

    async def refusal(self, request: Request, right: str) -> Response | None:
        """What to answer instead, when the sender does not have this right."""
        try:
            rights = await self.rights(request)
        except ProblemError as problem:
            return self.to_sign_in(request) if self.can_sign_in(request, problem) else answer(problem)
        return None if right in rights else answer(not_allowed(right))

    async def rights(self, request: Request) -> frozenset[str]:
        """What the sender may do; whoever shows something that is not valid may do nothing."""
        shown = await self.shown(request)
        if shown is not None:
            return shown
        if self.settings.is_open or is_signed_in(request.scope.get("session", {})):
            return ALL
        raise not_known(NOTHING_SHOWN)

    async def shown(self, request: Request) -> frozenset[str] | None:
        """The rights of the key or token that was shown; None when nothing was."""
        key, token = request.headers.get(KEY_HEADER), token_in(request.headers)
        if (key is None or self.keys is None) and (token is None or self.tokens is None):
            return None
        rights = self.keys.rights(key) if key is not None and self.keys else None
        if rights is None and token is not None and self.tokens:
            rights = await self.tokens.rights(token)
        if rights is None:
            raise not_known(NOT_VALID, ', error="invalid_token"')
        return rights

    def can_sign_in(self, request: Request, problem: ProblemError) -> bool:
        """Whether a person asks for a page or sends a form, and can sign in to go on."""
        asks_page = is_reading(request) or request.url.path.startswith("/gesprek")
        is_person = asks_page and not request.url.path.startswith("/v1/")
        return problem.status == 401 and is_person and self.settings.login_issuer is not None

    def to_sign_in(self, request: Request) -> Response:
        """To the sign-in and from there back to this page; a form may not end there, so it waits for a click."""
        page = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        if is_reading(request):
            return RedirectResponse(f"/aanmelden?naar={quote(page)}", 303)
        return RedirectResponse(f"/aanmelden/nodig?naar={quote('/'.join(page.split('/')[:3]))}", 303)


def is_reading(request: Request) -> bool:
    """Whether nothing is sent, so that the same address can be asked for again."""
    return request.method in ("GET", "HEAD")


def token_in(headers: Mapping[str, str]) -> str | None:
    """The token that was shown, or None."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == SCHEME else None


def not_known(detail: str, error: str = "") -> ProblemError:
    """The refusal of somebody who shows nothing or nothing valid."""
    return ProblemError(401, detail, headers={"WWW-Authenticate": CHALLENGE + error})


def not_allowed(right: str) -> ProblemError:
    """The refusal of somebody who is known and may not do this."""
    return ProblemError(403, NOT_ALLOWED.format(right=right), headers={
        "WWW-Authenticate": f'{CHALLENGE}, error="insufficient_scope", scope="{right}"'})
