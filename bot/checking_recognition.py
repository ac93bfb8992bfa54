"""Faults in how answers are recognised, in an editor's words."""
from collections.abc import Iterator

from bot.catalogue import Catalogue
from bot.lexicon import Lexicon
from bot.parts import ANYWHERE, OR, clues_in, joined, parts_of, tokens_in
from bot.question import Question


def recognition_faults(catalogue: Catalogue) -> Iterator[str]:
    """Every fault in the phrases of the questions and of the conversation, with the place where it is."""
    for question in catalogue.questions.values():
        where = f"herkennen/{question.id}.yml"
        yield from (f"{where}: {fault}" for fault in faults_in(question, catalogue.lexicon))
    for name, phrases in catalogue.phrases.cues.items():
        yield from (f"gesprek.yml › herken › {name}: '{phrase}': {fault}"
                    for phrase in phrases for fault in phrase_faults(phrase, catalogue.lexicon))


def faults_in(question: Question, lexicon: Lexicon) -> Iterator[str]:
    """Phrases that can never be found as meant or stand under two answers, and concepts that the lexicon lacks."""
    under: dict[str, str] = {}
    for phrase, answer in said(question):
        if under.setdefault(phrase, answer) != answer:
            yield f"'{phrase}' staat bij '{under[phrase]}' en bij '{answer}'"
    for phrase in [*under, *question.misread]:
        yield from (f"'{phrase}': {fault}" for fault in phrase_faults(phrase, lexicon))
    for concept in (*question.amounts_near, *question.amounts_not_near):
        if concept not in lexicon.concepts:
            yield f"begrip '{concept}' staat niet in het lexicon"


def said(question: Question) -> Iterator[tuple[str, str]]:
    """Each phrase of a question with its answer."""
    for answer in question.answers.values():
        yield from ((phrase, answer.id) for phrase in (*answer.phrases, *answer.replies))


def phrase_faults(phrase: str, lexicon: Lexicon) -> Iterator[str]:
    """What is wrong in one phrase."""
    for token in sorted({token for part in clues_in(phrase) for token in part if "{" in token or "}" in token}):
        if token[1:-1] not in lexicon.concepts or token != f"{{{token[1:-1]}}}":
            yield f"begrip '{token}' staat niet in het lexicon"
    for either in (either for piece in phrase.split() if OR in piece for either in piece.split(OR)):
        if len(tokens_in(either)) != 1:
            yield f"'{either}' is geen één woord, en dat moet bij een keuze met {OR}"
    if any(all(part in ANYWHERE for part in parts_of(one)) for one in joined(phrase)):
        yield "hierin staat geen woord"
