"""The concepts of the lexicon as features: a watch and a box of chocolates are one thing at first sight."""
from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.catalogue import shipped
from bot.lexicon import concept_ids
from bot.words import folded_words

CONCEPTS = "concepts"


def concepts_in(text: str) -> list[str]:
    """The ids of the concepts in a text, in order."""
    return list(concept_ids(shipped().lexicon.in_words(folded_words(text))))


def pairs(concepts: Sequence[str]) -> list[str]:
    """Each pair of different concepts that occur together."""
    return [f"{one}+{other}" for one, other in combinations(sorted(set(concepts)), 2)]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class ConceptFinder(GraphComponent):
    """Notes the concepts of each message for the classifier that comes after it."""

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> ConceptFinder:
        """A ready component; there is nothing to learn."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the concepts of each message."""
        for message in messages:
            message.set(CONCEPTS, concepts_in(message.get(TEXT) or ""))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Set the concepts of each training example."""
        self.process(training_data.training_examples)
        return training_data
