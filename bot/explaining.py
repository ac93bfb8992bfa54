"""Why an advice is what it is, what would change it, and what the code leaves open."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.catalogue import Catalogue
from bot.comparing import outcomes
from bot.phrases import Phrases
from bot.question import DONT_KNOW, Answer, Question
from bot.tree import Advice, Source, Tree
from bot.walk import Place, decisive

MOST_TURNING, MOST_PASSAGES = 3, 1
HELP = "geen_oordeel"
Told = tuple[Question, Answer]


@dataclass(frozen=True)
class Turning:
    """Another answer to one question and the other verdicts it leads to: surely, or depending on what is asked next."""

    question: Question
    answer: Answer
    verdicts: tuple[str, ...]
    sure: bool


def told_with(questions: Mapping[str, Question], answers: Sequence[tuple[str, str]]) -> tuple[Told, ...]:
    """The questions with their answers, by these ids."""
    return tuple((questions[question], questions[question].answers[answer]) for question, answer in answers)


def told_line(phrases: Phrases, question: Question, answer: Answer) -> str:
    """A question with the answer given to it, put in another way when the last turn put it so."""
    told = {"vraag": question.text, "antwoord": answer.label}
    ways = (phrases.say(name, **told) for name in ("samenvatting_regel", "samenvatting_regel_weer"))
    return " ".join(phrases.fresh(*ways))


def settled(tree: Tree, place: Place) -> tuple[Told, ...]:
    """The answers that settled the advice."""
    return told_with(tree.questions, decisive(place))


def turning(tree: Tree, place: Place) -> tuple[Turning, ...]:
    """What would change the verdict: at most one answer to a question, from the last question back; help has none."""
    if isinstance(place.node, Advice) and place.node.verdict == HELP:
        return ()
    best = (min(others_of(tree, place, question), key=doubt, default=None) for question, _ in reversed(place.taken))
    return tuple(found for found in best if found)[:MOST_TURNING]


def others_of(tree: Tree, place: Place, question: str) -> Iterator[Turning]:
    """The other answers to this question that lead, or can lead, to another verdict."""
    assert isinstance(place.node, Advice)
    told = dict((*place.taken, *place.held))
    for answer in tree.questions[question].answers.values():
        if answer.id in (told[question], DONT_KNOW):
            continue
        led_to = dict.fromkeys(verdict for verdict, _ in outcomes(tree, {**told, question: answer.id}))
        others = tuple(verdict for verdict in led_to if verdict not in (place.node.verdict, HELP))
        if others:
            yield Turning(tree.questions[question], answer, others, len(others) == len(led_to))


def doubt(found: Turning) -> tuple[bool, int]:
    """How uncertain it is what another answer leads to, for comparing."""
    return not found.sure, len(found.verdicts)


def turning_line(phrases: Phrases, found: Turning, told: Sequence[Told] = ()) -> str:
    """What would or could change the verdict, in words; without the question when it is one of those just told."""
    names = (named for verdict in found.verdicts for named in phrases.say(f"oordeel_{verdict}"))
    led_to = " of ".join(f"{name[0].lower()}{name[1:]}" for name in names)
    clear = found.question.id in {question.id for question, _ in told} and len(found.answer.label.split()) > 1
    name = f"anders_{'zeker' if found.sure else 'misschien'}{'_kort' if clear else ''}"
    return phrases.line(name, vraag=found.question.text, antwoord=found.answer.label, oordelen=led_to)


def core_line(phrases: Phrases, advice: Advice) -> str:
    """The verdict in one line; help without a verdict has only its title."""
    if advice.verdict == HELP:
        return advice.title
    verdict = phrases.line(f"oordeel_{advice.verdict}")
    return phrases.line("advies_kern", oordeel=verdict, titel=advice.title.rstrip("."))


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
