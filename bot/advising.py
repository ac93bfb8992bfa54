"""The advice as it is said: verdict, why, what to do, who to talk to, what would change it, and how sure it is."""
from collections.abc import Iterator, Sequence

from bot.catalogue import Catalogue
from bot.explaining import core_line, main_sources, open_lines, remarks, settled, turning, turning_line
from bot.tree import Advice, Source, Tree
from bot.turn import Choice, referrals_json
from bot.walk import Place


def advice_words(catalogue: Catalogue, tree: Tree, place: Place) -> tuple[str, ...]:
    """Everything there is to say about an advice, in the order in which somebody wants to know it."""
    advice, say = place.node, catalogue.phrases.say
    assert isinstance(advice, Advice)
    return (
        core_line(catalogue.phrases, advice), advice.explanation,
        *headed(say("doorslag"), settled_lines(catalogue, tree, place)), *main_passages(catalogue, tree, place),
        *say("stappen"), *step_lines(catalogue, advice),
        *headed(say("mensen_kop"), people_lines(catalogue, tree, advice)),
        *headed(say("anders"), tuple(turning_line(catalogue.phrases, found) for found in turning(tree, place))),
        *headed(say("open_kop"), open_lines(catalogue, advice)), *remarks(catalogue, tree), *say("advies_vragen"))


def headed(heading: Sequence[str], lines: Sequence[str]) -> tuple[str, ...]:
    """The lines below their heading; nothing when there are no lines."""
    return (*heading, *lines) if lines else ()


def settled_lines(catalogue: Catalogue, tree: Tree, place: Place) -> tuple[str, ...]:
    """The answers that settled it."""
    return tuple(catalogue.phrases.line("doorslag_regel", vraag=question.text, antwoord=answer.label)
                 for question, answer in settled(tree, place))


def main_passages(catalogue: Catalogue, tree: Tree, place: Place) -> Iterator[str]:
    """The passages it rests on most, and that there are more."""
    found = main_sources(tree, place)
    yield from passages(catalogue, found)
    if len(found) < len(place.node.sources):
        yield from catalogue.phrases.say("meer_passages")


def step_lines(catalogue: Catalogue, advice: Advice) -> Iterator[str]:
    """What to do now, numbered."""
    for number, step in enumerate(advice.steps, start=1):
        yield from catalogue.phrases.say("stap", nummer=number, stap=step.text)


def people_lines(catalogue: Catalogue, tree: Tree, advice: Advice) -> tuple[str, ...]:
    """Who to talk to, what about, and how to reach them."""
    found = referrals_json(catalogue.code(tree.code), advice.referrals)
    return tuple(line for person in found for line in catalogue.phrases.say("contact", **person))


def passages(catalogue: Catalogue, sources: Sequence[Source]) -> tuple[str, ...]:
    """The quotes with their place."""
    return tuple(line for source in sources
                 for line in catalogue.phrases.say("passage", citaat=source.quote, plaats=source.place))


def afterwards(catalogue: Catalogue, tree: Tree, place: Place) -> tuple[Choice, ...]:
    """What can be done with an advice: say whether it helped, decline kindly, take the card, ask something else."""
    buttons = catalogue.phrases.buttons
    declines = (tree.dilemma, place.node.id) in catalogue.code(tree.code).refusals
    return (
        Choice("nuttig:ja", buttons["nuttig_ja"]), Choice("nuttig:nee", buttons["nuttig_nee"]),
        *((Choice("afwijzen", buttons["afwijzen"]),) if declines else ()),
        Choice("kaart", buttons["kaart"]), Choice("opnieuw", buttons["opnieuw_vraag"]))
