"""Find answers in free text: phrases as whole words, amounts in euros, and the words of a label."""
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.tree import Question

FILLERS = frozenset((
    "de", "het", "een", "en", "of", "van", "voor", "met", "op", "in", "bij", "aan", "is", "was", "ben", "mijn", "m'n",
    "me", "ik", "je", "dat", "dit", "die", "er", "om", "te", "nou", "gewoon", "hoor", "wel"))


@dataclass(frozen=True)
class Amount:
    """An amount in euros and the words it was read from."""

    euros: float
    words: str


@dataclass(frozen=True)
class Fact:
    """An answer that was read from text, with the words it was read from."""

    question: str
    answer: str
    words: str


def normal(text: str) -> str:
    """The text in lower case, without accents and punctuation, words separated by one space."""
    bare = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"[a-z0-9']+", bare))


def facts(questions: Iterable[Question], text: str, amounts: Sequence[Amount] = ()) -> tuple[Fact, ...]:
    """The facts in a message: for each question at most one, and none when the text says two things."""
    found = (fact_in(question, text, amounts) for question in questions)
    return tuple(fact for fact in found if fact)


def fact_in(question: Question, text: str, amounts: Sequence[Amount]) -> Fact | None:
    """The one answer to this question that the text states, or None."""
    said = dict(phrases_in(question, normal(text))) or dict(amounts_in(question, amounts))
    if len(said) != 1:
        return None
    answer, words = next(iter(said.items()))
    return Fact(question.id, answer, words)


def phrases_in(question: Question, text: str) -> Iterator[tuple[str, str]]:
    """The answers whose phrases occur in the text; a phrase inside a longer one does not count."""
    spans = [(match.start(), match.end(), answer.id, phrase)
             for answer in question.answers.values() for phrase in answer.phrases
             for match in re.finditer(rf"(?<!\S){re.escape(normal(phrase))}(?!\S)", text)]
    for start, end, answer_id, phrase in spans:
        if not any(s <= start and end <= e and e - s > end - start for s, e, _, _ in spans):
            yield answer_id, phrase


def amounts_in(question: Question, amounts: Sequence[Amount]) -> Iterator[tuple[str, str]]:
    """The answers whose range holds an amount of the message."""
    for answer in question.answers.values():
        for amount in amounts:
            if answer.amounts and amount.euros in answer.amounts:
                yield answer.id, amount.words


def reply_to(question: Question, text: str, amounts: Sequence[Amount] = ()) -> str | None:
    """The answer that a reply to this very question means, or None when that is not clear."""
    fact = fact_in(question, text, amounts)
    return fact.answer if fact else label_in(question, normal(text))


def label_in(question: Question, text: str) -> str | None:
    """The only answer whose label has all the telling words of the reply."""
    words = set(text.split()) - FILLERS
    fitting = [answer.id for answer in question.answers.values()
               if text == normal(answer.label) or (words and words <= set(normal(answer.label).split()))]
    exact = [answer.id for answer in question.answers.values() if text == normal(answer.label)]
    chosen = exact or fitting
    return chosen[0] if len(chosen) == 1 else None
