"""The layers that every request passes before it reaches a route."""
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.types import ASGIApp

from api.access.gate import KEY_HEADER, Gate
from api.channels.opening import sizes
from api.headers import Headers
from api.hosts import Hosts
from api.logs import Logged
from api.metrics import Measured, Meters
from api.rate import Allowance, Rate
from api.settings import Settings
from api.size import Size

EXPOSED = ("API-Version", "Location", "Retry-After")


def layered(app: ASGIApp, settings: Settings, meters: Meters, allowance: Allowance) -> ASGIApp:
    """The routes inside the layers that every request passes, the outermost last."""
    sized = Size(app, settings.most_body_bytes, settings.body_seconds, sizes(settings.channels))
    gated = Gate(sized, settings)
    limited = Hosts(Rate(with_sessions(gated, settings), allowance), settings.hosts)
    return Headers(Measured(Logged(with_origins(limited, settings)), meters))


def with_sessions(app: ASGIApp, settings: Settings) -> ASGIApp:
    """The app, with a cookie that scripts cannot read when people can sign in."""
    if settings.session_key is None:
        return app
    return SessionMiddleware(
        app, settings.session_key.get_secret_value(), settings.cookie, max_age=int(settings.session_hours * 3600),
        same_site="lax", https_only=settings.address.startswith("https:"))


def with_origins(app: ASGIApp, settings: Settings) -> ASGIApp:
    """The app, callable by the pages of the websites that may."""
    return CORSMiddleware(
        app, allow_origins=settings.origins, allow_methods=("GET", "POST", "DELETE"), max_age=600,
        allow_headers=("Content-Type", "Idempotency-Key", "Authorization", KEY_HEADER), expose_headers=EXPOSED,
        allow_credentials=settings.login_issuer is not None) if settings.origins else app
