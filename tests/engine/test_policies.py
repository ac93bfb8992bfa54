"""Who is to move: what the policy remembers is what Rasa's own policy says about every kind of message."""
import asyncio

import pytest
from rasa.core.agent import load_agent
from rasa.core.policies.rule_policy import RulePolicy
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.utils.io import read_yaml_file

from engine.policies import OneStepRulePolicy

EARLIER = {"empty": [], "in a tree": [SlotSet("code", "limburg"), SlotSet("antwoorden", [["gever", "burger"]])]}


@pytest.fixture(scope="module")
def policy():
    nodes = asyncio.run(load_agent("models")).processor.graph_runner._instantiated_nodes.values()
    return next(node._component for node in nodes if isinstance(node._component, OneStepRulePolicy))


def heard(domain, intent, earlier):
    """A conversation in which this was just said."""
    message = UserUttered("iets", {"name": intent, "confidence": 0.9})
    return DialogueStateTracker.from_events("proef", [*earlier, ActionExecuted(ACTION_LISTEN_NAME), message], domain.slots)


@pytest.mark.parametrize("earlier", EARLIER.values(), ids=EARLIER)
def test_every_intent_leads_to_the_action_of_the_rules(policy, domain, earlier):
    for intent in [*domain.intents, None, "unknown"]:
        tracker = heard(domain, intent, earlier)
        wanted = RulePolicy.predict_action_probabilities(policy, tracker, domain).probabilities
        given = [policy.predict_action_probabilities(tracker, domain).probabilities for _ in range(2)]
        assert given == [wanted, wanted], intent


def test_after_an_action_the_assistant_listens(policy, domain):
    tracker = heard(domain, "keuze", [])
    tracker.update(ActionExecuted("action_keuze"))
    probabilities = policy.predict_action_probabilities(tracker, domain).probabilities
    assert domain.action_names_or_texts[probabilities.index(max(probabilities))] == ACTION_LISTEN_NAME


def test_every_rule_is_one_message_and_one_action():
    rules = read_yaml_file("data/rules/beurten.yml")["rules"]
    assert [rule["rule"] for rule in rules if len(rule["steps"]) != 2 or set(rule) != {"rule", "steps"}] == []


def test_what_is_kept_does_not_change_which_action_follows(domain):
    assert [slot.name for slot in domain.slots if slot.influence_conversation] == []
