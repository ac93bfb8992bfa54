"""The rule map beside the project: every rule and golden example has a case, and no path is kinder than its rule."""
import pathlib
import re

import pytest
from ruamel.yaml import YAML

from bot.walk import paths

MAP = pathlib.Path(__file__).parent.parent.parent.parent / "shared" / "code-map.md"
HOME = pathlib.Path(__file__).parent / "cases"
RULE = re.compile(r"^\| ((?:LB|NH)-[A-Z]{3}-\d+) \|", re.MULTILINE)
GOLDEN = re.compile(r"^\| (G\d\d(?:-\d\d)?|G\d\d/\d\d) (?:NH|LB) \|", re.MULTILINE)

pytestmark = pytest.mark.skipif(not MAP.exists(), reason="de regelkaart staat niet naast dit project")


def golden_ids(row):
    """G08-10 stands for G08, G09 and G10; G11/12 for G11 and G12."""
    first, last = (re.findall(r"\d+", row) * 2)[:2]
    return [f"G{number:02}" for number in range(int(first), int(last) + 1)]


def ids_with_a_case():
    cases = (case for path in HOME.glob("*.yml") for case in YAML(typ="safe", pure=True).load(path))
    return {rule for case in cases for rule in re.findall(r"(?:LB|NH)-[A-Z]{3}-\d+|G\d\d", str(case["regel"]))}


def test_every_rule_of_the_map_has_a_case():
    assert sorted(set(RULE.findall(MAP.read_text(encoding="utf-8"))) - ids_with_a_case()) == []


def test_every_golden_example_has_a_case():
    golden = {name for row in GOLDEN.findall(MAP.read_text(encoding="utf-8")) for name in golden_ids(row)}
    assert sorted(golden - ids_with_a_case()) == []


def test_every_rule_an_advice_names_is_on_the_map(catalogue):
    known = MAP.read_text(encoding="utf-8")
    named = {rule for tree in catalogue.trees.values() for advice in tree.advices for rule in advice.rules}
    assert {rule for rule in named if rule.startswith(("LB", "NH")) and rule not in known} == set()


STRICT = {
    ("noord-holland", "geschenk", "waarde", "meer_dan_50"), ("noord-holland", "geschenk", "lopende_zaak", "ja"),
    ("noord-holland", "geschenk", "tegenprestatie_verwacht", "ja"), ("noord-holland", "geschenk", "op_huisadres", "ja"),
    ("limburg", "geschenk", "lopende_zaak", "ja"), ("noord-holland", "uitnodiging", "lopende_zaak", "ja"),
    ("limburg", "uitnodiging", "lopende_zaak", "ja"),
}


@pytest.mark.parametrize(("code", "dilemma", "question", "answer"), sorted(STRICT))
def test_no_path_with_this_answer_is_allowed(catalogue, code, dilemma, question, answer):
    tree = catalogue.tree(code, dilemma)
    verdicts = {place.node.verdict for place in paths(tree) if (question, answer) in place.taken}
    assert verdicts
    assert verdicts <= {"niet_toegestaan", "overleg", "geen_oordeel"}
