"""nginx with the shipped configuration, without any edge and with one that dies in the middle of a message."""
import contextlib
import socket
import threading

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from api.settings import Settings
from tests import servers
from tests.api.conftest import running
from tests.growing.assembly import nginx_config
from tests.servers import HOST, free_port

KEY = {"Idempotency-Key": "een-sleutel"}


class Dying:
    """An edge that takes a message and hangs up without an answer."""

    def __enter__(self):
        self.listening = socket.create_server((HOST, 0))
        self.url = f"http://{HOST}:{self.listening.getsockname()[1]}"
        threading.Thread(target=self.serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.listening.close()

    def serve(self) -> None:
        """Read something from whoever comes, and hang up."""
        with contextlib.suppress(OSError):
            while True:
                line, _ = self.listening.accept()
                with line:
                    line.recv(100)


@pytest.fixture(scope="module")
def through():
    """Makes a caller of nginx in front of these addresses."""
    def made(*edges: str):
        port = free_port()
        return servers.nginx(nginx_config(port, edges), port), httpx.Client(base_url=f"http://{HOST}:{port}", timeout=30)
    return made


@pytest.mark.parametrize("headers", [{}, KEY])
def test_without_edges_there_is_still_a_plain_word(through, headers):
    server, web = through(f"http://{HOST}:9", f"http://{HOST}:10")
    with server, web:
        away = web.post("/v1/gesprekken", json={}, headers=headers)
    assert (away.status_code, away.headers["Content-Type"]) == (503, "application/problem+json")
    assert "vertrouwenspersoon" in away.json()["detail"]
    assert away.headers["Retry-After"]
    assert "server" in away.headers
    assert not any(sign.isdigit() for sign in away.headers["server"])


@pytest.mark.parametrize(("headers", "statuses"), [({}, {200, 503}), (KEY, {200})])
def test_only_a_message_that_counts_once_goes_to_another_edge_when_the_first_dies_in_it(through, headers, statuses):
    heard = []

    async def echo(request: Request) -> JSONResponse:
        body = await request.body()
        heard.append(body)
        return JSONResponse({"lengte": len(body), "wie": request.headers["X-Forwarded-For"]})
    with Dying() as dying, running(Starlette(routes=[Route("/{path:path}", echo, methods=["POST"])]), Settings()) as url:
        server, web = through(dying.url, url)
        with server, web:
            answers = [web.post("/v1/gesprekken/a/berichten", content=b"x" * 5000, headers=headers) for _ in range(8)]
    assert {answer.status_code for answer in answers} == statuses
    assert {len(body) for body in heard} == {5000}
    assert {answer.json().get("wie") for answer in answers if answer.status_code == 200} == {HOST}
