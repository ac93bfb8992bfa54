"""Start the engine and the edge together and stop them together."""
import base64
import contextlib
import os
import secrets
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

from launch.installing import ROOT, python_of
from launch.saying import StartError
from launch.training import QUIET

HOST, PATIENCE, STOPPING, MEMORY = "127.0.0.1", 180, 20, "/dev/shm"


class Parts:
    """The processes of the assistant; the engine can be started again without the edge."""

    def __init__(self, shared: dict, output=None) -> None:
        self.shared, self.output = shared, output
        self.engine, self.edge = self.started("engine"), self.started("api")

    def started(self, module: str) -> subprocess.Popen:
        """A part in a process group of its own."""
        python = python_of("edge" if module == "api" else module)
        return subprocess.Popen([python, "-m", module], cwd=ROOT, env=self.shared, stdout=self.output,
                                stderr=self.output, start_new_session=True)

    def revive(self) -> None:
        """Start the engine again."""
        self.engine = self.started("engine")

    def __iter__(self):
        """The processes in the order in which they stop: the edge first, so that its last turns are answered."""
        return iter((self.edge, self.engine))


def settings(port: int, engine_port: int, folder: str) -> dict:
    """What both processes need to know, with a key that only they share; a key and a store are fresh unless given."""
    key = os.environ.get("MAGIKDIT_ENGINE_KEY") or secrets.token_urlsafe(32)
    own = {"MAGIKDIT_STORE_URL": f"sqlite:///{os.path.join(folder, 'gesprekken')}",
           "MAGIKDIT_STORE_KEYS": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()}
    store = {} if os.environ.get("MAGIKDIT_STORE_URL") else own
    return {**os.environ, **QUIET, "MAGIKDIT_PORT": str(port), "MAGIKDIT_ENGINE_PORT": str(engine_port),
            "MAGIKDIT_ENGINE_URL": f"http://{HOST}:{engine_port}", "MAGIKDIT_ENGINE_KEY": key,
            **store}


@contextlib.contextmanager
def running(port: int, engine_port: int, output=None):
    """Engine and edge, and a folder for running conversations; whatever happens, all are gone afterwards."""
    place = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="mag-ik-dit-", dir=place) as folder:
        parts = Parts(settings(port, engine_port, folder), output)
        try:
            yield parts
        finally:
            for process in parts:
                stop(process)


def stop(process: subprocess.Popen) -> None:
    """End a process group: kindly, and when that takes too long at once."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(STOPPING)


def wait_until_ready(address: str, processes: Parts) -> None:
    """Return when a question can be answered; raises StartError when a process ends or it takes too long."""
    deadline = time.monotonic() + PATIENCE
    while not healthy(address):
        if any(process.poll() is not None for process in processes):
            raise StartError("Een deel van de assistent stopte tijdens het starten. Hierboven staat waarom.")
        if time.monotonic() > deadline:
            raise StartError(f"De assistent was na {PATIENCE} seconden nog niet klaar.")
        time.sleep(0.2)


def healthy(address: str) -> bool:
    """Whether the assistant can answer a question now."""
    try:
        with urllib.request.urlopen(f"{address}/v1/gezondheid", timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False


def refuse_taken(port: int) -> None:
    """Raises StartError when something else already listens on this port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise StartError(f"Poort {port} is al in gebruik. Stop wat daar draait, of kies een andere: "
                          f"PORT={port + 1} make start") from None


def free_port() -> int:
    """A port that is free now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]
