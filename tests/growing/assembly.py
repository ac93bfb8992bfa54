"""The assistant as it is deployed: engines, edges, PostgreSQL, Redis and nginx, each to break and to mend."""
import base64
import contextlib
import os
import secrets
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import httpx

from launch.installing import ROOT, python_of
from launch.training import QUIET
from tests import servers
from tests.servers import HOST, Server, free_port, wait_until

START, DEPLOY = 240.0, ROOT / "deploy"


class Part:
    """An engine or an edge in a process of its own."""

    def __init__(self, command: list[str], port: int, path: str, log: Path, settings: dict) -> None:
        self.command, self.url, self.path, self.log = command, f"http://{HOST}:{port}", path, log
        self.settings = {**os.environ, **QUIET, **settings}
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        """Run it."""
        with self.log.open("a") as log:
            self.process = subprocess.Popen(self.command, cwd=ROOT, env=self.settings, stdout=log, stderr=log,
                                            start_new_session=True)

    def wait(self) -> None:
        """Return when it answers."""
        wait_until(self.is_ready, self.log.name, START)

    def is_ready(self) -> bool:
        """Whether it answers; fails with what it wrote when it ended."""
        if self.process.poll() is not None:
            raise RuntimeError(self.log.read_text(errors="replace")[-2000:])
        key = {"X-Engine-Sleutel": self.settings["MAGIKDIT_ENGINE_KEY"]}
        with contextlib.suppress(httpx.TransportError):
            return httpx.get(self.url + self.path, headers=key, timeout=5, trust_env=False).status_code == 200
        return False

    def signal(self, sign: signal.Signals) -> None:
        """Send this signal to the process and what it started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, sign)

    def kill(self) -> None:
        """End it as a crash does."""
        if self.process:
            self.signal(signal.SIGCONT)
            self.signal(signal.SIGKILL)
            self.process.wait(60)


class Assembly:
    """Everything together; people talk to `url`."""

    def __init__(self, folder: Path, database: Server, redis: Server) -> None:
        self.database, self.redis, self.file, self.folder = database, redis, folder / "engines", folder
        shared = {"MAGIKDIT_ENGINE_KEY": secrets.token_urlsafe(32), "MAGIKDIT_IDLE_MINUTES": "60"}
        self.engine_settings = {**shared, "MAGIKDIT_STORE_URL": database.url, "MAGIKDIT_STORE_KEYS":
                                base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()}
        self.edge_settings = {
            **shared, "MAGIKDIT_ENGINES_FILE": str(self.file), "MAGIKDIT_REDIS_URL": redis.url,
            "MAGIKDIT_TRUSTED_PROXIES": HOST, "MAGIKDIT_ENGINE_TIMEOUT_SECONDS": "10",
            "MAGIKDIT_REQUESTS_PER_MINUTE": "0", "MAGIKDIT_MESSAGES_PER_MINUTE": "0",
            "MAGIKDIT_MOST_CONVERSATIONS": "100000", "MAGIKDIT_STATISTICS_URL": f"sqlite:///{folder / 'tellingen'}"}
        self.engines, self.edges = [self.engine(number) for number in range(3)], [self.edge(number) for number in range(2)]

    def engine(self, number: int) -> Part:
        """An engine that can be started."""
        port = free_port()
        return Part([python_of("engine"), "-m", "engine", str(port)], port, "/webhooks/edge/klaar",
                    self.folder / f"engine{number}.log", self.engine_settings)

    def edge(self, number: int) -> Part:
        """An edge that can be started."""
        port = free_port()
        return Part([python_of("edge"), "-m", "api"], port, "/v1/klaar", self.folder / f"edge{number}.log",
                    {**self.edge_settings, "MAGIKDIT_PORT": str(port)})

    def serve_with(self, *engines: Part) -> None:
        """Let the edges work with these engines from now on."""
        draft = self.file.with_suffix(".nieuw")
        draft.write_text("".join(f"{engine.url}\n" for engine in engines))
        draft.replace(self.file)


@contextlib.contextmanager
def assembled(folder: Path) -> Iterator[Assembly]:
    """Everything started; whatever happens, all of it is gone afterwards."""
    with ExitStack() as stack:
        made = Assembly(folder, stack.enter_context(servers.postgres()),
                        stack.enter_context(servers.redis("--appendonly", "yes")))
        made.serve_with(*made.engines)
        for part in (*made.engines, *made.edges):
            part.start()
            stack.callback(part.kill)
        for part in (*made.engines, *made.edges):
            part.wait()
        port = free_port()
        made.url = f"http://{HOST}:{port}"
        stack.enter_context(servers.nginx(nginx_config(port, [edge.url for edge in made.edges]), port))
        yield made


def nginx_config(port: int, edges: Sequence[str]) -> str:
    """The shipped configuration, for edges at these addresses, on this port."""
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    lines = "".join(f"server {edge.removeprefix('http://')} max_fails=3 fail_timeout=2s; " for edge in edges)
    own = {"include edges.conf;": lines, "include listen.conf;": f"listen {HOST}:{port} backlog=16384;",
           "limit_conn per_adres 2000;": ""}
    for shipped, given in own.items():
        assert shipped in text
        text = text.replace(shipped, given)
    return text
