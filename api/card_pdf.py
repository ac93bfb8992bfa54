"""The gesprekskaart as a tagged PDF (PDF/UA-1) of one page."""
import json
import pathlib

import typst

from bot.card import Card, closing, decision, made, number, parts, room, title

TEMPLATE = pathlib.Path(__file__).parent / "card.typ"
STANDARD = "ua-1"


def as_pdf(card: Card) -> bytes:
    """The card as PDF, in the largest letter with which it fits on one page."""
    return typst.compile(TEMPLATE.read_bytes(), format="pdf", pdf_standards=STANDARD, ignore_system_fonts=True,
                         sys_inputs={"kaart": json.dumps(words_of(card), ensure_ascii=False)})


def words_of(card: Card) -> dict[str, object]:
    """Every word on the card, for the template."""
    def named(part) -> dict[str, object]:
        return {"kop": part.heading, "regels": part.lines}
    return {"titel": title(card), "gemaakt": made(card), "delen": [named(part) for part in parts(card)],
            "besluit": named(decision(card)), "ruimte": room(card), "nummer": number(card), "slot": closing(card)}
