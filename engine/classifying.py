"""Recognise what a message is about: words, characters and concepts, three linear models in one."""
from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import TfidfVectorizer, strip_accents_unicode
from sklearn.pipeline import FeatureUnion

from engine.blending import Blend, learned
from engine.concepts import CONCEPTS, pairs
from engine.counting import Block, blocks_of, features_of

FILE, KEPT = "intents.joblib", 10
Said = tuple[str, Sequence[str]]


def text_of(said: Said) -> str:
    """The words of a message in lower case and without accents, for features of words and characters."""
    return strip_accents_unicode(said[0].lower())


def concepts_of(said: Said) -> Sequence[str]:
    """The concepts of a message, for features of concepts."""
    return said[1]


def pairs_of(said: Said) -> Sequence[str]:
    """The pairs of concepts of a message."""
    return pairs(said[1])


def features() -> FeatureUnion:
    """Everything that is counted in a message; chosen by measurement in docs/decisions/0005."""
    plain = {"preprocessor": text_of, "sublinear_tf": True}
    return FeatureUnion([
        ("words", TfidfVectorizer(ngram_range=(1, 2), **plain)),
        ("characters", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=3, **plain)),
        ("concepts", TfidfVectorizer(analyzer=concepts_of, sublinear_tf=True, min_df=2)),
        ("pairs", TfidfVectorizer(analyzer=pairs_of, sublinear_tf=True, min_df=4)),
    ], transformer_weights={"words": 1.0, "characters": 1.0, "concepts": 0.6, "pairs": 0.4})


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class BlendedIntentClassifier(GraphComponent, IntentClassifier):
    """Gives every message a ranking of intents whose certainties add up to 1."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource,
                 counted: FeatureUnion | None = None, blend: Blend | None = None) -> None:
        self.config, self.storage, self.resource = config, storage, resource
        self.counted, self.blend = counted, blend

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`sharpness` sets how sure the certainties are."""
        return {"sharpness": 1.2}

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> BlendedIntentClassifier:
        """A component that still has to be trained."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
             execution_context: ExecutionContext, **kwargs: Any) -> BlendedIntentClassifier:
        """A component as it was trained."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, *joblib.load(folder / FILE))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has an intent."""
        examples = [example for example in training_data.training_examples if example.get(INTENT) and example.get(TEXT)]
        self.counted = features()
        counts = self.counted.fit_transform([said_in(example) for example in examples]).tocsr()
        forget_rare(self.counted)
        self.blend = learned(counts, [example.get(INTENT) for example in examples], self.config["sharpness"])
        with self.storage.write_to(self.resource) as folder:
            joblib.dump((self.counted, self.blend), folder / FILE, compress=3)
        return self.resource

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """What was learned to count, ready for one message at a time."""
        assert self.counted is not None
        return blocks_of(self.counted)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent and the ranking of each message."""
        for message in messages:
            ranking = self.ranking(message)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking[:KEPT], add_to_output=True)
        return messages

    def ranking(self, message: Message) -> list[dict[str, Any]]:
        """The intents with their certainty, likeliest first."""
        assert self.blend is not None
        shares = self.blend.certainties_of(*features_of(self.blocks, said_in(message))).tolist()
        ranked = sorted(zip(self.blend.labels, shares), key=lambda pair: -pair[1])
        return [{INTENT_NAME_KEY: label, PREDICTED_CONFIDENCE_KEY: share} for label, share in ranked]


def forget_rare(counted: FeatureUnion) -> None:
    """Drop the lists of terms that were too rare to count: nothing reads them, and they double the file."""
    for _, vectorizer in counted.transformer_list:
        vectorizer.stop_words_ = None


def said_in(message: Message) -> Said:
    """The text of a message with the concepts that were found in it."""
    return message.get(TEXT) or "", message.get(CONCEPTS) or ()
