"""The advice as it is said: verdict, why, what to do, who to talk to, what would change it, and how sure it is."""
from collections.abc import Iterable, Iterator, Sequence

from bot.catalogue import Catalogue
from bot.explaining import core_line, main_sources, open_lines, remarks, settled, told_line, turning, turning_line
from bot.referring import contacts, passages
from bot.tree import Advice, Tree
from bot.turn import Choice, referrals_json
from bot.walk import Place

Lines = tuple[str, ...]


def advice_words(catalogue: Catalogue, tree: Tree, place: Place) -> Lines:
    """Everything there is to say about an advice, in the order in which somebody wants to know it.

    Right after another advice only the verdict and the steps are said again, and the steps only when they changed.
    """
    advice, say = place.node, catalogue.phrases.say
    assert isinstance(advice, Advice)
    people = referrals_json(catalogue.code(tree.code), advice.referrals)
    flips = (turning_line(catalogue.phrases, found, settled(tree, place)) for found in turning(tree, place))
    return (
        core_of(catalogue, place), *unsaid(catalogue, [advice.explanation]),
        *headed(say("doorslag"), unsaid(catalogue, settled_lines(catalogue, tree, place))),
        *main_passages(catalogue, tree, place), *steps(catalogue, place),
        *headed(say("mensen_kop"), contacts(catalogue, people)), *headed(say("anders"), unsaid(catalogue, flips)),
        *headed(say("open_kop"), unsaid(catalogue, open_lines(catalogue, advice))),
        *unsaid(catalogue, (*remarks(catalogue, tree), *say("advies_vragen"))))


def core_of(catalogue: Catalogue, place: Place) -> str:
    """The verdict in one line; nothing at a question."""
    return core_line(catalogue.phrases, place.node) if isinstance(place.node, Advice) else ""


def headed(heading: Sequence[str], lines: Sequence[str]) -> Lines:
    """The lines below their heading; nothing when there are no lines."""
    return (*heading, *lines) if lines else ()


def unsaid(catalogue: Catalogue, lines: Iterable[str]) -> Lines:
    """What in these lines was not said in the last turn."""
    return tuple(new for line in lines if (new := catalogue.phrases.said.new_in(line)))


def steps(catalogue: Catalogue, place: Place) -> Lines:
    """What to do now; when the last turn said exactly these steps, that they stay."""
    if catalogue.phrases.said.exactly(steps_as_one(place)):
        return catalogue.phrases.say("stappen_blijven")
    return headed(catalogue.phrases.say("stappen"), tuple(step_lines(catalogue, place)))


def steps_as_one(place: Place) -> str:
    """The steps of an advice together, by which they are known to be all the same; nothing at a question."""
    return " – ".join(step.text for step in place.node.steps) if isinstance(place.node, Advice) else ""


def settled_lines(catalogue: Catalogue, tree: Tree, place: Place) -> Lines:
    """The answers that settled it."""
    return tuple(told_line(catalogue.phrases, question, answer) for question, answer in settled(tree, place))


def main_passages(catalogue: Catalogue, tree: Tree, place: Place) -> Iterator[str]:
    """The passages it rests on most, and that there are more."""
    found = main_sources(tree, place)
    yield from passages(catalogue, found)
    if len(found) < len(place.node.sources):
        yield from unsaid(catalogue, catalogue.phrases.say("meer_passages"))


def step_lines(catalogue: Catalogue, place: Place) -> Iterator[str]:
    """What to do now, numbered."""
    for number, step in enumerate(place.node.steps if isinstance(place.node, Advice) else (), start=1):
        yield from catalogue.phrases.say("stap", nummer=number, stap=step.text)


def afterwards(catalogue: Catalogue, tree: Tree, place: Place) -> tuple[Choice, ...]:
    """What can be done with an advice: say whether it helped, decline kindly, take the card, ask something else."""
    buttons = catalogue.phrases.buttons
    declines = (tree.dilemma, place.node.id) in catalogue.code(tree.code).refusals
    return (
        Choice("nuttig:ja", buttons["nuttig_ja"]), Choice("nuttig:nee", buttons["nuttig_nee"]),
        *((Choice("afwijzen", buttons["afwijzen"]),) if declines else ()),
        Choice("kaart", buttons["kaart"]), Choice("opnieuw", buttons["opnieuw_vraag"]))
