"""The outermost layer: what every answer carries, also a 404 and a 500."""
from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

API_VERSION = "1.0.0"
POLICY = "; ".join((
    "default-src 'self'", "base-uri 'none'", "object-src 'none'", "form-action 'self'", "frame-ancestors 'none'",
    "require-trusted-types-for 'script'", "trusted-types 'none'",
))
ALWAYS: Mapping[str, str] = {
    "API-Version": API_VERSION,
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
PAGE_PATHS = ("/web/", "/favicon.ico")


class Headers:
    """Adds the headers that an answer does not set itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the headers of the answer."""
        async def completed(message: Message) -> None:
            if message["type"] == "http.response.start":
                complete(MutableHeaders(scope=message), str(scope["path"]))
            await send(message)
        await self.app(scope, receive, completed if scope["type"] == "http" else send)


def complete(headers: MutableHeaders, path: str) -> None:
    """Add every header that is not there yet; only files of the page may be stored."""
    headers.setdefault("Cache-Control", "no-cache" if path == "/" or path.startswith(PAGE_PATHS) else "no-store")
    for name, value in ALWAYS.items():
        headers.setdefault(name, value)
