"""A turn as a page shows it: what is said, what can be chosen, and the advice as a card."""
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from api.v1.models import Advies, Beurt

ASIDES = {"ook:": "ook_voor_jou", "wijzig:": "klopt_niet"}


@dataclass(frozen=True)
class Option:
    """Something to choose; `href` when it is a link and not a button."""

    id: str
    label: str
    href: str | None = None


@dataclass(frozen=True)
class Shown:
    """A turn in the order in which a page shows it; nothing is said twice and nothing is left out."""

    kind: str
    said: tuple[str, ...]
    legend: str | None
    answers: tuple[Option, ...]
    asides: tuple[tuple[str, tuple[Option, ...]], ...]
    advice: Advies | None


def shown(beurt: Beurt, link: Callable[[str], str | None] = lambda _: None) -> Shown:
    """The turn, with a link for each choice where `link` gives one."""
    lead, advice = around(beurt)
    options = tuple(Option(choice.keuze_id, choice.label, link(choice.keuze_id)) for choice in beurt.keuzes)
    answers = tuple(option for option in options if not option.id.startswith(tuple(ASIDES)))
    said, legend = (lead, None) if advice else headed(beurt, lead, answers)
    asides = tuple((name, tuple(option for option in options if option.id.startswith(start)))
                   for start, name in ASIDES.items())
    return Shown(beurt.soort, tuple(said), legend, answers, tuple(aside for aside in asides if aside[1]), advice)


def around(beurt: Beurt) -> tuple[Sequence[str], Advies | None]:
    """What is said before the advice; all words when this turn does not say the advice itself."""
    advice, words = beurt.advies, beurt.berichten
    if advice is None or (beurt.soort != "advies" and advice.kern not in words):
        return words, None
    return words[:words.index(advice.kern) if advice.kern in words else 0], advice


def headed(beurt: Beurt, lead: Sequence[str], answers: Sequence[Option]) -> tuple[Sequence[str], str | None]:
    """The words above the choices and the words that head them; no words when there is nothing to choose."""
    last = lead[-1] if lead else ""
    if beurt.vraag is not None:
        return (lead[:-1] if last == beurt.vraag.tekst else lead), beurt.vraag.tekst
    if answers and last.strip().endswith("?"):
        return lead[:-1], last
    return lead, "" if answers else None

