"""The gesprekskaart as a page that stands on its own and prints on one sheet."""
import pathlib
from urllib.parse import quote

from api.pages.rendering import TEMPLATES
from bot.card import Card, closing, decision, declining, made, number, parts, room, title

STYLE = pathlib.Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def as_html(card: Card) -> str:
    """The card as a page; its style is in it, its number leads to the page that shows it again."""
    return TEMPLATES.get_template("kaart.html").render(
        style=STYLE, title=title(card), made=made(card), parts=parts(card), decision=decision(card),
        room=room(card), refusal=declining(card), address=f"/adviezen/{quote(card.receipt)}", number=number(card),
        closing=closing(card))
