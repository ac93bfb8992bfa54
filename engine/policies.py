"""Rasa's rules, with what each kind of message leads to worked out once."""
from __future__ import annotations

from typing import Any

from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

KIND = DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT


@DefaultV1Recipe.register(KIND, is_trainable=True)
class OneStepRulePolicy(RulePolicy):
    """Predicts what RulePolicy does when every rule is one message and one action, so that only the intent matters."""

    def __init__(self, *parts: Any, **settings: Any) -> None:
        super().__init__(*parts, **settings)
        self.known: dict[str | None, list[float]] = {}

    def predict_action_probabilities(self, tracker: DialogueStateTracker, domain: Domain, *rest: Any,
                                     **more: Any) -> PolicyPrediction:
        """The action that follows on a message, compared with the rules the first time that its intent comes."""
        if tracker.latest_action_name != ACTION_LISTEN_NAME or not tracker.latest_message:
            return super().predict_action_probabilities(tracker, domain, *rest, **more)
        intent = tracker.latest_message.intent.get("name")
        if intent not in self.known:
            self.known[intent] = super().predict_action_probabilities(tracker, domain, *rest, **more).probabilities
        return self._prediction(list(self.known[intent]))
