"""Plain Dutch, measured: sentence length and office words."""
import re
from collections.abc import Iterator

from bot.question import Question
from bot.tree import Advice, Tree

MOST_WORDS = 25
OFFICE_WORDS = (
    "aangaande", "alsmede", "alsook", "betreffende", "bovengenoemde", "conform", "derhalve", "desalniettemin",
    "dient te", "dienaangaande", "doch", "echter", "ex artikel", "gaarne", "geschieden", "hetgeen", "hierbij",
    "hieromtrent", "indien", "inzake", "jegens", "middels", "mits", "nadere", "omtrent", "onderhavige", "reeds",
    "teneinde", "ter zake", "tevens", "u dient", "uw", "voornoemde", "welke persoon", "wederom", "zulks",
)


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part for part in re.split(r"(?<=[.!?:])\s+|\n+", text.strip()) if part]


def faults_in_words(text: str) -> Iterator[str]:
    """What makes this text hard to read."""
    for sentence in sentences(text):
        count = len(sentence.split())
        if count > MOST_WORDS:
            yield f"zin van {count} woorden (hoogstens {MOST_WORDS}): {sentence[:60]!r}"
    for word in OFFICE_WORDS:
        if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE):
            yield f"kantoorwoord '{word}' in {text[:60]!r}"


def faults_in_question(question: Question) -> Iterator[str]:
    """A question, its reason, other wording or label that is not plain, is too long or asks nothing."""
    for text in (question.text, question.why, question.rephrased, *(a.label for a in question.answers.values())):
        yield from faults_in_words(text)
    if len(sentences(question.text)) > 2:
        yield f"de vraag heeft meer dan twee zinnen: {question.text[:60]!r}"
    if "?" not in question.rephrased:
        yield f"'anders' vraagt niets: {question.rephrased[:60]!r}"


def spoken(advice: Advice) -> Iterator[str]:
    """Every piece of text in an advice that a person reads, except quotes."""
    yield from (advice.title, advice.explanation)
    yield from (step.text for step in advice.steps)
    yield from (referral.purpose for referral in advice.referrals)
    yield from (point.text for point in advice.open_points)


def faults_in_tree_words(tree: Tree) -> Iterator[str]:
    """Everything in the advices of a tree that is hard to read."""
    for advice in tree.advices:
        for text in spoken(advice):
            yield from (f"{advice.id}: {fault}" for fault in faults_in_words(text))
