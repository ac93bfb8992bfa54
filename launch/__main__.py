"""python3 -m launch start | chat | prepare"""
import os
import signal
import subprocess
import sys
import time

from launch.installing import ROOT, ensure, python_of
from launch.saying import StartError, complain, tell
from launch.serving import Parts, free_port, healthy, refuse_taken, running, wait_until_ready
from launch.training import LOG, check_content, train

MOST_REVIVALS, SECONDS_COUNTED = 3, 600


def prepare(extra: str = "") -> None:
    """Have the environments, sound content and a trained model."""
    for name in ("edge", "engine"):
        ensure(name, extra)
    check_content()
    train()


def start() -> None:
    """Serve until Ctrl-C."""
    port = int(os.environ.get("PORT", "8000"))
    refuse_taken(port)
    prepare()
    tell("• de assistent starten (een halve minuut) …")
    with (ROOT / "models" / "engine.log").open("w") as log, running(port, free_port(), log) as parts:
        wait_until_ready(f"http://127.0.0.1:{port}", parts)
        tell(f"\nMag ik dit? staat klaar op http://127.0.0.1:{port}  (stoppen: Ctrl-C)")
        look_after(parts)
        raise StartError("Een deel van de assistent is onverwacht gestopt. Zie models/engine.log.")


def look_after(parts: Parts) -> None:
    """Start the engine again when it ends; return when the edge ends or the engine keeps ending."""
    ended: list[float] = []
    while parts.edge.poll() is None and len(ended) <= MOST_REVIVALS:
        signal.sigtimedwait([signal.SIGCHLD], 1)
        if parts.engine.poll() is not None:
            ended = [moment for moment in ended if time.monotonic() - moment < SECONDS_COUNTED] + [time.monotonic()]
            tell("• de engine is gestopt; opnieuw starten (een halve minuut) …")
            parts.revive()


def chat() -> None:
    """Talk in the terminal, with the assistant that runs or else with one for this talk."""
    address = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
    if healthy(address):
        talk(address)
        return
    prepare()
    tell("• de assistent starten (een halve minuut) …")
    port = free_port()
    with LOG.open("a") as log, running(port, free_port(), log) as processes:
        wait_until_ready(f"http://127.0.0.1:{port}", processes)
        talk(f"http://127.0.0.1:{port}")


def talk(address: str) -> None:
    """The conversation itself."""
    subprocess.run([python_of("edge"), "-m", "api.talk", address], cwd=ROOT)


def main() -> int:
    """Do what was asked; Ctrl-C is a normal end."""
    commands = {"start": start, "chat": chat, "prepare": lambda: prepare("-dev")}
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        commands[sys.argv[1]]()
    except StartError as trouble:
        return complain(str(trouble))
    except KeyboardInterrupt:
        tell("\nGestopt.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
