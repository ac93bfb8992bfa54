"""A case that an integrity officer signed."""
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """What was told, and the answers that stand for it under this code."""

    code: str
    dilemma: str
    told: str
    answers: Mapping[str, str]
