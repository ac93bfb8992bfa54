"""Why an advice is what it is, what would change it, and what the code leaves open."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.catalogue import Catalogue
from bot.comparing import Flip, flips
from bot.phrases import Phrases
from bot.tree import Advice, Answer, Question, Source, Tree
from bot.walk import Place, decisive

MOST_TURNING, MOST_PASSAGES = 3, 2
Told = tuple[Question, Answer]


@dataclass(frozen=True)
class Turning:
    """Another answer to one question and the verdicts it would surely lead to, none of which is the present one."""

    question: Question
    answer: Answer
    verdicts: tuple[str, ...]


def told_with(questions: Mapping[str, Question], answers: Sequence[tuple[str, str]]) -> tuple[Told, ...]:
    """The questions with their answers, by these ids."""
    return tuple((questions[question], questions[question].answers[answer]) for question, answer in answers)


def settled(tree: Tree, place: Place) -> tuple[Told, ...]:
    """The answers that settled the advice."""
    return told_with(tree.questions, decisive(place))


def turning(tree: Tree, place: Place) -> tuple[Turning, ...]:
    """What would change the verdict: at most one answer to a question, the surest first, of equals the last asked."""
    assert isinstance(place.node, Advice)
    order = [question for question, _ in place.taken]
    found = [flip for flip in flips(tree, place) if place.node.verdict not in verdicts(flip)]
    found.sort(key=lambda flip: (len(verdicts(flip)), -order.index(flip.question)))
    first = {flip.question: flip for flip in reversed(found)}
    kept = [flip for flip in found if first[flip.question] is flip][:MOST_TURNING]
    return tuple(Turning(*told, verdicts(flip))
                 for flip in kept for told in told_with(tree.questions, [(flip.question, flip.answer)]))


def verdicts(flip: Flip) -> tuple[str, ...]:
    """The verdicts that another answer leads to, each once."""
    return tuple(dict.fromkeys(verdict for verdict, _ in flip.outcomes))


def turning_line(phrases: Phrases, found: Turning) -> str:
    """What would change the verdict, in one sentence."""
    names = (named for verdict in found.verdicts for named in phrases.say(f"oordeel_{verdict}"))
    led_to = " of ".join(f"{name[0].lower()}{name[1:]}" for name in names)
    return phrases.line("anders_regel", vraag=found.question.text, antwoord=found.answer.label, oordelen=led_to)


def core_line(phrases: Phrases, advice: Advice) -> str:
    """The verdict in one line; help without a verdict has only its title."""
    if advice.verdict == "geen_oordeel":
        return advice.title
    return phrases.line("advies_kern", oordeel=phrases.line(f"oordeel_{advice.verdict}"), titel=advice.title)


def open_lines(catalogue: Catalogue, advice: Advice) -> tuple[str, ...]:
    """What the code leaves open, each said as a silence or as an ambiguity."""
    return tuple(line for point in advice.open_points
                 for line in catalogue.phrases.say(f"open_{point.kind}", tekst=point.text))


def remarks(catalogue: Catalogue, tree: Tree) -> tuple[str, ...]:
    """That this is advice only, and that a draft has not been confirmed."""
    say, organisation = catalogue.phrases.say, catalogue.code(tree.code).organisation
    draft = say("advies_concept", organisatie=organisation) if tree.status.state == "concept" else ()
    return (*draft, *say("advies_slot"))


def main_sources(tree: Tree, place: Place) -> tuple[Source, ...]:
    """The passages that an advice rests on most: its first ones, and those of the circumstances that hold."""
    also = (source for held in tree.circumstances if (held.question.id, held.answer) in place.held
            for source in held.sources)
    return tuple(dict.fromkeys((*place.node.sources[:MOST_PASSAGES], *also)))
