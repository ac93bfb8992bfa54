"""What facts lead to: under two codes, or with one answer changed."""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.question import DONT_KNOW
from bot.tree import Advice, Ask, Tree
from bot.walk import Place, placed

Outcome = tuple[str, str]
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Difference:
    """Facts that both codes ask for, and the outcomes (verdict, duty) each code can still come to."""

    facts: Pairs
    first: tuple[Outcome, ...]
    second: tuple[Outcome, ...]


@dataclass(frozen=True)
class Flip:
    """Another answer to one question, and the outcomes it would lead to."""

    question: str
    answer: str
    outcomes: tuple[Outcome, ...]


def ends(tree: Tree, facts: Mapping[str, str]) -> Iterator[Place]:
    """Every advice that these facts can still lead to; what they do not tell gets every answer but "weet niet"."""
    def onward(node: Ask | Advice, taken: Pairs) -> Iterator[Place]:
        if isinstance(node, Advice):
            yield placed(tree, node, taken, facts)
            return
        for answer in answers_to(node, facts):
            yield from onward(tree.nodes[node.leads_to[answer]], (*taken, (node.question.id, answer)))
    return onward(tree.nodes[tree.start], ())


def answers_to(ask: Ask, facts: Mapping[str, str]) -> tuple[str, ...]:
    """The answer that the facts give, otherwise all but "weet niet"."""
    told = facts.get(ask.question.id)
    return (told,) if told else tuple(answer for answer in ask.leads_to if answer != DONT_KNOW)


def outcomes(tree: Tree, facts: Mapping[str, str]) -> tuple[Outcome, ...]:
    """The outcomes (verdict, duty) that these facts can still lead to, each once."""
    found = (place.node for place in ends(tree, facts))
    return tuple(dict.fromkeys((node.verdict, node.duty) for node in found if isinstance(node, Advice)))


def flips(tree: Tree, place: Place) -> Iterator[Flip]:
    """The single answers that would surely change the outcome of an advice."""
    if not isinstance(place.node, Advice):
        return
    told, now = dict((*place.taken, *place.held)), (place.node.verdict, place.node.duty)
    for question, given in place.taken:
        for answer in tree.questions[question].answers:
            found = () if answer in (given, DONT_KNOW) else outcomes(tree, {**told, question: answer})
            if found and now not in found:
                yield Flip(question, answer, found)


def differences(first: Tree, second: Tree) -> Iterator[Difference]:
    """The sets of equal facts on which two codes cannot agree, from the paths of the first."""
    for facts in shared_facts(first, second):
        here, there = outcomes(first, dict(facts)), outcomes(second, dict(facts))
        if not set(here) & set(there):
            yield Difference(facts, here, there)


def shared_facts(first: Tree, second: Tree) -> tuple[Pairs, ...]:
    """The facts on each path of the first tree that the second asks for as well, each set once."""
    common = {ask.question.id for ask in first.asks} & {ask.question.id for ask in second.asks}
    found = (tuple(pair for pair in place.taken if pair[0] in common) for place in ends(first, {}))
    return tuple(dict.fromkeys(facts for facts in found if facts))
