"""Whole conversations, typed as employees type, end in the right advice with the right source."""
import pathlib
import statistics

import pytest
from ruamel.yaml import YAML

from tests.conversations.talking import talked_through

SCRIPTS = [script for path in sorted((pathlib.Path(__file__).parent / "gesprekken").glob("*.yml"))
           for script in YAML(typ="safe", pure=True).load(path)]
LONG = 10
lengths, to_advice = {}, {}


@pytest.mark.parametrize("script", SCRIPTS, ids=[script["gesprek"] for script in SCRIPTS])
def test_a_conversation_ends_in_the_right_advice(web, script):
    talk = talked_through(web, script)
    lengths[script["gesprek"]], to_advice[script["gesprek"]] = talk.turns, talk.reached[script["dilemma"]]
    advice = talk.advices[script["dilemma"]]
    assert (advice["oordeel"], advice["melden"]) == (script["oordeel"], script["melden"])
    assert script["citaat"] in " ".join(source["citaat"] for source in advice["bronnen"])
    assert advice["doorverwijzingen"]


def test_there_are_at_least_a_hundred_and_twenty_for_both_codes():
    assert len({script["gesprek"] for script in SCRIPTS}) == len(SCRIPTS) >= 120
    assert {script["code"] for script in SCRIPTS} == {"limburg", "noord-holland"}


def test_in_each_somebody_interrupts_changes_their_mind_or_is_misunderstood():
    assert [script["gesprek"] for script in SCRIPTS if not any(script.get("tussendoor", {}).values())] == []


def test_at_least_fifteen_take_more_than_ten_turns():
    assert len([turns for turns in lengths.values() if turns > LONG]) >= 15


def test_advice_comes_within_five_turns_at_the_median_with_every_turn_counted():
    assert statistics.median(to_advice.values()) <= 5


def test_advice_comes_within_eight_turns_nine_times_in_ten_with_every_turn_counted():
    assert len(to_advice) == len(SCRIPTS)
    assert statistics.quantiles(to_advice.values(), n=10)[-1] <= 8


def test_the_answers_alone_never_take_longer_not_even_in_the_long_ones():
    plain = [lengths[script["gesprek"]] - len(extra(script)) for script in SCRIPTS if script["gesprek"] in lengths]
    assert statistics.median(plain) <= 5
    assert statistics.quantiles(plain, n=10)[-1] <= 8


def extra(script):
    """What somebody says beside the answers."""
    return [step for steps in script.get("tussendoor", {}).values() for step in steps]
