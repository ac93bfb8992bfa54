"""Count the features of one message as scikit-learn counts those of many, without its matrices."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import FeatureUnion

Vector = numpy.ndarray


@dataclass(frozen=True)
class Block:
    """What one vectorizer has learned: its terms, how rare each is, how much all of it counts and where it begins."""

    terms_in: Callable[[Any], Iterable[Hashable]]
    known: Mapping[Hashable, int]
    rarity: Vector
    share: float
    begin: int

    def counted(self, said: Any) -> tuple[Vector, Vector]:
        """The places of the terms in a message, and how much each counts (the logarithm of how often, by rarity)."""
        known = self.known
        counts = Counter([known[term] for term in self.terms_in(said) if term in known])
        places = numpy.fromiter(sorted(counts), dtype=numpy.intp, count=len(counts))
        times = numpy.fromiter((counts[place] for place in places.tolist()), dtype=float, count=len(counts))
        values = (numpy.log(times) + 1) * self.rarity[places]
        return places + self.begin, values / (length_of(values) or 1.0) * self.share


def length_of(values: Vector) -> float:
    """The Euclidean length, added up from the last, so that the outcome is scikit-learn's to the last digit."""
    return sum((values * values)[::-1].tolist()) ** 0.5


def blocks_of(counted: FeatureUnion) -> tuple[Block, ...]:
    """The blocks of a trained union, in the order of its features."""
    blocks, begin = [], 0
    for name, vectorizer in counted.transformer_list:
        blocks.append(block_of(vectorizer, counted.transformer_weights[name], begin))
        begin += len(vectorizer.vocabulary_)
    return tuple(blocks)


def block_of(vectorizer: TfidfVectorizer, share: float, begin: int) -> Block:
    """The block of one trained vectorizer."""
    return Block(vectorizer.build_analyzer(), vectorizer.vocabulary_, vectorizer.idf_, share, begin)


def features_of(blocks: Iterable[Block], said: Any) -> tuple[Vector, Vector]:
    """The places of all features of a message and their values."""
    places, values = zip(*(block.counted(said) for block in blocks))
    return numpy.concatenate(places), numpy.concatenate(values)
