"""What a conversation holds, and nothing else: ids, never what somebody typed."""
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.message import Message

Answers = tuple[tuple[str, str], ...]
MOST_WAITING = 3


@dataclass(frozen=True)
class Conversation:
    """The code, the dilemma and the answers so far; `offered` are choices put forward in the last turn.

    Before there is a dilemma, the answers are what was read ahead for the one that may be chosen.
    `waiting` are dilemmas to come back to, each with its answers, the next one last; `changing` is the answer that is
    being changed; `warned` tells whether somebody was asked not to give names. `turns` counts what was said, so that
    nothing is said in the same way twice in a row, and `said` marks the sentences of the last turn; they say nothing
    about where somebody stands.
    """

    code: str | None = None
    dilemma: str | None = None
    answers: Answers = ()
    offered: tuple[str, ...] = ()
    misses: int = 0
    waiting: tuple[tuple[str, Answers], ...] = ()
    changing: tuple[str, str] | None = None
    warned: bool = False
    turns: int = field(default=0, compare=False)
    said: tuple[str, ...] = field(default=(), compare=False)

    @property
    def given(self) -> Mapping[str, str]:
        """The answers by question."""
        return dict(self.answers)

    def with_answer(self, question: str, answer: str) -> "Conversation":
        """This conversation with one answer added or replaced."""
        kept = tuple(pair for pair in self.answers if pair[0] != question)
        changing = None if self.changing and self.changing[0] == question else self.changing
        return replace(self, answers=(*kept, (question, answer)), offered=(), misses=0, changing=changing)

    def without(self, question: str) -> "Conversation":
        """This conversation without the answer to this question."""
        kept = tuple(pair for pair in self.answers if pair[0] != question)
        return replace(self, answers=kept, offered=(), misses=0, changing=None)

    def about(self, dilemma: str | None, answers: Answers = ()) -> "Conversation":
        """This conversation at the start of a dilemma, which then no longer waits."""
        waiting = tuple(aside for aside in self.waiting if aside[0] != dilemma)
        return replace(self, dilemma=dilemma, answers=answers, offered=(), misses=0, waiting=waiting, changing=None)

    def with_waiting(self, dilemma: str, answers: Answers) -> "Conversation":
        """This conversation with a dilemma to come back to; of too many the oldest is forgotten."""
        others = tuple(aside for aside in self.waiting if aside[0] != dilemma)
        return replace(self, waiting=(*others, (dilemma, answers))[-MOST_WAITING:])


@dataclass(frozen=True)
class Heard:
    """A message as it was understood; `ranking` holds labels with their certainty, likeliest first.

    `parts` are the sentences of a longer message, each as it was understood by itself; `masked` tells whether names or
    numbers of people were left out.
    """

    message: Message
    ranking: tuple[tuple[str, float], ...] = ()
    certain: bool = True
    parts: tuple["Heard", ...] = ()
    masked: bool = False

    @property
    def label(self) -> str:
        """The likeliest label."""
        return self.ranking[0][0] if self.ranking else "buiten_bereik"

    @property
    def certainty(self) -> float:
        """How likely the likeliest label is, from 0 to 1."""
        return self.ranking[0][1] if self.ranking else 0.0
