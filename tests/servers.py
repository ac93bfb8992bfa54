"""Real servers for the tests, from the system's packages: each on a free port, in a folder of its own, to kill and to start again."""
import contextlib
import glob
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

HOST, PATIENCE, DEBIAN = "127.0.0.1", 60.0, "/usr/lib/postgresql/*/bin/postgres"
PACKAGES = {"postgres": "postgresql", "redis-server": "redis-server", "nginx": "nginx-light"}


class Server:
    """A server that runs; `url` is where it answers."""

    def __init__(self, command: list[str], port: int, url: str, folder: Path, user: str | None = None) -> None:
        self.command, self.port, self.url, self.folder, self.user = command, port, url, folder, user
        self.last, self.is_ready = signal.SIGKILL, self.listens
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        """Run it and wait until it answers; fails with what it wrote when it does not."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(self.command, cwd=self.folder, stdout=log, stderr=log, user=self.user,
                                            start_new_session=True)
        wait_until(lambda: self.is_ready() or self.process.poll() is not None, self.url)
        if self.process.poll() is not None:
            raise RuntimeError(f"{self.command[0]} stopped at its start:\n{self.log.read_text(errors='replace')[-2000:]}")

    def kill(self) -> None:
        """End it as a crash does, without a chance to tidy up."""
        self.signal_all(signal.SIGCONT)
        os.killpg(self.process.pid, self.last)
        self.process.wait(PATIENCE)

    def pause(self) -> None:
        """Let it and its workers stand still: connections stay open and nothing answers."""
        self.signal_all(signal.SIGSTOP)

    def resume(self) -> None:
        """Let it go on where it stood."""
        self.signal_all(signal.SIGCONT)

    def signal_all(self, sign: signal.Signals) -> None:
        """Send this signal to the server and its workers."""
        workers = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        for pid in (self.process.pid, *map(int, workers.read_text().split() if workers.exists() else ())):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, sign)

    @property
    def log(self) -> Path:
        """What it writes."""
        return self.folder / "server.log"

    def listens(self) -> bool:
        """Whether its port takes a connection."""
        with contextlib.suppress(OSError), socket.create_connection((HOST, self.port), timeout=1):
            return True
        return False


@contextlib.contextmanager
def postgres(*options: str) -> Iterator[Server]:
    """PostgreSQL with an empty database; `options` are further ones of the server, such as "-c", "max_connections=20"."""
    program, user = binary("postgres", DEBIAN), plain_user()
    with folder_of(user) as folder:
        data, port = folder / "data", free_port()
        made = subprocess.run([Path(program).resolve().parent / "initdb", "-D", data, "-U", "magikdit", "-A", "trust", "-N", "-E", "UTF8",
                               "--locale=C"], cwd=folder, user=user, capture_output=True, text=True)
        if made.returncode != 0:
            raise RuntimeError(f"initdb failed:\n{made.stdout}{made.stderr}")
        server = Server([program, "-D", str(data), "-p", str(port), "-c", f"listen_addresses={HOST}", "-c",
                         "unix_socket_directories=", "-c", "fsync=off", *options], port,
                        f"postgresql://magikdit@{HOST}:{port}/postgres", folder, user)
        server.last = signal.SIGQUIT
        server.is_ready = lambda: postgres_is_ready(data / "postmaster.pid", server.process.pid)
        with started(server):
            yield server


@contextlib.contextmanager
def redis(*options: str) -> Iterator[Server]:
    """Redis that forgets everything when it is killed; `options` may say otherwise, such as "--appendonly", "yes"."""
    program = binary("redis-server")
    with folder_of(None) as folder:
        port = free_port()
        server = Server([program, "--bind", HOST, "--port", str(port), "--dir", str(folder), "--save", "", *options], port,
                        f"redis://{HOST}:{port}/0", folder)
        with started(server):
            yield server


@contextlib.contextmanager
def nginx(config: str, port: int) -> Iterator[Server]:
    """nginx with this configuration, which listens on this port; relative paths in it are in a folder of its own."""
    program = binary("nginx", "/usr/sbin/nginx")
    with folder_of(None) as folder:
        (folder / "nginx.conf").write_text(config, encoding="utf-8")
        server = Server([program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr", "-g", "daemon off;"],
                        port, f"http://{HOST}:{port}", folder)
        with started(server):
            yield server


@contextlib.contextmanager
def started(server: Server) -> Iterator[None]:
    """The server while it is needed; however it was left, it is gone afterwards."""
    try:
        server.start()
        yield
    finally:
        if server.process and server.process.poll() is None:
            server.signal_all(signal.SIGCONT)
            server.process.send_signal(signal.SIGQUIT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.process.wait(10)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(server.process.pid, signal.SIGKILL)
            server.process.wait(PATIENCE)


@contextlib.contextmanager
def folder_of(user: str | None) -> Iterator[Path]:
    """An empty folder that this user owns."""
    with tempfile.TemporaryDirectory(prefix="mag-ik-dit-", ignore_cleanup_errors=True) as folder:
        if user:
            shutil.chown(folder, user)
        yield Path(folder)


def binary(name: str, elsewhere: str = "") -> str:
    """The program with this name; fails with the package to install when it is not there."""
    found = shutil.which(name) or next(iter(sorted(glob.glob(elsewhere), reverse=True)), None)
    if found is None:
        raise RuntimeError(f"{name} is not on this machine: apt-get install {PACKAGES[name]}")
    return found


def plain_user() -> str | None:
    """Who may run PostgreSQL, which refuses root: somebody else when we are root."""
    if os.geteuid() != 0:
        return None
    known = {person.pw_name for person in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in known)


def postgres_is_ready(file: Path, pid: int) -> bool:
    """Whether PostgreSQL takes queries, by its own pid file."""
    lines = file.read_text().splitlines() if file.exists() else []
    return len(lines) > 7 and lines[0] == str(pid) and lines[7].strip() == "ready"


def wait_until(holds: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Return when this holds; fails with what was waited for when it takes too long."""
    deadline = time.monotonic() + patience
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what}: not within {patience:g} seconds")
        time.sleep(0.02)


def free_port() -> int:
    """A port that is free now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]
