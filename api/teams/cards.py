"""An arranged reply as a Teams message: its words as text, and what can be chosen as an Adaptive Card."""
import html
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from api.channels.arranging import Arranged, Button, Piece
from api.teams.incoming import ANSWER, BUTTON, MORE
from bot.phrases import Phrases

Json = dict[str, Any]
CARD_TYPE = "application/vnd.microsoft.card.adaptive"
MOST_BUTTONS, MOST_IN_FULL, LONGEST_BUTTON = 6, 8, 40


def text_of(pieces: Sequence[Piece]) -> str:
    """The pieces in the small part of HTML that Teams shows; steps that follow each other are one list."""
    return "".join(markup(kind, list(group)) for kind, group in groupby(pieces, key=lambda piece: piece.kind))


def markup(kind: str, pieces: Sequence[Piece]) -> str:
    """Pieces of one kind."""
    if kind == "stap":
        return f"<ol>{''.join(f'<li>{html.escape(piece.text)}</li>' for piece in pieces)}</ol>"
    return "".join(paragraph(piece) for piece in pieces)


def paragraph(piece: Piece) -> str:
    """A piece as a paragraph, a heading or a quote, with the link that opens it."""
    address = html.escape(piece.address or "")
    link = f'<a href="{address}">{html.escape(piece.label)}</a>' if address else ""
    words = " ".join(part for part in (html.escape(piece.text), link) if part)
    if piece.kind == "citaat":
        return f"<blockquote>{words}</blockquote>"
    return f"<p><b>{words}</b></p>" if piece.kind == "kop" else f"<p>{words}</p>"


def card_of(arranged: Arranged, phrases: Phrases) -> Json | None:
    """The card with what can be chosen; None when there is nothing to choose."""
    if not (arranged.answers or arranged.more):
        return None
    fits = are_buttons(arranged)
    lists = [] if fits or not arranged.answers else [answer_list(arranged.answers, phrases)]
    lists += [more_list(arranged.more, phrases)] if arranged.more else []
    rows = [row(submit(one.label, {BUTTON: one.value})) for one in arranged.answers] if fits else []
    send = [row(submit(phrases.buttons["verstuur"], {}))] if lists else []
    return card([*rows, *lists, *send])


def are_buttons(arranged: Arranged) -> bool:
    """Whether every answer can be a button of its own that is read in full."""
    room = MOST_BUTTONS - (1 if arranged.more else 0)
    return len(arranged.answers) <= room and all(len(one.label) <= LONGEST_BUTTON for one in arranged.answers)


def answer_list(answers: Sequence[Button], phrases: Phrases) -> Json:
    """The answers as a list: in full where there are few."""
    style = "expanded" if len(answers) <= MOST_IN_FULL else "compact"
    return choice_set(ANSWER, phrases.buttons["kies"], answers, style)


def more_list(more: Sequence[Button], phrases: Phrases) -> Json:
    """What else can be chosen, folded."""
    return choice_set(MORE, phrases.buttons["meer"], more, "compact")


def choice_set(name: str, label: str, buttons: Sequence[Button], style: str) -> Json:
    """A list to choose one from."""
    choices = [{"title": one.label, "value": one.value} for one in buttons]
    return {"type": "Input.ChoiceSet", "id": name, "label": label, "style": style, "wrap": True, "choices": choices,
            **({"placeholder": label} if style == "compact" else {})}


def submit(label: str, data: Json) -> Json:
    """A button that gives its data back."""
    return {"type": "Action.Submit", "title": label, "data": data}


def row(action: Json) -> Json:
    """A button on a line of its own, so that its label is not cut off."""
    return {"type": "ActionSet", "actions": [action]}


def link_card(address: str, label: str) -> Json:
    """A card with a button that opens an address."""
    return card([row({"type": "Action.OpenUrl", "title": label, "url": address})])


def card(body: Sequence[Json]) -> Json:
    """A card of the version that every Teams client shows."""
    return {"type": "AdaptiveCard", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "version": "1.5",
            "lang": "nl", "body": list(body)}

