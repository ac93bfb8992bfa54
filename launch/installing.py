"""The two environments: made once, and again only when their requirements change."""
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

from launch.saying import StartError, tell

ROOT = pathlib.Path(__file__).parent.parent
HOME = ROOT / ".venv"
PYTHONS = {"engine": ("3.10",), "edge": ("3.13", "3.12")}


def python_of(name: str) -> str:
    """The interpreter of an environment."""
    return str(HOME / name / "bin" / "python")


def ensure(name: str, extra: str = "") -> None:
    """Have the environment ready; `extra` is "-dev" for the tools of the tests as well."""
    wanted = ROOT / "requirements" / f"{name}{extra}.txt"
    stamp = HOME / name / f"installed{extra}"
    digest = hashlib.sha256(wanted.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    tell(f"• {name}: omgeving installeren (de eerste keer duurt dit enkele minuten) …")
    make(name)
    run([uv(), "pip", "install", "--quiet", "--require-hashes", "--python", python_of(name), "-r", str(wanted)],
        f"De bibliotheken voor '{name}' konden niet worden geïnstalleerd. Is er internet?")
    stamp.write_text(digest)


def make(name: str) -> None:
    """An empty environment with the first Python version that can be had."""
    if pathlib.Path(python_of(name)).exists():
        return
    for version in PYTHONS[name]:
        if subprocess.run([uv(), "venv", "--quiet", "--python", version, str(HOME / name)], cwd=ROOT).returncode == 0:
            return
    raise StartError(f"Python {' of '.join(PYTHONS[name])} is nodig voor '{name}', maar is niet gevonden en niet op te "
                  "halen. Installeer het, of geef deze machine toegang tot downloads.")


def uv() -> str:
    """The installer: the one on this machine, otherwise our own copy."""
    found = shutil.which("uv")
    own = HOME / "tools" / "bin" / "uv"
    if found or own.exists():
        return found or str(own)
    tell("• gereedschap klaarzetten …")
    run([sys.executable, "-m", "venv", str(HOME / "tools")],
        "Python kan geen omgeving maken. Op Debian en Ubuntu helpt: apt install python3-venv")
    run([str(HOME / "tools" / "bin" / "python"), "-m", "pip", "install", "--quiet", "--require-hashes",
         "-r", str(ROOT / "requirements" / "tools.txt")], "Het gereedschap kon niet worden opgehaald. Is er internet?")
    return str(own)


def run(command: list, trouble: str, **settings: str) -> None:
    """Run a command in the project; raises StartError when it fails."""
    if subprocess.run(command, cwd=ROOT, env={**os.environ, **settings}).returncode != 0:
        raise StartError(trouble)
