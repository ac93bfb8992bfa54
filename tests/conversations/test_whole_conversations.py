"""Whole conversations, typed as employees type, end in the right advice with the right source."""
import pathlib
import statistics

import pytest
from ruamel.yaml import YAML

from tests.conversations.talking import talked_through

SCRIPTS = [script for path in sorted((pathlib.Path(__file__).parent / "gesprekken").glob("*.yml"))
           for script in YAML(typ="safe", pure=True).load(path)]
lengths = []


@pytest.mark.parametrize("script", SCRIPTS, ids=[script["gesprek"] for script in SCRIPTS])
def test_a_conversation_ends_in_the_right_advice(web, script):
    talk = talked_through(web, script)
    lengths.append(talk.turns)
    advice = talk.turn["advies"]
    assert (talk.turn["dilemma"], advice["oordeel"], advice["melden"]) == (
        script["dilemma"], script["oordeel"], script["melden"])
    assert script["citaat"] in " ".join(source["citaat"] for source in advice["bronnen"])
    assert advice["doorverwijzingen"]


def test_there_are_at_least_twenty_for_both_codes():
    assert len(SCRIPTS) >= 20
    assert {script["code"] for script in SCRIPTS} == {"limburg", "noord-holland"}


def test_advice_comes_within_five_turns_at_the_median():
    assert statistics.median(lengths) <= 5
