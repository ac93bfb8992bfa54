"""Every case that an integrity officer signed: these answers give this advice."""
import pathlib

import pytest
from ruamel.yaml import YAML

from bot.tree import Advice
from bot.walk import paths, walk

HOME = pathlib.Path(__file__).parent / "cases"
CASES = [pytest.param(*path.stem.rpartition("-")[::2], case, id=f"{path.stem}: {case['zaak']}")
         for path in sorted(HOME.glob("*.yml")) for case in YAML(typ="safe", pure=True).load(path)]


@pytest.mark.parametrize(("code", "dilemma", "case"), CASES)
def test_a_case_gets_its_advice(catalogue, code, dilemma, case):
    place = walk(catalogue.tree(code, dilemma), case["antwoorden"])
    assert isinstance(place.node, Advice), f"vraag nog open: {place.node.id}"
    assert dict(place.taken) == case["antwoorden"]
    assert (place.node.verdict, place.node.duty, place.node.id) == (case["oordeel"], case["melden"], case["advies"])
    assert catalogue.code(code).sources[case["bron"]] in place.node.sources


def test_every_tree_has_cases(catalogue):
    assert {f"{code}-{dilemma}" for code, dilemma in catalogue.trees} == {path.stem for path in HOME.glob("*.yml")}


def test_every_path_ends_in_advice_with_source_and_referral(catalogue):
    for tree in catalogue.trees.values():
        for place in paths(tree):
            assert place.node.sources, (tree.code, tree.dilemma, place.taken)
            assert place.node.referrals, (tree.code, tree.dilemma, place.taken)
