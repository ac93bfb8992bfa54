"""Codes of conduct and their trees, as they go over the line."""
from pydantic import Field

from api.v1.models import Bron, Doorverwijzing, Duty, Outgoing, Verdict


class CodeKort(Outgoing):
    """A code in a list."""

    code: str = Field(description="Het id van de gedragscode.")
    naam: str = Field(description="De naam van de gedragscode.")
    organisatie: str = Field(description="De organisatie van deze gedragscode.")
    kort: str = Field(description="Korte naam van de organisatie, voor op een knop.")
    editie: str = Field(description="De uitgave van de gedragscode.")


class CodeHeel(CodeKort):
    """A code by itself."""

    algemene_norm: str = Field(description="De algemene norm, voor als de code geen aparte regel heeft.")
    dilemmas: list[str] = Field(description="De dilemma's met een beslisboom.")


class Codes(Outgoing):
    """All codes."""

    codes: list[CodeKort] = Field(description="Alle gedragscodes.")


class Artikel(Outgoing):
    """A passage of a code under one heading."""

    artikel_id: str = Field(description="Het id van de passage.")
    kop: str = Field(description="De kop boven de passage.")
    tekst: str = Field(description="Letterlijk, na herstel van omzetfouten.")


class Artikelen(Outgoing):
    """All passages of a code."""

    artikelen: list[Artikel] = Field(description="Alle passages, op volgorde.")


class Contacten(Outgoing):
    """Everyone a code names to talk to."""

    contacten: list[Doorverwijzing] = Field(description="Iedereen die de gedragscode noemt.")


class Staat(Outgoing):
    """Whether a tree was confirmed."""

    stand: str = Field(description="'concept' of 'vastgesteld'.")
    door: str | None = Field(description="Wie de boom heeft vastgesteld.")
    op: str | None = Field(description="Wanneer de boom is vastgesteld.")


class BoomKort(Outgoing):
    """A tree in a list."""

    dilemma: str = Field(description="Het dilemma waar het over gaat.")
    titel: str = Field(description="De titel in één zin.")
    versie: str = Field(description="De versie van de beslisboom.")
    status: Staat = Field(description="Of de beslisboom is vastgesteld.")


class Beslisbomen(Outgoing):
    """All trees of a code."""

    beslisbomen: list[BoomKort] = Field(description="Alle beslisbomen.")


class Antwoordkeuze(Outgoing):
    """One answer to a question and where it leads."""

    keuze_id: str = Field(description="Het vaste id van het antwoord of de keuze.")
    label: str = Field(description="De tekst op de knop.")
    naar: str = Field(description="Het knoopId van de volgende vraag of van het advies.")


class Vraagknoop(Outgoing):
    """A place in a tree where a question is put."""

    knoop_id: str = Field(description="Het id van deze plek in de boom.")
    vraag_id: str = Field(description="Het vaste id van de vraag.")
    tekst: str = Field(description="De vraag zoals hij wordt gesteld.")
    waarom: str = Field(description="Waarom dit wordt gevraagd.")
    bronnen: list[Bron] = Field(description="De passages uit de gedragscode waar dit op rust.")
    antwoorden: list[Antwoordkeuze] = Field(description="De antwoorden en waar ze naartoe leiden.")


class Adviesknoop(Outgoing):
    """A place in a tree where a path ends."""

    knoop_id: str = Field(description="Het id van deze plek in de boom.")
    oordeel: Verdict = Field(description="Wat de gedragscode ervan vindt.")
    melden: Duty = Field(description="Of je dit moet melden.")
    titel: str = Field(description="De titel in één zin.")
    uitleg: str = Field(description="Waarom dit het advies is.")
    stappen: list[str] = Field(description="Wat je nu kunt doen, op volgorde.")
    doorverwijzingen: list[Doorverwijzing] = Field(description="Met wie je kunt praten.")
    bronnen: list[Bron] = Field(description="De passages uit de gedragscode waar dit op rust.")


class Beslisboom(BoomKort):
    """A whole tree."""

    code: str = Field(description="Het id van de gedragscode.")
    begin: str = Field(description="Het knoopId waar het begint.")
    vragen: list[Vraagknoop] = Field(description="Alle vragen in de boom.")
    adviezen: list[Adviesknoop] = Field(description="Alle adviezen in de boom.")
