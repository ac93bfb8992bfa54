"""What a fact that any conversation can hold changes in an advice."""
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from bot.tree import Advice, Circumstance, Referral, Step

ALLOWED = ("toegestaan", "toegestaan_mits")


def held_in(circumstances: Iterable[Circumstance], given: Mapping[str, str]) -> tuple[Circumstance, ...]:
    """The circumstances that these answers state."""
    return tuple(held for held in circumstances if given.get(held.question.id) == held.answer)


def adjusted(advice: Advice, held: Sequence[Circumstance]) -> Advice:
    """The advice under these circumstances: who falls away is replaced, what holds is said with its source."""
    return reduce(under, held, advice)


def under(advice: Advice, held: Circumstance) -> Advice:
    """The advice under one circumstance; what only the replaced role could allow becomes a talk."""
    if held.title and advice.verdict in ALLOWED and held.replaces in {referral.role for referral in advice.referrals}:
        advice = replace(advice, verdict="overleg", duty="verplicht", title=held.title)
    kept = tuple(referral for referral in advice.referrals if referral.role != held.replaces)
    return replace(
        advice, explanation=f"{advice.explanation} {held.explanation}", steps=tuple(steps_under(advice.steps, held)),
        referrals=(*kept, *others(held.referrals, kept)),
        sources=tuple(dict.fromkeys((*advice.sources, *held.sources))),
        open_points=(*advice.open_points, *held.open_points))


def steps_under(steps: Sequence[Step], held: Circumstance) -> Iterator[Step]:
    """The steps with the new ones where the first one fell away, or at the end; what is left of those stays."""
    waiting = list(held.steps)
    for step in steps:
        if held.replaces is None or step.role != held.replaces:
            yield step
            continue
        yield from waiting
        waiting.clear()
        if step.rest:
            yield Step(step.rest)
    yield from waiting


def others(referrals: Iterable[Referral], known: Iterable[Referral]) -> Iterator[Referral]:
    """The referrals to somebody who is not known yet."""
    roles = {referral.role for referral in known}
    yield from (referral for referral in referrals if referral.role not in roles)
