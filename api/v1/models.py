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

    code: str
    vindplaats: str = Field(description="Artikel of kop in de gedragscode.")
    citaat: str = Field(description="Letterlijk zoals het in de gedragscode staat.")


class Vraag(Outgoing):
    """The open question."""

    vraag_id: str
    tekst: str
    waarom: str = Field(description="Waarom dit wordt gevraagd.")
    bronnen: list[Bron]
    stap: int = Field(description="De hoeveelste vraag dit is, vanaf 1.")


class Doorverwijzing(Outgoing):
    """Somebody to talk to."""

    rol: str
    naam: str
    waarvoor: str
    bereikbaar: str


class Antwoord(Outgoing):
    """A question with the answer given to it."""

    vraag_id: str
    keuze_id: str


class Verteld(Antwoord):
    """A question with the answer given to it, also in words."""

    vraag: str
    antwoord: str


class Waarom(Outgoing):
    """Why the advice is what it is."""

    tekst: str
    antwoorden: list[Verteld] = Field(description="De antwoorden die de doorslag gaven, in woorden.")


class Anders(Verteld):
    """Another answer that would or could change the verdict."""

    oordelen: list[Verdict] = Field(description="Waar dat antwoord toe kan leiden.")
    zeker: bool = Field(description="Of het oordeel zeker verandert; anders hangt het af van de vraag erna.")
    tekst: str = Field(description="Hetzelfde in woorden.")


class OpenPunt(Outgoing):
    """Something that the code leaves open."""

    soort: Literal["stil", "dubbelzinnig"]
    tekst: str


class Afwijzing(Outgoing):
    """Words to decline kindly."""

    zin: str
    onderwerp: str = Field(description="Het onderwerp van de mail.")
    mail: list[str] = Field(description="De mail, per alinea.")
    bronnen: list[Bron] = Field(description="Waar de reden op rust.")


class Advies(Outgoing):
    """The advice."""

    advies_id: str = Field(description="Draagt code, versie en antwoorden; op te vragen bij /adviezen/{adviesId}.",
                           examples=["limburg.geschenk.1.0011.jh9dmwmdg.g673j6"])
    oordeel: Verdict
    melden: Duty
    titel: str
    kern: str = Field(description="Het oordeel en de titel in één regel.")
    uitleg: str
    stappen: list[str]
    doorverwijzingen: list[Doorverwijzing]
    bronnen: list[Bron]
    doorslaggevend: list[Antwoord] = Field(description="De antwoorden die de doorslag gaven.")
    waarom: Waarom
    anders: list[Anders] = Field(description="Hoogstens drie andere antwoorden die het oordeel (kunnen) veranderen.")
    open_punten: list[OpenPunt] = Field(description="Wat de gedragscode openlaat.")
    opmerkingen: list[str] = Field(description="Wat een advies niet is.")
    afwijzen: Afwijzing | None = Field(description="Hoe je vriendelijk nee zegt, als het advies dat vraagt.")


class Keuze(Outgoing):
    """Something to choose."""

    keuze_id: str
    label: str


class Label(Outgoing):
    """A label with its certainty from 0 to 1."""

    label: str
    zekerheid: float


class Feit(Outgoing):
    """A fact that was read from a text."""

    vraag_id: str
    keuze_id: str
    uit: str = Field(description="De woorden waar dit uit is gehaald.")


class Begrepen(Outgoing):
    """What a text was taken for."""

    label: str
    zekerheid: float
    alternatieven: list[Label]
    feiten: list[Feit]


class Beurt(Outgoing):
    """One turn of the assistant."""

    soort: Kind
    dilemma: str | None
    berichten: list[str] = Field(description="Wat de assistent zegt, op volgorde, als platte tekst.")
    vraag: Vraag | None
    advies: Advies | None
    keuzes: list[Keuze]
    begrepen: Begrepen | None
