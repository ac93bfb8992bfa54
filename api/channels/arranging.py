"""A reply as both channels show it: pieces of text, answers to choose, and what else can be chosen."""
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from api.channels.guests import Guest
from api.channels.turns import Reply, Said
from api.v1.models import Beurt, Keuze
from bot.catalogue import Catalogue

Kind = Literal["tekst", "kop", "stap", "citaat", "verwijzing"]
AT_QUESTION = ("waarom", "bron", "weet_niet", "terug", "samenvatting", "mens", "opnieuw", "stop")
AT_ADVICE = ("bron", "terug", "samenvatting", "mens", "opnieuw", "stop")
ELSEWHERE = ("samenvatting", "mens", "opnieuw", "stop")
CHANGES = ("wijzig:", "ook:")
CARD, CARD_FILE = "kaart", "kaart_bestand"


@dataclass(frozen=True)
class Piece:
    """Some text; a quote or a reference also has an address that opens it."""

    kind: Kind
    text: str
    address: str | None = None
    label: str = ""


@dataclass(frozen=True)
class Button:
    """Something to choose; `value` comes back when somebody does."""

    value: str
    label: str


@dataclass(frozen=True)
class Arranged:
    """Everything that goes into one message."""

    pieces: tuple[Piece, ...]
    answers: tuple[Button, ...] = ()
    more: tuple[Button, ...] = ()


class Arranging:
    """Arranges replies with links to the page of this deployment."""

    def __init__(self, catalogue: Catalogue, public_url: str) -> None:
        self.catalogue, self.public_url = catalogue, public_url
        self.buttons = catalogue.phrases.buttons

    def arrange(self, guest: Guest, reply: Reply) -> Arranged:
        """The reply; who hears the assistant for the first time also hears who can read along."""
        notice = () if guest.known.told else tuple(self.notice(guest))
        lead = tuple(Piece("tekst", line) for line in reply.lead)
        if reply.beurt is None:
            return Arranged((*notice, *lead))
        pieces = (*notice, *lead, *self.pieces(guest, reply.beurt))
        answers, more = self.choices(reply.beurt)
        return Arranged(pieces, answers, more)

    def notice(self, guest: Guest) -> Iterator[Piece]:
        """Who else can read along here, and the way to the page, which does not carry who somebody is."""
        channel = guest.place.partition("_")[0].capitalize()
        yield from (Piece("tekst", line) for line in self.catalogue.phrases.say(guest.place))
        if guest.private:
            yield Piece("verwijzing", "", guest.private, self.buttons["prive"])
        line, = self.catalogue.phrases.say("kanaal_webpagina", kanaal=channel)
        yield Piece("verwijzing", line, self.onward(guest), self.buttons["webpagina"])

    def onward(self, guest: Guest) -> str:
        """The address where this conversation goes on outside the channel."""
        return f"{self.public_url}/verder/{guest.token}"

    def pieces(self, guest: Guest, beurt: Beurt) -> Iterator[Piece]:
        """Every sentence of the turn, and the card when there is an advice."""
        for line in beurt.berichten:
            yield self.piece(guest, beurt, line)
        if beurt.advies:
            yield Piece("verwijzing", "", f"{self.onward(guest)}/gesprekskaart", self.buttons["kaart_link"])

    def piece(self, guest: Guest, beurt: Beurt, line: str) -> Piece:
        """A sentence, by what it is in the turn."""
        if beurt.advies and line == beurt.advies.kern:
            return Piece("kop", line)
        step = next((step for step in beurt.advies.stappen if line.endswith(step)), None) if beurt.advies else None
        if step:
            return Piece("stap", step)
        address = self.passage(guest, line)
        return Piece("citaat", line, address, self.buttons["gedragscode"]) if address else Piece("tekst", line)

    def passage(self, guest: Guest, line: str) -> str | None:
        """Where the passage that this line quotes stands in the code of conduct, or None when it quotes none."""
        sections = self.catalogue.code(guest.code).sections.values() if guest.code and line.endswith(")") else ()
        found = next((section for section in sections if line.endswith(f"({section.heading})")), None)
        return f"{self.public_url}/codes/{guest.code}#{quote(found.id)}" if found else None

    def choices(self, beurt: Beurt) -> tuple[tuple[Button, ...], tuple[Button, ...]]:
        """What can be chosen: the choices of the turn, and the controls that make sense after it."""
        asked = beurt.vraag.vraag_id if beurt.vraag else None
        answers = [choice for choice in beurt.keuzes
                   if choice.keuze_id != CARD and not choice.keuze_id.startswith(CHANGES)]
        changes = [choice for choice in beurt.keuzes if choice.keuze_id.startswith(CHANGES)]
        known = {choice.keuze_id for choice in beurt.keuzes}
        controls = [Keuze(keuze_id=name, label=self.buttons[name]) for name in controls_of(beurt) if name not in known]
        card = (Button(CARD_FILE, self.buttons["kaart_bestand"]),) if beurt.advies else ()
        return ((*(button(choice, asked) for choice in answers), *card),
                tuple(button(choice, asked if choice.keuze_id == "weet_niet" else None)
                      for choice in (*changes, *controls)))


def controls_of(beurt: Beurt) -> tuple[str, ...]:
    """The controls that make sense after this turn."""
    if beurt.soort == "afscheid":
        return ()
    return AT_QUESTION if beurt.vraag else AT_ADVICE if beurt.advies else ELSEWHERE


def button(choice: Keuze, question: str | None) -> Button:
    """The button of a choice; it remembers which question it answers."""
    return Button(f"{question or ''}|{choice.keuze_id}", choice.label)


def pressed(value: str) -> Said:
    """What somebody said by pressing the button with this value."""
    question, _, choice = value.rpartition("|")
    return Said(choice=choice, question=question or None)


def shortened(label: str, most: int) -> str:
    """The label, cut off where it is too long for a button."""
    return label if len(label) <= most else f"{label[:most - 1]}…"
