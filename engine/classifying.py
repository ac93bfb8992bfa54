"""Recognise what a message is about: words and characters, a linear model, calibrated certainty."""
from __future__ import annotations

from typing import Any

import joblib
import numpy
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.calibration import CalibratedClassifierCV
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import Pipeline, make_pipeline, make_union
from sklearn.svm import LinearSVC

FILE = "intents.joblib"


def classifier(strength: float, folds: int) -> Pipeline:
    """An untrained model; chosen by measurement in docs/decisions/0005."""
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, strip_accents="unicode")
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2,
                                 strip_accents="unicode")
    linear = LinearSVC(C=strength, class_weight="balanced")
    calibrated = CalibratedClassifierCV(linear, cv=folds, method="sigmoid", ensemble=False)
    return make_pipeline(make_union(words, characters), calibrated)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(GraphComponent, IntentClassifier):
    """Gives every message a ranking of intents whose certainties add up to 1."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource,
                 model: Pipeline | None = None) -> None:
        self.config, self.storage, self.resource, self.model = config, storage, resource, model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`strength` is the C of the support vector machine; `folds` the folds of its calibration."""
        return {"strength": 0.5, "folds": 3}

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> LinearIntentClassifier:
        """A component that still has to be trained."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
             execution_context: ExecutionContext, **kwargs: Any) -> LinearIntentClassifier:
        """A component as it was trained."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, joblib.load(folder / FILE))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has an intent."""
        examples = [example for example in training_data.training_examples if example.get(INTENT) and example.get(TEXT)]
        texts, intents = zip(*((example.get(TEXT), example.get(INTENT)) for example in examples))
        self.model = classifier(self.config["strength"], self.config["folds"]).fit(texts, numpy.array(intents))
        with self.storage.write_to(self.resource) as folder:
            joblib.dump(self.model, folder / FILE, compress=3)
        return self.resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent and the ranking of each message."""
        for message in messages:
            ranking = self.ranking(message.get(TEXT) or "")
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking[:10], add_to_output=True)
        return messages

    def ranking(self, text: str) -> list[dict[str, Any]]:
        """The intents with their certainty, likeliest first."""
        assert self.model is not None
        shares = self.model.predict_proba([text])[0]
        ranked = sorted(zip(self.model.classes_, shares), key=lambda pair: -pair[1])
        return [{INTENT_NAME_KEY: str(label), PREDICTED_CONFIDENCE_KEY: float(share)} for label, share in ranked]
