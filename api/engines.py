"""The engines behind the edge: each conversation has its own, and a next one when that is away."""
import pathlib
from collections.abc import Sequence

from uhashring import HashRing

from api.logs import log
from api.sound import ENGINE

Stamp = tuple[int, int, int]


class EnginesFileError(Exception):
    """The file with engines cannot be used."""


class Engines:
    """A ring of addresses; when the file that names them changes, the ring does."""

    def __init__(self, addresses: Sequence[str], file: pathlib.Path | None = None) -> None:
        self.file, self.stamp = file, None if file is None else stamp_of(file)
        self.ring = HashRing(list(addresses if file is None else addresses_in(file)))

    @property
    def all(self) -> Sequence[str]:
        """Every engine that there is now."""
        self.look()
        return tuple(self.ring.get_nodes())

    def behind(self, conversation: str) -> Sequence[str]:
        """The engine of this conversation, then those that take over in turn."""
        self.look()
        return tuple(node["nodename"] for node in self.ring.range(conversation))

    def look(self) -> None:
        """Take over what changed in the file; a file that cannot be used changes nothing."""
        if self.file is None or (stamp := stamp_of(self.file)) == self.stamp:
            return
        self.stamp = stamp
        try:
            self.ring = HashRing(list(addresses_in(self.file)))
        except EnginesFileError as error:
            log.error("engines", fout=str(error))


def addresses_in(file: pathlib.Path) -> Sequence[str]:
    """The addresses in a file, one a line; raise EnginesFileError when a line holds something else, or none does."""
    try:
        lines = [line.partition("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines()]
    except (OSError, UnicodeDecodeError) as error:
        raise EnginesFileError(f"{file}: niet te lezen ({type(error).__name__})") from None
    for number, line in enumerate(lines, start=1):
        if line and not ENGINE.fullmatch(line):
            raise EnginesFileError(f"{file}, regel {number}: '{line}' is geen adres, zoals http://127.0.0.1:5005")
    if not any(lines):
        raise EnginesFileError(f"{file}: verwacht minstens één adres, zoals http://127.0.0.1:5005")
    return [line for line in lines if line]


def stamp_of(file: pathlib.Path) -> Stamp | None:
    """What changes when the file does; None when it is not there."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
