"""A turn of the assistant, as it goes over the line."""
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

Kind = Literal["welkom", "vraag", "advies", "verduidelijking", "informatie", "acuut", "buiten_bereik", "niet_begrepen",
               "afscheid"]
Verdict = Literal["toegestaan", "toegestaan_mits", "niet_toegestaan", "overleg", "geen_oordeel"]
Duty = Literal["verplicht", "niet_verplicht", "nvt"]


class Outgoing(BaseModel):
    """Something the edge sends, with its fields in camelCase."""

    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True, validate_by_alias=True)


class Bron(Outgoing):
    """A literal passage of a code."""

    code: str = Field(description="Het id van de gedragscode.")
    vindplaats: str = Field(description="Artikel of kop in de gedragscode.")
    citaat: str = Field(description="Letterlijk zoals het in de gedragscode staat.")


class Vraag(Outgoing):
    """The open question."""

    vraag_id: str = Field(description="Het vaste id van de vraag.")
    tekst: str = Field(description="De vraag zoals hij wordt gesteld.")
    waarom: str = Field(description="Waarom dit wordt gevraagd.")
    bronnen: list[Bron] = Field(description="De passages uit de gedragscode waar dit op rust.")
    stap: int = Field(description="De hoeveelste vraag dit is, vanaf 1.")


class Doorverwijzing(Outgoing):
    """Somebody to talk to."""

    rol: str = Field(description="De rol, zoals leidinggevende of vertrouwenspersoon.")
    naam: str = Field(description="Hoe deze rol in de organisatie heet.")
    waarvoor: str = Field(description="Waar je met deze persoon over praat.")
    bereikbaar: str = Field(description="Hoe je deze persoon bereikt.")


class Antwoord(Outgoing):
    """A question with the answer given to it."""

    vraag_id: str = Field(description="Het vaste id van de vraag.")
    keuze_id: str = Field(description="Het vaste id van het antwoord of de keuze.")


class Verteld(Antwoord):
    """A question with the answer given to it, also in words."""

    vraag: str = Field(description="De vraag zoals die gesteld wordt.")
    antwoord: str = Field(description="Het antwoord zoals het op de knop staat.")


class Waarom(Outgoing):
    """Why the advice is what it is."""

    tekst: str = Field(description="De uitleg bij het oordeel.")
    antwoorden: list[Verteld] = Field(description="De antwoorden die de doorslag gaven, in woorden.")


class Anders(Verteld):
    """Another answer that would or could change the verdict."""

    oordelen: list[Verdict] = Field(description="Waar dat antwoord toe kan leiden.")
    zeker: bool = Field(description="Of het oordeel zeker verandert; anders hangt het af van de vraag erna.")
    tekst: str = Field(description="Hetzelfde in woorden.")


class OpenPunt(Outgoing):
    """Something that the code leaves open."""

    soort: Literal["stil", "dubbelzinnig"] = Field(description="Of de code hier zwijgt of niet eenduidig is.")
    tekst: str = Field(description="Wat er openblijft.")


class Afwijzing(Outgoing):
    """Words to decline kindly."""

    zin: str = Field(description="Nee zeggen in één zin.")
    onderwerp: str = Field(description="Het onderwerp van de mail.")
    mail: list[str] = Field(description="De mail, per alinea.")
    bronnen: list[Bron] = Field(description="Waar de reden op rust.")


class Advies(Outgoing):
    """The advice."""

    advies_id: str = Field(description="Draagt code, versie en antwoorden; op te vragen bij /adviezen/{adviesId}.",
                           examples=["limburg.geschenk.1.0011.jh9dmwmdg.g673j6"])
    oordeel: Verdict = Field(description="Wat de gedragscode ervan vindt.")
    melden: Duty = Field(description="Of je dit moet melden.")
    titel: str = Field(description="De titel in één zin.")
    kern: str = Field(description="Het oordeel en de titel in één regel.")
    uitleg: str = Field(description="Waarom dit het advies is.")
    stappen: list[str] = Field(description="Wat je nu kunt doen, op volgorde.")
    doorverwijzingen: list[Doorverwijzing] = Field(description="Met wie je kunt praten.")
    bronnen: list[Bron] = Field(description="De passages uit de gedragscode waar dit op rust.")
    doorslaggevend: list[Antwoord] = Field(description="De antwoorden die de doorslag gaven.")
    waarom: Waarom = Field(description="De uitleg, met de antwoorden die de doorslag gaven.")
    anders: list[Anders] = Field(description="Hoogstens drie andere antwoorden die het oordeel (kunnen) veranderen.")
    open_punten: list[OpenPunt] = Field(description="Wat de gedragscode openlaat.")
    opmerkingen: list[str] = Field(description="Wat een advies niet is.")
    afwijzen: Afwijzing | None = Field(description="Hoe je vriendelijk nee zegt, als het advies dat vraagt.")


class Keuze(Outgoing):
    """Something to choose."""

    keuze_id: str = Field(description="Het vaste id van het antwoord of de keuze.")
    label: str = Field(description="De tekst op de knop.")


class Label(Outgoing):
    """A label with its certainty from 0 to 1."""

    label: str = Field(description="Het dilemma of onderwerp.")
    zekerheid: float = Field(description="Hoe zeker dit is, van 0 tot 1.")


class Feit(Outgoing):
    """A fact that was read from a text."""

    vraag_id: str = Field(description="Het vaste id van de vraag.")
    keuze_id: str = Field(description="Het vaste id van het antwoord of de keuze.")
    uit: str = Field(description="De woorden waar dit uit is gehaald.")


class Begrepen(Outgoing):
    """What a text was taken for."""

    label: str = Field(description="Waar de tekst over gaat.")
    zekerheid: float = Field(description="Hoe zeker dit is, van 0 tot 1.")
    alternatieven: list[Label] = Field(description="Waar het ook over kan gaan.")
    feiten: list[Feit] = Field(description="Wat er uit de tekst is gehaald.")


class Beurt(Outgoing):
    """One turn of the assistant."""

    soort: Kind = Field(description="Wat voor beurt dit is.")
    dilemma: str | None = Field(description="Het dilemma waar het over gaat.")
    berichten: list[str] = Field(description="Wat de assistent zegt, op volgorde, als platte tekst.")
    vraag: Vraag | None = Field(description="De vraag die nu openstaat.")
    advies: Advies | None = Field(description="Het advies, als dat er is.")
    keuzes: list[Keuze] = Field(description="Waaruit je kunt kiezen.")
    begrepen: Begrepen | None = Field(description="Hoe de getypte tekst is begrepen.")
