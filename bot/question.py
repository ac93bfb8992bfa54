"""What can be asked: a question, its answers, and how an answer is recognised in text."""
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

DONT_KNOW = "weet_niet"


@dataclass(frozen=True)
class Amounts:
    """A range of euros: above `over` (exclusive) up to `up_to` (inclusive)."""

    over: float | None = None
    up_to: float | None = None

    def __contains__(self, euros: float) -> bool:
        return (self.over is None or euros > self.over) and (self.up_to is None or euros <= self.up_to)


@dataclass(frozen=True)
class Answer:
    """One way to answer a question, and how it is recognised: in any message, or only in a reply to that question."""

    id: str
    label: str
    phrases: tuple[str, ...] = ()
    amounts: Amounts | None = None
    replies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """A fact to ask for; the same fact has the same id in every tree of every code.

    An amount of money answers it only near one of the concepts in `amounts_near`, or anywhere when there are none, and
    never near those in `amounts_not_near`. Words that are in one of `misread` say something else.
    """

    id: str
    text: str
    why: str
    rephrased: str
    answers: Mapping[str, Answer]
    amounts_near: tuple[str, ...] = ()
    amounts_not_near: tuple[str, ...] = ()
    misread: tuple[str, ...] = ()

    @cached_property
    def just_put(self) -> "Question":
        """The question as it is heard when it was just put: a reply is about it, so less is needed to know it."""
        answers = {name: replace(answer, phrases=answer.phrases + answer.replies)
                   for name, answer in self.answers.items()}
        return replace(self, answers=answers, amounts_near=(), amounts_not_near=(), misread=())
