"""The gesprekskaart: one page about one advice for the talk with the manager; it names no person."""
import datetime
import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.catalogue import Catalogue
from bot.code import Code
from bot.telling import passages
from bot.tree import Advice, Answer, Question, Tree
from bot.turn import Json, advice_json, open_lines
from bot.walk import Place, walk

TITLE = "Gesprekskaart"
VERDICTS = {
    "toegestaan": "Dit mag.", "toegestaan_mits": "Dit mag als je je aan de voorwaarden houdt.",
    "niet_toegestaan": "Dit mag niet.", "overleg": "Bespreek dit samen.", "geen_oordeel": "Hulp, zonder oordeel.",
}
DUTIES = {"verplicht": "Voorleggen is verplicht.", "niet_verplicht": "Melden is niet verplicht.", "nvt": ""}
DECISIONS = ("Akkoord", "Akkoord onder voorwaarden", "Niet akkoord")
DECISION, ROOM = "Besluit van de leidinggevende", ("Toelichting of voorwaarden:", "Datum:")
STYLE = """
body { font: 1rem/1.45 system-ui, sans-serif; max-width: 44rem; margin: 1.5rem auto; padding: 0 1rem; }
h1, h2 { line-height: 1.2; margin: 0 0 .25rem; } h2 { font-size: 1.05rem; margin-top: 1rem; }
p, ul { margin: .25rem 0; } .ruimte { min-height: 3rem; }
.besluit { border: 1px solid; padding: 0 1rem 1rem; margin-top: 1rem; break-inside: avoid; }
footer { font-size: .85rem; margin-top: 1rem; }
@media print { @page { size: A4; margin: 14mm; } body { font-size: 9.5pt; margin: 0; padding: 0; max-width: none; } }
"""


@dataclass(frozen=True)
class Card:
    """What was told and advised on one day; `remarks` say what an advice is not."""

    code: Code
    tree: Tree
    place: Place
    advice: Advice
    told: tuple[tuple[Question, Answer], ...]
    passages: tuple[str, ...]
    open: tuple[str, ...]
    remarks: tuple[str, ...]
    date: datetime.date
    json: Json


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
    if not isinstance(place.node, Advice):
        return None
    told = tuple((catalogue.questions[question], catalogue.questions[question].answers[answer])
                 for question, answer in (*place.taken, *place.held))
    return Card(code, tree, place, place.node, told, passages(catalogue, place.node.sources),
                open_lines(catalogue, place.node), remarks(catalogue, code, tree), date,
                advice_json(catalogue, tree, place))


def remarks(catalogue: Catalogue, code: Code, tree: Tree) -> tuple[str, ...]:
    """That this is advice only, and that a draft has not been confirmed."""
    say = catalogue.phrases.say
    draft = say("advies_concept", organisatie=code.organisation) if tree.status.state == "concept" else ()
    return (*draft, *say("advies_slot"))


def parts(card: Card) -> tuple[Part, ...]:
    """Everything on the card above the decision, without what is empty."""
    advice, contacts = card.advice, card.code.contacts
    found = (
        Part("Wat er speelt", tuple(f"{question.text} {answer.label}." for question, answer in card.told)),
        Part("Advies", (advice.title, advice.explanation, f"{VERDICTS[advice.verdict]} {DUTIES[advice.duty]}".strip())),
        Part("Wat je nu doet", tuple(step.text for step in advice.steps)),
        Part("Met wie je praat", tuple(f"{contacts[who.role].name}: {who.purpose}" for who in advice.referrals)),
        Part("Wat de gedragscode zegt", card.passages),
        Part("Wat de gedragscode openlaat", card.open),
    )
    return tuple(part for part in found if part.lines)


def day(date: datetime.date) -> str:
    """The date as it is written in Dutch figures."""
    return f"{date.day}-{date.month}-{date.year}"


def versions(card: Card) -> str:
    """Which code and which version of the tree the advice follows."""
    return f"{card.code.name}, {card.code.edition}. Beslisboom {card.tree.dilemma}, versie {card.tree.version}."


def as_json(card: Card) -> Json:
    """The card as data."""
    return {
        "datum": card.date.isoformat(), "onderwerp": card.tree.title,
        "gedragscode": {"code": card.code.id, "naam": card.code.name, "editie": card.code.edition},
        "beslisboom": {"dilemma": card.tree.dilemma, "versie": card.tree.version, "status": card.tree.status.state},
        "feiten": [{"vraagId": question.id, "vraag": question.text, "keuzeId": answer.id, "antwoord": answer.label}
                   for question, answer in card.told],
        "advies": card.json,
        "openPunten": [{"soort": point.kind, "tekst": point.text} for point in card.advice.open_points],
        "opmerkingen": list(card.remarks),
        "besluit": {"keuzes": list(DECISIONS), "gekozen": None, "toelichting": None, "datum": None},
    }


def as_markdown(card: Card) -> str:
    """The card as Markdown."""
    blocks = [f"# {TITLE}: {card.tree.title}", f"{card.code.organisation}, {day(card.date)}"]
    for part in parts(card):
        blocks += [f"## {part.heading}", listed(part.lines)]
    blocks += [f"## {DECISION}", listed(f"[ ] {decision}" for decision in DECISIONS), *ROOM, "---",
               *card.remarks, versions(card)]
    return "\n\n".join(blocks) + "\n"


def listed(lines: Sequence[str] | Iterator[str]) -> str:
    """The lines as a list in Markdown."""
    return "\n".join(f"- {line}" for line in lines)


def as_html(card: Card) -> str:
    """The card as a page that stands on its own and prints on one sheet."""
    say = html.escape
    title = say(f"{TITLE}: {card.tree.title}")
    body = "".join(f"<h2>{say(part.heading)}</h2>{bullets(part.lines)}" for part in parts(card))
    room = "".join(f'<p class="ruimte">{say(line)}</p>' for line in ROOM)
    closing = "".join(f"<p>{say(line)}</p>" for line in (*card.remarks, versions(card)))
    return (f'<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><title>{title}</title>'
            f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body><main>'
            f"<h1>{title}</h1><p>{say(card.code.organisation)}, {day(card.date)}</p>{body}"
            f'<section class="besluit"><h2>{DECISION}</h2>{bullets(f"☐ {decision}" for decision in DECISIONS)}{room}'
            f"</section></main><footer>{closing}</footer></body></html>\n")


def bullets(lines: Sequence[str] | Iterator[str]) -> str:
    """The lines as a list in HTML."""
    return f"<ul>{''.join(f'<li>{html.escape(line)}</li>' for line in lines)}</ul>"
