"""The gesprekskaart as a tagged PDF (PDF/UA-1) of one page."""
import json
import pathlib

import typst

from bot.card import Card, Part, closing, decision, made, number, parts, room, title

TEMPLATE = pathlib.Path(__file__).parent / "card.typ"


def as_pdf(card: Card) -> bytes:
    """The card as PDF, in the largest letter with which it fits on one page."""
    words = json.dumps(words_of(card), ensure_ascii=False)
    return typst.compile(TEMPLATE.read_bytes(), ignore_system_fonts=True, sys_inputs={"kaart": words},
                         pdf_standards="ua-1")


def words_of(card: Card) -> dict[str, object]:
    """Every word on the card, for the template."""
    def named(part: Part) -> dict[str, object]:
        return {"kop": part.heading, "regels": part.lines}
    return {"titel": title(card), "gemaakt": made(card), "delen": [named(part) for part in parts(card)],
            "besluit": named(decision(card)), "ruimte": room(card), "nummer": number(card), "slot": closing(card)}
