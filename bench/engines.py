"""An engine to measure: ours, or stock Rasa with our domain, rules and actions."""
import contextlib
import os
import pathlib
import subprocess
import tempfile
import time
from typing import NamedTuple

import httpx

from bench import talkers
from launch.installing import ROOT, python_of
from launch.serving import free_port, stop
from launch.training import QUIET

RASA, PATIENCE, HOST = str(ROOT / ".venv" / "engine" / "bin" / "rasa"), 300, "127.0.0.1"
ACTIONS = 'action_endpoint: {{url: "http://127.0.0.1:{port}/webhook"}}\n'


class Engine(NamedTuple):
    """A running engine: its name, how to talk to it, where, its processes and the seconds until its first answer."""

    name: str
    form: object
    address: str
    processes: tuple
    seconds: float


@contextlib.contextmanager
def ours():
    """Our engine with the trained model, keeping its conversations in memory."""
    port = free_port()
    with running("Mag ik dit?", talkers.to_ours, port, [[python_of("engine"), "-m", "engine", str(port)]]) as engine:
        yield engine


@contextlib.contextmanager
def stock(model):
    """`rasa run` with this model and `rasa run actions`."""
    port, actions = free_port(), free_port()
    with tempfile.TemporaryDirectory() as folder:
        endpoints, credentials = pathlib.Path(folder, "endpoints.yml"), pathlib.Path(folder, "credentials.yml")
        endpoints.write_text(ACTIONS.format(port=actions))
        credentials.write_text("rest:\n")
        commands = [[RASA, "run", "-m", str(model), "--endpoints", str(endpoints), "--credentials", str(credentials),
                     "-i", HOST, "-p", str(port)], [RASA, "run", "actions", "--actions", "actions", "-p", str(actions)]]
        with running("Rasa standaard", talkers.to_stock, port, commands) as engine:
            yield engine


@contextlib.contextmanager
def running(name, form, port, commands):
    """The processes of these commands, from the first answer until all of them are gone."""
    settings, address = {**os.environ, **QUIET}, f"http://{HOST}:{port}"
    begin, processes = time.perf_counter(), []
    try:
        processes += [subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL, start_new_session=True) for command in commands]
        wait_for_an_answer(form, address, processes)
        yield Engine(name, form, address, tuple(process.pid for process in processes), time.perf_counter() - begin)
    finally:
        for process in processes:
            stop(process)


def wait_for_an_answer(form, address, processes):
    """Return when a first conversation can begin; raises NoAnswerError when that takes too long or a process ends."""
    path, body = form("eerste", talkers.BEGIN)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and all(process.poll() is None for process in processes):
        with contextlib.suppress(httpx.HTTPError, talkers.NoAnswerError):
            talkers.turn_in(httpx.post(f"{address}{path}", json=body, timeout=60).raise_for_status().json())
            return
        time.sleep(0.1)
    raise talkers.NoAnswerError(f"{address} geeft geen antwoord")
