"""The gesprekskaart: one page about one advice for the talk with the manager; it names no person."""
import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from bot.catalogue import Catalogue
from bot.code import Code, Refusal
from bot.explaining import Told, core_line, open_lines, remarks, told_with
from bot.phrases import Phrases
from bot.receipt import receipt_for
from bot.referring import passages
from bot.tree import Advice, Tree
from bot.turn import Json, advice_json, open_json, told_json
from bot.walk import Place, walk


@dataclass(frozen=True)
class Card:
    """What was told and advised on one day; `receipt` is the id of the advice."""

    catalogue: Catalogue
    code: Code
    tree: Tree
    place: Place
    advice: Advice
    date: datetime.date

    @property
    def receipt(self) -> str:
        """The id that leads back to this advice."""
        return receipt_for(self.code, self.tree, self.place)

    @property
    def told(self) -> tuple[Told, ...]:
        """The questions with the answers given to them, as far as they led here."""
        return told_with(self.tree.questions, (*self.place.taken, *self.place.held))

    @property
    def phrases(self) -> Phrases:
        """The words around the advice."""
        return self.catalogue.phrases

    @property
    def refusal(self) -> Refusal | None:
        """How to decline kindly, for an advice that says so."""
        return self.code.refusals.get((self.tree.dilemma, self.advice.id))


@dataclass(frozen=True)
class Part:
    """A heading with the lines below it."""

    heading: str
    lines: tuple[str, ...]


def card_of(catalogue: Catalogue, code_id: str, dilemma: str, answers: Mapping[str, str],
            date: datetime.date) -> Card | None:
    """The card of the advice these answers lead to; None when they lead to a question."""
    code, tree = catalogue.code(code_id), catalogue.tree(code_id, dilemma)
    place = walk(tree, answers)
    return Card(catalogue, code, tree, place, place.node, date) if isinstance(place.node, Advice) else None


def title(card: Card) -> str:
    """What the card is and what it is about."""
    return card.phrases.line("kaart_titel", onderwerp=card.tree.title)


def made(card: Card) -> str:
    """For whom and when the card was made."""
    return card.phrases.line("kaart_gemaakt", organisatie=card.code.organisation, datum=day(card.date))


def day(date: datetime.date) -> str:
    """The date as it is written in Dutch figures."""
    return f"{date.day}-{date.month}-{date.year}"


def parts(card: Card) -> tuple[Part, ...]:
    """Everything on the card above the decision, without what is empty."""
    advice, say, catalogue = card.advice, card.phrases.line, card.catalogue
    duty = say(f"melden_{advice.duty}")
    facts = tuple(say("doorslag_regel", vraag=question.text, antwoord=answer.label) for question, answer in card.told)
    people = tuple(say("kaart_mens", naam=card.code.contacts[who.role].name, waarvoor=who.purpose)
                   for who in advice.referrals)
    found = (
        Part(say("kaart_feiten"), facts),
        Part(say("kaart_advies"), (core_line(card.phrases, advice), advice.explanation, *((duty,) if duty else ()))),
        Part(say("kaart_stappen"), tuple(step.text for step in advice.steps)),
        Part(say("kaart_mensen"), people),
        Part(say("kaart_passages"), passages(catalogue, advice.sources)),
        Part(say("kaart_open"), open_lines(catalogue, advice)),
    )
    return tuple(part for part in found if part.lines)


def decision(card: Card) -> Part:
    """What the manager can decide."""
    return Part(card.phrases.line("kaart_besluit"), card.phrases.say("kaart_besluiten"))


def room(card: Card) -> tuple[str, ...]:
    """What the manager can write down."""
    return card.phrases.say("kaart_ruimte")


def closing(card: Card) -> tuple[str, ...]:
    """What an advice is not, which versions it follows, and how to find it again."""
    versions = card.phrases.say("kaart_versies", code=card.code.name, editie=card.code.edition,
                                dilemma=card.tree.dilemma, versie=card.tree.version)
    return (*remarks(card.catalogue, card.tree), *versions, *card.phrases.say("kaart_nummer_uitleg"))


def number(card: Card) -> str:
    """The id of the advice, in words."""
    return card.phrases.line("kaart_nummer", nummer=card.receipt)


def declining(card: Card) -> Part | None:
    """How to decline kindly, for an advice that says so."""
    if card.refusal is None:
        return None
    subject = card.phrases.say("kaart_onderwerp", onderwerp=card.refusal.subject)
    return Part(card.phrases.line("kaart_afwijzen"), (card.refusal.sentence, *subject, *card.refusal.mail))


def as_json(card: Card) -> Json:
    """The card as data."""
    return {
        "datum": card.date.isoformat(), "onderwerp": card.tree.title,
        "gedragscode": {"code": card.code.id, "naam": card.code.name, "editie": card.code.edition},
        "beslisboom": {"dilemma": card.tree.dilemma, "versie": card.tree.version, "status": card.tree.status.state},
        "feiten": told_json(card.told), "advies": advice_json(card.catalogue, card.tree, card.place),
        "openPunten": open_json(card.catalogue, card.advice),
        "opmerkingen": list(remarks(card.catalogue, card.tree)),
        "besluit": {"keuzes": list(decision(card).lines), "gekozen": None, "toelichting": None, "datum": None},
    }
