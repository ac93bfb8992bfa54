"""The sentences of a longer message, each understood by itself, so that two dilemmas in one message are both seen."""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rasa.core.agent import Agent

BREAKS = re.compile(
    r"(?<=[.!?])\s+|\n+|;\s+|,?\s+\b(?:en|maar)\s+(?=ook\b|daarnaast\b|verder\b|trouwens\b|tegelijk\b|dan nog\b)"
    r"|,?\s+(?=daarnaast\b|bovendien\b|trouwens\b|overigens\b)", re.IGNORECASE)
COUNTED = re.compile(r"\b(?:2|twee|3|drie)\s+(?:dingen|vragen|zaken|kwesties|dilemma's|punten)\b", re.IGNORECASE)
AND = re.compile(rf"{BREAKS.pattern}|[:,]?\s+\ben\s+|:\s+", re.IGNORECASE)
FEWEST_WORDS, MOST_PARTS = 4, 6
KEPT = ("text", "intent", "intent_ranking", "entities")


def parts_of(text: str) -> list[str]:
    """The sentences of a text that are long enough to be about something; none when there is only one.

    Who says that there are two things may name both in one sentence.
    """
    breaks = AND if COUNTED.search(text) else BREAKS
    parts = [part.strip() for part in breaks.split(text) if len(part.split()) >= FEWEST_WORDS]
    return parts[:MOST_PARTS] if len(parts) > 1 else []


async def understood_parts(agent: Agent, text: str) -> Sequence[Mapping[str, Any]]:
    """Each sentence as Rasa understands it by itself."""
    parsed = [await agent.parse_message(part) for part in parts_of(text)]
    return [{name: one[name] for name in KEPT if name in one} for one in parsed]
