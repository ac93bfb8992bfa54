"""A change of content is told by the paths and the signed cases that come to another advice."""
import pytest

from bot.case import Case
from bot.catalogue import read
from bot.errors import ContentError, UnknownError
from bot.impact import impacts
from bot.reading import cases_in
from bot.revisions import content_at

TREE = "bomen/zeekant/geschenk.yml"
CASE = Case("zeekant", "geschenk", "Een bos tulpen.", {"hoeveel_bloemen": "meer"})


def changed(folder, wrong, instead):
    before = read(folder)
    path = folder / TREE
    path.write_text(path.read_text(encoding="utf-8").replace(wrong, instead), encoding="utf-8")
    return list(impacts(before, read(folder), [CASE]))


def test_without_a_change_there_is_nothing_to_tell(folder):
    assert changed(folder, "x" * 9, "") == []


def test_another_verdict_is_told_with_its_path_and_its_case(folder):
    assert changed(folder, "oordeel: niet_toegestaan", "oordeel: overleg") == [
        "zeekant/geschenk: 1 pad(en): niet_aannemen [niet_toegestaan, melden nvt] → niet_aannemen [overleg, melden nvt]; "
        "bijvoorbeeld hoeveel_bloemen=meer",
        "casus zeekant/geschenk: Een bos tulpen. niet_aannemen [niet_toegestaan, melden nvt] → niet_aannemen [overleg, melden nvt]"]


def test_another_sentence_is_told_as_that(folder):
    assert "niet_aannemen [niet_toegestaan, melden nvt]: alleen de tekst" in changed(folder, "Zeg vriendelijk nee.", "Zeg nee.")[0]


def test_another_branch_is_told(folder):
    lines = changed(folder, "meer: niet_aannemen", "meer: waarde")
    assert any("vraag waarde → " in line or "kent deze" in line or "→ vraag waarde" in line for line in lines)


def test_a_tree_that_came_or_went_is_told(folder):
    before = read(folder)
    (folder / TREE).rename(folder / "bomen/zeekant/reis.yml")
    assert list(impacts(before, read(folder), [CASE])) == [
        "zeekant/geschenk: beslisboom vervallen", "zeekant/reis: nieuwe beslisboom"]


def test_a_revision_that_does_not_exist_is_refused():
    with pytest.raises(UnknownError, match="revisie 'bestaat-niet' bestaat niet"):
        content_at("bestaat-niet")


def test_signed_cases_are_read_and_a_broken_one_is_refused(tmp_path):
    path = tmp_path / "zeekant-geschenk.yml"
    path.write_text("- {zaak: Een bos tulpen., antwoorden: {hoeveel_bloemen: meer}}\n", encoding="utf-8")
    assert cases_in(tmp_path) == (CASE,)
    path.write_text("- {antwoorden: ja}\n", encoding="utf-8")
    with pytest.raises(ContentError, match="veld 'zaak': verwacht tekst"):
        cases_in(tmp_path)
