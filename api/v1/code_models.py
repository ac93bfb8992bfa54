"""Codes of conduct and their trees, as they go over the line."""
from pydantic import Field

from api.v1.models import Bron, Doorverwijzing, Duty, Outgoing, Verdict


class CodeKort(Outgoing):
    """A code in a list."""

    code: str = Field(description="Het id van de gedragscode.")
    naam: str
    organisatie: str
    kort: str = Field(description="Korte naam van de organisatie, voor op een knop.")
    editie: str


class CodeHeel(CodeKort):
    """A code by itself."""

    algemene_norm: str = Field(description="De algemene norm, voor als de code geen aparte regel heeft.")
    dilemmas: list[str] = Field(description="De dilemma's met een beslisboom.")


class Codes(Outgoing):
    """All codes."""

    codes: list[CodeKort]


class Artikel(Outgoing):
    """A passage of a code under one heading."""

    artikel_id: str
    kop: str
    tekst: str = Field(description="Letterlijk, na herstel van omzetfouten.")


class Artikelen(Outgoing):
    """All passages of a code."""

    artikelen: list[Artikel]


class Contacten(Outgoing):
    """Everyone a code names to talk to."""

    contacten: list[Doorverwijzing]


class Staat(Outgoing):
    """Whether a tree was confirmed."""

    stand: str = Field(description="'concept' of 'vastgesteld'.")
    door: str | None
    op: str | None


class BoomKort(Outgoing):
    """A tree in a list."""

    dilemma: str
    titel: str
    versie: str
    status: Staat


class Beslisbomen(Outgoing):
    """All trees of a code."""

    beslisbomen: list[BoomKort]


class Antwoordkeuze(Outgoing):
    """One answer to a question and where it leads."""

    keuze_id: str
    label: str
    naar: str = Field(description="Het knoopId van de volgende vraag of van het advies.")


class Vraagknoop(Outgoing):
    """A place in a tree where a question is put."""

    knoop_id: str
    vraag_id: str
    tekst: str
    waarom: str
    bronnen: list[Bron]
    antwoorden: list[Antwoordkeuze]


class Adviesknoop(Outgoing):
    """A place in a tree where a path ends."""

    knoop_id: str
    oordeel: Verdict
    melden: Duty
    titel: str
    uitleg: str
    stappen: list[str]
    doorverwijzingen: list[Doorverwijzing]
    bronnen: list[Bron]


class Beslisboom(BoomKort):
    """A whole tree."""

    code: str
    begin: str = Field(description="Het knoopId waar het begint.")
    vragen: list[Vraagknoop]
    adviezen: list[Adviesknoop]
