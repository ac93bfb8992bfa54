"""What all tests share: the shipped content, and a small made-up organisation to break."""
import pathlib
import shutil

import pytest

from bot.catalogue import shipped

VOORBEELD = pathlib.Path(__file__).parent / "voorbeeld"


@pytest.fixture(scope="session")
def catalogue():
    """The content that ships."""
    return shipped()


@pytest.fixture
def folder(tmp_path):
    """The content of the made-up water board Zeekant, to change at will."""
    return pathlib.Path(shutil.copytree(VOORBEELD, tmp_path / "content"))
