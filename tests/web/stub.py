"""A small server that serves the page and answers like the API, and that fails on request."""
import json
from collections import deque
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path

from api.headers import ALWAYS
from api.pages.rendering import rendered
from bot.catalogue import shipped
from tests.web import beurten
from tests.web.replies import reply

WEB = Path(__file__).parents[2] / "api" / "web"
TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
         ".svg": "image/svg+xml"}
NEUTRAL = "https://neutraal.example/"
DOWN = {"status": 503, "title": "De assistent antwoordt niet", "contacten": [beurten.MANAGER, beurten.CONFIDANT],
        "detail": "De assistent kan nu even niet antwoorden. Je gesprek is bewaard. Praat intussen gerust met een van deze mensen."}


@dataclass
class World:
    """What the server knows, and what it should do wrong: 429, 500, 503 … one for each coming request."""

    conversations: dict[str, dict] = field(default_factory=dict)
    failures: deque[int] = field(default_factory=deque)
    keys: list[str | None] = field(default_factory=list)
    answered: dict[str, dict] = field(default_factory=dict)
    numbers: count = field(default_factory=count)
    origins: set[str] = field(default_factory=set)
    settings: dict = field(default_factory=lambda: {"stilteMinuten": 60, "weg": NEUTRAL})

    def fail(self, *failures: int) -> None:
        """Do this wrong at the coming requests."""
        self.failures.extend(failures)

    def forget(self) -> None:
        """Lose every conversation."""
        self.conversations.clear()


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, world: World, *rest: object) -> None:
        self.world = world
        super().__init__(*rest)

    def log_message(self, *_: object) -> None:
        """Stay silent."""

    def do_GET(self) -> None:
        """A file of the page, or a stand-in for the card."""
        if self.path.endswith("/gesprekskaart"):
            return self.send(200, b"<!doctype html><link rel=icon href=/web/icoon.svg><title>Gesprekskaart</title>", "text/html")
        if self.path == "/":
            return self.send(200, front(), TYPES[".html"])
        if self.path == "/web/instellingen.json":
            return self.json(200, self.world.settings)
        if self.path.startswith("/v1/gesprekken/"):
            return None if self.fails() else self.kept(self.path.split("/")[3])
        file = WEB / self.path.removeprefix("/web/")
        if not self.path.startswith("/web/") or not file.is_file():
            return self.send(404, b"", "text/plain")
        return self.send(200, file.read_bytes(), TYPES[file.suffix])

    def kept(self, number: str) -> None:
        """Everything that is kept about a conversation."""
        conversation = self.world.conversations.get(number)
        return self.problem(404) if conversation is None else self.json(200, {"gesprekId": number, "gesprek": conversation})

    def do_DELETE(self) -> None:
        """Erase a conversation."""
        if self.fails():
            return None
        known = self.world.conversations.pop(self.path.split("/")[3], None)
        return self.send(204, b"", "text/plain") if known else self.problem(404)

    def do_OPTIONS(self) -> None:
        """What a page of another website may send."""
        self.send(204, b"", "text/plain", {"Access-Control-Allow-Methods": "GET, POST, DELETE",
                                           "Access-Control-Allow-Headers": "Content-Type, Idempotency-Key"})

    def do_POST(self) -> None:
        """A new conversation or a message in one."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/v1/gesprekken":
            return None if self.fails() else self.begin(body)
        return self.message(self.path.split("/")[3], body)

    def begin(self, body: dict) -> None:
        """A new conversation."""
        number = f"gesprek-{next(self.world.numbers)}"
        self.world.conversations[number] = {"code": body.get("code"), "answers": None}
        self.json(201, {"gesprekId": number, "code": body.get("code"), "beurt": beurten.welcome(body.get("code"))})

    def message(self, number: str, body: dict) -> None:
        """The turn after a message; the same key gives the same turn, also when the first answer was lost."""
        key = self.headers["Idempotency-Key"]
        self.world.keys.append(key)
        if self.fails():
            return None
        conversation = self.world.conversations.get(number)
        if conversation is None:
            return self.problem(404)
        if key not in self.world.answered:
            self.world.answered[key] = reply(conversation, body)
        return self.json(200, self.world.answered[key])

    def fails(self) -> bool:
        """Do what should go wrong now; True when that is the answer."""
        failure = self.world.failures.popleft() if self.world.failures else None
        if failure is not None:
            self.problem(failure)
        return failure is not None

    def problem(self, status: int) -> None:
        """A problem as the API gives it."""
        body = DOWN if status == 503 else {"status": status, "title": "Fout", "detail": f"Voorbeeld van {status}."}
        extra = {"Retry-After": "1"} if status == 429 else {}
        self.send(status, json.dumps(body).encode(), "application/problem+json", extra)

    def json(self, status: int, body: dict) -> None:
        """An answer."""
        self.send(status, json.dumps(body).encode(), "application/json")

    def send(self, status: int, body: bytes, kind: str, extra: dict | None = None) -> None:
        """Any answer, always with the headers the real edge sends."""
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(body)), "Cache-Control": "no-store"}
        origin = self.headers["Origin"]
        shared = {"Access-Control-Allow-Origin": origin, "Vary": "Origin"} if origin in self.world.origins else {}
        for name, value in (headers | ALWAYS | shared | (extra or {})).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@cache
def front() -> bytes:
    """The page at the front door."""
    return rendered(shipped(), "voorkant.html", default_code=None, conversation=None).encode()


def serve(port: int = 0) -> tuple[ThreadingHTTPServer, World]:
    """A server that is ready to be started, and its world."""
    world = World()
    front()
    return ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, world)), world


if __name__ == "__main__":
    serve(8765)[0].serve_forever()
