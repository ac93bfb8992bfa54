"""What a conversation holds, and nothing else: ids, never what somebody typed."""
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.message import Message


@dataclass(frozen=True)
class Conversation:
    """The code, the dilemma and the answers so far; `offered` are choices put forward in the last turn."""

    code: str | None = None
    dilemma: str | None = None
    answers: tuple[tuple[str, str], ...] = ()
    offered: tuple[str, ...] = ()
    misses: int = 0

    @property
    def given(self) -> Mapping[str, str]:
        """The answers by question."""
        return dict(self.answers)

    def with_answer(self, question: str, answer: str) -> "Conversation":
        """This conversation with one answer added or replaced."""
        kept = tuple(pair for pair in self.answers if pair[0] != question)
        return replace(self, answers=(*kept, (question, answer)), offered=(), misses=0)

    def without(self, question: str) -> "Conversation":
        """This conversation without the answer to this question."""
        kept = tuple(pair for pair in self.answers if pair[0] != question)
        return replace(self, answers=kept, offered=(), misses=0)

    def about(self, dilemma: str, answers: tuple[tuple[str, str], ...] = ()) -> "Conversation":
        """This conversation at the start of a dilemma."""
        return replace(self, dilemma=dilemma, answers=answers, offered=(), misses=0)


@dataclass(frozen=True)
class Heard:
    """A message as it was understood; `ranking` holds labels with their certainty, likeliest first."""

    message: Message
    ranking: tuple[tuple[str, float], ...] = ()
    certain: bool = True

    @property
    def label(self) -> str:
        """The likeliest label."""
        return self.ranking[0][0] if self.ranking else "buiten_bereik"

    @property
    def certainty(self) -> float:
        """How likely the likeliest label is, from 0 to 1."""
        return self.ranking[0][1] if self.ranking else 0.0
