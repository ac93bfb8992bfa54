"""No path is kinder than the rule map: what its rows refuse, or leave to a talk, is allowed nowhere."""
import pathlib
import re

import pytest
from ruamel.yaml import YAML

from bot.tree import VERDICTS
from bot.walk import paths

HERE = pathlib.Path(__file__).parent
MAP = HERE.parent.parent.parent / "shared" / "code-map.md"
STRICT = YAML(typ="safe", pure=True).load(HERE / "strenge_regels.yml")
RULE = re.compile(r"^\| ((?:LB|NH)-[A-Z]{3}-\d+) \|", re.MULTILINE)
GOLDEN_REFUSED = re.compile(r"^\| (G[\d/-]+) (?:NH|LB) \|.*\|[^|]*\bNT\b[^|]*\|[^|]*\|$", re.MULTILINE)


def entries(*fields):
    """The entries that say something in these fields."""
    return [pytest.param(entry, id=f"{entry['regel']} {entry['dilemma']} {entry['feiten']}")
            for entry in STRICT["regels"] if set(fields) <= set(entry)]


def advices(catalogue, entry):
    """The advice of every path whose answers contain the facts of this entry."""
    tree = catalogue.tree(entry["code"], entry["dilemma"])
    return [place.node for place in paths(tree) if entry["feiten"].items() <= dict(place.taken).items()]


def golden_ids(row):
    """G08-10 stands for G08, G09 and G10; G11/12 for G11 and G12."""
    first, last = (re.findall(r"\d+", row) * 2)[:2]
    return [f"G{number:02}" for number in range(int(first), int(last) + 1)]


def rules_with_an_entry():
    return {rule for entry in STRICT["regels"] for rule in re.findall(r"(?:LB|NH)-[A-Z]{3}-\d+|G\d\d", entry["regel"])}


@pytest.mark.parametrize("entry", entries())
def test_these_facts_never_lead_to(catalogue, entry):
    found = {advice.verdict for advice in advices(catalogue, entry)}
    assert found, "geen pad met deze feiten"
    assert sorted(found & set(entry["nooit"])) == []


@pytest.mark.parametrize("entry", entries())
def test_what_an_entry_rules_out_is_a_verdict(entry):
    assert set(entry["nooit"]) <= set(VERDICTS)


@pytest.mark.parametrize("entry", entries("melden"))
def test_what_is_not_refused_is_a_duty_to_tell(catalogue, entry):
    assert {advice.id for advice in advices(catalogue, entry)
            if advice.verdict != "niet_toegestaan" and advice.duty != entry["melden"]} == set()


@pytest.mark.parametrize("entry", entries("melden_bij_nee"))
def test_what_is_refused_is_a_duty_to_tell_as_well(catalogue, entry):
    assert {advice.id for advice in advices(catalogue, entry)
            if advice.verdict == "niet_toegestaan" and advice.duty != entry["melden_bij_nee"]} == set()


@pytest.mark.skipif(not MAP.exists(), reason="de regelkaart staat niet naast dit project")
def test_every_rule_of_the_map_has_an_entry_or_a_reason():
    rows = set(RULE.findall(MAP.read_text(encoding="utf-8")))
    assert sorted(rows - rules_with_an_entry()) == sorted(STRICT["uitgezonderd"])


@pytest.mark.skipif(not MAP.exists(), reason="de regelkaart staat niet naast dit project")
def test_every_golden_example_that_is_refused_has_an_entry():
    refused = {name for row in GOLDEN_REFUSED.findall(MAP.read_text(encoding="utf-8")) for name in golden_ids(row)}
    assert len(refused) > 25
    assert sorted(refused - rules_with_an_entry()) == []
