"""The content as it was at another revision of the project."""
import pathlib
import subprocess
import tempfile

from bot.catalogue import Catalogue, read
from bot.errors import UnknownError

ROOT = pathlib.Path(__file__).parent.parent
HOME = "bot/content"


def content_at(revision: str) -> Catalogue:
    """The content at a git revision; raise UnknownError without such a revision, ContentError for bad content."""
    packed = subprocess.run(["git", "archive", revision, HOME], cwd=ROOT, capture_output=True)
    if packed.returncode != 0:
        raise UnknownError("revisie", revision, ("een commit, tak of label van git",))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["tar", "-x", "-C", folder], input=packed.stdout, check=True)
        return read(pathlib.Path(folder) / HOME)
