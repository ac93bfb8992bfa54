"""What facts lead to: with one answer changed, and under two codes."""
import shutil

import pytest

from bot.catalogue import read
from bot.comparing import differences, ends, flips, outcomes
from bot.walk import paths, walk

ALLOWED, REFUSED, TALK = ("toegestaan_mits", "verplicht"), ("niet_toegestaan", "nvt"), ("overleg", "nvt")


@pytest.fixture
def tree(folder):
    return read(folder).tree("zeekant", "geschenk")


@pytest.mark.parametrize(("facts", "found"), [
    ({}, (ALLOWED, TALK, REFUSED)), ({"waarde": "hoogstens_10"}, (ALLOWED, REFUSED)),
    ({"hoeveel_bloemen": "meer"}, (REFUSED,)), ({"hoeveel_bloemen": "weet_niet"}, (TALK,)),
])
def test_facts_leave_these_outcomes(tree, facts, found):
    assert outcomes(tree, facts) == found


def test_the_answers_that_would_change_an_advice_are_found(tree):
    place = walk(tree, {"hoeveel_bloemen": "een", "waarde": "hoogstens_10"})
    assert [(flip.question, flip.answer, flip.outcomes) for flip in flips(tree, place)] == [
        ("hoeveel_bloemen", "meer", (REFUSED,)), ("waarde", "meer_dan_10", (TALK,))]


def test_an_open_question_has_nothing_to_change(tree):
    assert list(flips(tree, walk(tree, {}))) == []


def test_every_flip_of_every_shipped_path_is_true(catalogue):
    tree = catalogue.tree("limburg", "reis")
    for place in paths(tree):
        for flip in flips(tree, place):
            changed = {**dict(place.taken), flip.question: flip.answer}
            assert {(end.node.verdict, end.node.duty) for end in ends(tree, changed)} == set(flip.outcomes)
            assert (place.node.verdict, place.node.duty) not in flip.outcomes


def test_two_codes_differ_where_equal_facts_cannot_lead_to_the_same(folder):
    shutil.copytree(folder / "codes/zeekant", folder / "codes/duinen")
    shutil.copytree(folder / "bomen/zeekant", folder / "bomen/duinen")
    path = folder / "bomen/duinen/geschenk.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("oordeel: niet_toegestaan", "oordeel: toegestaan"), encoding="utf-8")
    catalogue = read(folder)
    found = list(differences(catalogue.tree("zeekant", "geschenk"), catalogue.tree("duinen", "geschenk")))
    assert [(one.facts, one.first, one.second) for one in found] == [
        ((("hoeveel_bloemen", "meer"),), (REFUSED,), (("toegestaan", "nvt"),))]
