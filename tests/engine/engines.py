"""Real engines for the tests, as they run in service."""
import contextlib
import os
import signal
import subprocess
import sys

import requests

from launch.training import QUIET
from tests.servers import HOST, PATIENCE, free_port, wait_until

START = 300.0


class Engine:
    """An engine on a port of its own, that can be killed and started again."""

    def __init__(self, log, through=(), **settings):
        self.port, self.log, self.through = free_port(), log, through
        self.settings = {**os.environ, **QUIET, "MAGIKDIT_ENGINE_KEY": "", **settings}
        self.run()

    def run(self):
        with self.log.open("a") as log:
            self.process = subprocess.Popen([*self.through, sys.executable, "-m", "engine", str(self.port)], env=self.settings,
                                            stdout=log, stderr=log, start_new_session=True)

    def kill(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)

    def wait(self):
        wait_until(self.is_ready, f"engine on {self.port}", START)

    def is_ready(self):
        if self.process.poll() is not None:
            raise RuntimeError(self.log.read_text(errors="replace")[-2000:])
        with contextlib.suppress(requests.RequestException):
            return self.ask("GET", "klaar").status_code == 200
        return False

    def ask(self, method, path, **body):
        return requests.request(method, f"http://{HOST}:{self.port}/webhooks/edge/{path}", json=body or None, timeout=30)

    def turn(self, conversation, **message):
        """The status and the answer of a turn."""
        answered = self.ask("POST", "beurt", gesprek=conversation, **message)
        return answered.status_code, answered.json()

    def kept(self, conversation):
        """The answers that are kept, and the number of turns; None when there is no such conversation."""
        found = self.ask("GET", f"gesprekken/{conversation}")
        return (found.json()["antwoorden"], found.json()["beurten"]) if found.status_code == 200 else None


@contextlib.contextmanager
def engines(number, log, through=(), **settings):
    """So many engines with the same settings, started together, each through this command."""
    made = []
    try:
        made += [Engine(log, through, **settings) for _ in range(number)]
        for engine in made:
            engine.wait()
        yield made
    finally:
        for engine in made:
            engine.kill()
