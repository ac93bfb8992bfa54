"""Three linear models as one: a support vector machine, a logistic regression and a naive Bayes."""
from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC

Matrix = numpy.ndarray


@dataclass(frozen=True)
class Blend:
    """Weights (features × labels) and offsets whose scores become certainties by a softmax; `labels` are in order.

    The weights are kept in half precision, which halves the model and changes no ranking that was measured.
    """

    labels: tuple[str, ...]
    weights: Matrix
    offsets: Matrix

    def certainties(self, features: csr_matrix) -> Matrix:
        """For each message (row) the certainty of each label; a row adds up to 1."""
        return shares(features.astype("float32") @ self.weights.astype("float32") + self.offsets)

    def certainties_of(self, places: Matrix, values: Matrix) -> Matrix:
        """The certainty of each label for one message, of which only these features (places) have a value."""
        scores = (values.astype("float32")[:, None] * self.weights[places].astype("float32")).sum(axis=0) + self.offsets
        return shares(scores[None])[0]


def shares(scores: Matrix) -> Matrix:
    """The softmax of each row."""
    raised = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def learned(features: csr_matrix, labels: Sequence[str], sharpness: float) -> Blend:
    """The blend learned from these messages, a thread for each model.

    `sharpness` sets how sure it is (measured in docs/decisions/0005).
    """
    labels = numpy.array(labels)
    models = (LinearSVC(C=0.5, random_state=0),
              LogisticRegression(C=5, solver="liblinear", dual=True, tol=0.1, random_state=0), ComplementNB(alpha=0.3))
    with ThreadPoolExecutor(len(models)) as threads:
        machine, regression, bayes = threads.map(lambda model: model.fit(features, labels), models)
    parts = ((machine.coef_.T, machine.intercept_), (regression.coef_.T, regression.intercept_),
             (bayes.feature_log_prob_.T, numpy.zeros(len(bayes.classes_))))
    scaled = [scaled_to_one(features, weights, offsets) for weights, offsets in parts]
    weights, offsets = (sum(part[number] for part in scaled) for number in (0, 1))
    return Blend(tuple(map(str, machine.classes_)), (weights * sharpness).astype("float16"), offsets * sharpness)


def scaled_to_one(features: csr_matrix, weights: Matrix, offsets: Matrix) -> tuple[Matrix, Matrix]:
    """The same scores, centred and with a spread of one over these messages, so that no model drowns another."""
    scores = features @ weights + offsets
    return weights / scores.std(), (offsets - scores.mean()) / scores.std()
