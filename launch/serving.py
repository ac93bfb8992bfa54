"""Start the engine and the edge together and stop them together."""
import contextlib
import os
import secrets
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from launch.installing import ROOT, python_of
from launch.saying import StartError
from launch.training import QUIET

HOST, PATIENCE = "127.0.0.1", 180


def settings(port: int, engine_port: int) -> dict:
    """What both processes need to know, with a key that only they share: a fresh one unless one is given."""
    key = os.environ.get("MAGIKDIT_ENGINE_KEY") or secrets.token_urlsafe(32)
    return {**os.environ, **QUIET, "MAGIKDIT_PORT": str(port), "MAGIKDIT_ENGINE_PORT": str(engine_port),
            "MAGIKDIT_ENGINE_URL": f"http://{HOST}:{engine_port}", "MAGIKDIT_ENGINE_KEY": key}


@contextlib.contextmanager
def running(port: int, engine_port: int, output=None):
    """Engine and edge, each in a process group of its own; whatever happens, both are gone afterwards."""
    shared = settings(port, engine_port)
    started = []
    try:
        for name, module in (("engine", "engine"), ("edge", "api")):
            started.append(subprocess.Popen([python_of(name), "-m", module], cwd=ROOT, env=shared, stdout=output,
                                            stderr=output, start_new_session=True))
        yield started
    finally:
        stop(started)


def stop(processes: list) -> None:
    """End every process group: kindly, and after ten seconds at once."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for process in processes:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, sign)
        deadline = time.monotonic() + 10
        while any(process.poll() is None for process in processes) and time.monotonic() < deadline:
            time.sleep(0.1)


def wait_until_ready(address: str, processes: list) -> None:
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
