"""Where the two codes differ: in what equal facts lead to, and in what only one of them names."""
import pathlib

import pytest
from ruamel.yaml import YAML

from bot.comparing import outcomes

CODES = ("limburg", "noord-holland")
CONTENT = YAML(typ="safe", pure=True).load(pathlib.Path(__file__).parent / "verschillen.yml")
DIFFERENCES = [pytest.param(entry, id=entry["verschil"]) for entry in CONTENT["verschillen"]]
ROLES = [pytest.param(entry, id=entry["verschil"]) for entry in CONTENT["alleen"] if "rol" in entry]
WORDS = [pytest.param(entry, word, id=f"{entry['verschil']} ({word})")
         for entry in CONTENT["alleen"] for word in entry.get("woorden", ())]


def codes_with_role(catalogue, dilemma, role):
    """The codes whose advices about this dilemma refer to this role."""
    return [code for code in CODES if any(
        role == referral.role for advice in catalogue.tree(code, dilemma).advices for referral in advice.referrals)]


def codes_that_say(catalogue, dilemma, word):
    """The codes whose advices about this dilemma use this word."""
    return [code for code in CODES if any(
        word in text.lower() for advice in catalogue.tree(code, dilemma).advices for text in texts(advice))]


def texts(advice):
    """All that an advice says, apart from what it quotes."""
    yield from (advice.title, advice.explanation)
    yield from (text for step in advice.steps for text in (step.text, step.rest or ""))
    yield from (referral.purpose for referral in advice.referrals)
    yield from (point.text for point in advice.open_points)


@pytest.mark.parametrize("entry", DIFFERENCES)
def test_equal_facts_lead_to_different_outcomes(catalogue, entry):
    found = {code: set(outcomes(catalogue.tree(code, entry["dilemma"]), entry["feiten"])) for code in CODES}
    assert found == {code: {tuple(outcome) for outcome in entry[code]} for code in CODES}
    assert found["limburg"].isdisjoint(found["noord-holland"])


@pytest.mark.parametrize("entry", DIFFERENCES)
def test_every_fact_of_a_difference_is_asked_somewhere(catalogue, entry):
    asked = {question: set(found.answers) for code in CODES
             for question, found in catalogue.tree(code, entry["dilemma"]).questions.items()}
    assert [(fact, answer) for fact, answer in entry["feiten"].items() if answer not in asked.get(fact, ())] == []


@pytest.mark.parametrize("entry", ROLES)
def test_only_one_code_refers_to(catalogue, entry):
    assert codes_with_role(catalogue, entry["dilemma"], entry["rol"]) == [entry["code"]]


@pytest.mark.parametrize(("entry", "word"), WORDS)
def test_only_one_code_says(catalogue, entry, word):
    assert codes_that_say(catalogue, entry["dilemma"], word) == [entry["code"]]


def test_every_dilemma_has_a_difference(catalogue):
    compared = {entry["dilemma"] for entry in (*CONTENT["verschillen"], *CONTENT["alleen"])}
    assert compared == {dilemma for _, dilemma in catalogue.trees}
