"""What the adviser knows, as frozen data: trees and advices."""
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.question import Question

VERDICTS = ("toegestaan", "toegestaan_mits", "niet_toegestaan", "overleg", "geen_oordeel")
DUTIES = ("verplicht", "niet_verplicht", "nvt")
ROLES = (
    "leidinggevende", "andere_leidinggevende", "vertrouwenspersoon", "team_integriteit", "meldpunt",
    "klachtencommissie", "communicatie", "it_servicedesk", "hr_adviseur", "coach", "directie",
    "algemeen_directeur", "huis_voor_klokkenluiders", "noodhulp",
)
DILEMMAS = (
    "geschenk", "faciliteit", "uitnodiging", "reis", "omkoping", "nevenwerkzaamheden", "politieke_nevenfunctie",
    "financieel_belang", "belangenverstrengeling", "commerciele_activiteit", "draaideur", "sponsoring",
    "vertrouwelijke_informatie", "statenlid_informatie", "media", "meningsuiting", "bedrijfsmiddelen", "dienstauto",
    "ict_incident", "declaratie", "dienstreis", "prive_relatie", "prive_contact", "ongewenst_gedrag", "melden",
    "loyaliteit", "aanspreken",
)


@dataclass(frozen=True)
class Source:
    """A literal passage of a code: `section` is the id of the section it stands in."""

    code: str
    section: str
    place: str
    quote: str


@dataclass(frozen=True)
class Ask:
    """A place in a tree where a question is put; `leads_to` maps answer ids to node ids."""

    id: str
    question: Question
    sources: tuple[Source, ...]
    leads_to: Mapping[str, str]


@dataclass(frozen=True)
class Referral:
    """Somebody to talk to, by role, and what for."""

    role: str
    purpose: str


@dataclass(frozen=True)
class Step:
    """Something to do now; `role` names who it is done with, `rest` what is left when that person falls away."""

    text: str
    role: str | None = None
    rest: str | None = None


@dataclass(frozen=True)
class OpenPoint:
    """Where the code is silent (`stil`) or ambiguous (`dubbelzinnig`), said to the user."""

    kind: str
    text: str
    reference: str | None = None


@dataclass(frozen=True)
class Advice:
    """Where a path ends: verdict, duty, what to do, who to talk to and what it rests on."""

    id: str
    verdict: str
    duty: str
    title: str
    explanation: str
    steps: tuple[Step, ...]
    referrals: tuple[Referral, ...]
    sources: tuple[Source, ...]
    open_points: tuple[OpenPoint, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Status:
    """Whether a tree is a draft (`concept`) or confirmed (`vastgesteld`), by which role and when."""

    state: str
    by: str | None = None
    on: str | None = None


@dataclass(frozen=True)
class Circumstance:
    """A fact that any conversation can hold and what it changes in an advice; `replaces` is a role that falls away.

    An advice that allows something with the help of that role becomes a talk, under `title`.
    """

    question: Question
    answer: str
    label: str
    replaces: str | None
    title: str | None
    explanation: str
    steps: tuple[Step, ...]
    referrals: tuple[Referral, ...]
    sources: tuple[Source, ...]
    open_points: tuple[OpenPoint, ...] = ()


@dataclass(frozen=True)
class Tree:
    """The decision tree of one dilemma under one code."""

    code: str
    dilemma: str
    title: str
    version: str
    status: Status
    start: str
    nodes: Mapping[str, Ask | Advice]
    circumstances: tuple[Circumstance, ...] = ()

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every fact that matters here: what the tree asks, and what any conversation can hold."""
        asked = {ask.question.id: ask.question for ask in self.asks}
        return asked | {held.question.id: held.question for held in self.circumstances}

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """The places where a question is put, in the order of the file."""
        return tuple(node for node in self.nodes.values() if isinstance(node, Ask))

    @cached_property
    def advices(self) -> tuple[Advice, ...]:
        """The places where a path can end, in the order of the file."""
        return tuple(node for node in self.nodes.values() if isinstance(node, Advice))
