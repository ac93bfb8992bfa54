"""A page of somebody else's website with the element in it, under the strictest policy that lets it work."""
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

POLICY = ("default-src 'none'; script-src {edge}; connect-src {edge}; style-src 'self'; img-src data:; base-uri 'none'; "
          "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'")
PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Intranet</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/huisstijl.css">
<script type="module" src="{edge}/web/mag-ik-dit.js"></script></head>
<body><main><h1>Intranet</h1><mag-ik-dit code="noord-holland"></mag-ik-dit></main></body></html>"""
STYLE = """button { display: none; } p { color: red !important; }
:root { --utrecht-button-primary-action-background-color: rgb(90, 20, 100); --utrecht-document-font-family: monospace; }"""


class Intranet(BaseHTTPRequestHandler):
    """One request."""

    def __init__(self, edge: str, *rest: object) -> None:
        self.edge = edge
        super().__init__(*rest)

    def log_message(self, *_: object) -> None:
        """Stay silent."""

    def do_GET(self) -> None:
        """The page or its style."""
        kind, body = ("text/css", STYLE) if self.path == "/huisstijl.css" else ("text/html", PAGE.format(edge=self.edge))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", POLICY.format(edge=self.edge))
        self.end_headers()
        self.wfile.write(body.encode())


@contextmanager
def serving(edge: str) -> Iterator[str]:
    """The address of an intranet that shows the element of this edge."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Intranet, edge))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
