"""What was parsed once is kept, and kept wrong it is parsed again."""
import pytest
from ruamel.yaml.error import YAMLError

from bot import parsed

TEXT = "vraag: {ja: 1, nee: [2, 3]}\n"
VALUES = {"vraag": {"ja": 1, "nee": [2, 3]}}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder of its own for what is kept."""
    monkeypatch.setattr(parsed, "KEPT", tmp_path / "gelezen")
    return tmp_path / "gelezen"


def test_a_text_is_read_the_same_again(folder):
    assert parsed.values_in(TEXT) == parsed.values_in(TEXT) == VALUES
    assert len(list(folder.iterdir())) == 1


def test_another_text_is_another_outcome():
    assert parsed.values_in(TEXT) != parsed.values_in(TEXT.replace("1", "4"))


@pytest.mark.parametrize("broken", [b"", b"\x80\x04", b"geen pickle"])
def test_what_is_kept_wrong_is_parsed_again(folder, broken):
    parsed.values_in(TEXT)
    next(folder.iterdir()).write_bytes(broken)
    assert parsed.values_in(TEXT) == VALUES


def test_bad_yaml_is_not_kept(folder):
    with pytest.raises(YAMLError):
        parsed.values_in("a: [")
    assert not folder.exists()


def test_a_place_where_nothing_can_be_written_does_no_harm(tmp_path, monkeypatch):
    (tmp_path / "bestand").write_text("in de weg")
    monkeypatch.setattr(parsed, "KEPT", tmp_path / "bestand")
    assert parsed.values_in(TEXT) == VALUES
