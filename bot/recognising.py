"""Find answers in free text: phrases as whole words, concepts, amounts in euros, and the words of a label."""
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.message import Message
from bot.parts import FIRST, clues_in
from bot.question import Question
from bot.words import folded_words

FILLERS = frozenset((
    "de", "het", "een", "en", "of", "van", "voor", "met", "op", "in", "bij", "aan", "is", "was", "ben", "mijn", "m'n",
    "me", "ik", "je", "dat", "dit", "die", "er", "om", "te", "nou", "gewoon", "hoor", "wel"))
YES_OR_NO = frozenset(("ja", "nee"))


@dataclass(frozen=True)
class Fact:
    """An answer that was read from text, with the words it was read from."""

    question: str
    answer: str
    words: str


def facts(questions: Iterable[Question], message: Message) -> tuple[Fact, ...]:
    """The facts in a message: for each question at most one, and none when the text says two things."""
    found = (fact_in(question, message) for question in questions)
    return tuple(fact for fact in found if fact)


def fact_in(question: Question, message: Message) -> Fact | None:
    """The one answer to this question that the message states, or None."""
    said = answers_in(question, message)
    if len(said) != 1:
        return None
    answer, words = next(iter(said.items()))
    return Fact(question.id, answer, words)


def answers_in(question: Question, message: Message) -> Mapping[str, str]:
    """Every answer to this question that the message states, with the words it was read from."""
    return dict(phrases_in(question, message)) or dict(amounts_in(question, message))


def phrases_in(question: Question, message: Message) -> Iterator[tuple[str, str]]:
    """The answers whose phrases stand in the message; one inside a longer one or in a misread one does not count."""
    spans = [(span, answer.id) for answer in question.answers.values() for phrase in possible(answer.phrases, message)
             for span in message.spans(phrase)]
    misread = [span for phrase in (possible(question.misread, message) if spans else ())
               for span in message.stands(phrase)]
    for (start, end), answer_id in spans:
        longer = any(s <= start and end <= e and e - s > end - start for (s, e), _ in spans)
        if not longer and not any(s < end and start < e for s, e in misread):
            yield answer_id, message.text((start, end))


def possible(phrases: tuple[str, ...], message: Message) -> Sequence[str]:
    """The phrases of which every part stands somewhere in the message, in their order."""
    index, absent = by_clue(phrases), message.tokens.isdisjoint
    near = sorted({place for token in message.tokens if token in index for place in index[token]})
    return [phrases[place] for place in near if not any(map(absent, clues_in(phrases[place])))]


@functools.cache
def by_clue(phrases: tuple[str, ...]) -> Mapping[str, Sequence[int]]:
    """The places of the phrases under each word and concept of their part with the longest words, which are rare."""
    index: dict[str, list[int]] = {}
    for place, phrase in enumerate(phrases):
        for token in max(clues_in(phrase), key=lambda part: min(map(len, part)), default=FIRST):
            index.setdefault(token, []).append(place)
    return index


def amounts_in(question: Question, message: Message) -> Iterator[tuple[str, str]]:
    """The answers whose range holds an amount of the message that stands near what the question is about."""
    for amount in filter(message.is_here, message.amounts):
        here = not question.amounts_near or message.near(amount, question.amounts_near)
        if here and not message.near(amount, question.amounts_not_near):
            yield from ((answer.id, amount.words) for answer in question.answers.values()
                        if answer.amounts and amount.euros in answer.amounts)


def reply_to(question: Question, message: Message) -> str | None:
    """The answer that a reply to this very question means, or None when that is not clear.

    A question back is no answer, whatever words of a label stand in it.
    """
    fact = fact_in(question.just_put, message)
    return fact.answer if fact else None if message.asks else label_in(question, message.words)


def label_in(question: Question, words: Sequence[str]) -> str | None:
    """The only answer whose label has all the telling words of the reply; yes or no alone only when it begins so."""
    labels = {answer.id: folded_words(answer.label) for answer in question.answers.values()}
    telling = set(words) - FILLERS
    exact = [answer for answer, label in labels.items() if list(words) == label]
    fitting = [answer for answer, label in labels.items() if telling and telling <= set(label)
               and (not telling <= YES_OR_NO or label[0] in telling)]
    chosen = exact or fitting
    return chosen[0] if len(chosen) == 1 else None
