"""The gesprekskaart as Markdown."""
from collections.abc import Iterable

from bot.card import Card, closing, decision, declining, made, number, parts, room, title


def as_markdown(card: Card) -> str:
    """The card as Markdown."""
    blocks = [f"# {title(card)}", made(card)]
    for part in parts(card):
        blocks += [f"## {part.heading}", listed(part.lines)]
    blocks += [f"## {decision(card).heading}", listed(f"[ ] {choice}" for choice in decision(card).lines), *room(card),
               "---", number(card), *closing(card)]
    if refusal := declining(card):
        blocks += ["---", f"## {refusal.heading}", *(f"> {line}" for line in refusal.lines)]
    return "\n\n".join(blocks) + "\n"


def listed(lines: Iterable[str]) -> str:
    """The lines as a list in Markdown."""
    return "\n".join(f"- {line}" for line in lines)
