"""An arranged reply as Block Kit: rich text, so that no sign in the content is taken for markup."""
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from api.channels.arranging import Arranged, Button, Piece, shortened

Block = dict[str, Any]
MOST_BUTTONS, LONGEST_LABEL, LONGEST_TEXT, MOST_SIGNS = 25, 75, 4000, 6000
AROUND_A_PIECE = 150
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
CHOOSE = "kies"


def divided(arranged: Arranged) -> list[Arranged]:
    """The reply in as many messages as it takes; what can be chosen stands under the last."""
    parts: list[list[Piece]] = [[]]
    for piece in arranged.pieces:
        if parts[-1] and sum(map(size_of, (*parts[-1], piece))) > MOST_SIGNS:
            parts.append([])
        parts[-1].append(piece)
    *before, last = parts
    return [*(Arranged(tuple(part)) for part in before), Arranged(tuple(last), arranged.answers, arranged.more)]


def size_of(piece: Piece) -> int:
    """About how many signs a piece takes as rich text."""
    return len(piece.text) + len(piece.address or "") + len(piece.label) + AROUND_A_PIECE


def text_of(arranged: Arranged) -> str:
    """The whole message as text, for notifications and screen readers."""
    lines = (piece.text or piece.label for piece in arranged.pieces)
    return shortened("\n".join(lines).translate(ESCAPES), LONGEST_TEXT)


def blocks_of(arranged: Arranged, more: str, thread: str | None = None) -> list[Block]:
    """The blocks of a message; `more` heads the list of what else can be chosen."""
    return [*texts(arranged.pieces), *answers(arranged.answers, more, thread), *menu(arranged.more, more, thread)]


def texts(pieces: Sequence[Piece]) -> Iterator[Block]:
    """The pieces as rich text; steps that follow each other are one list."""
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        same = list(group)
        if kind == "stap":
            yield rich([{"type": "rich_text_list", "style": "ordered", "elements": [section(piece) for piece in same]}])
        else:
            yield from (rich([element(piece)]) for piece in same)


def rich(elements: list[Block]) -> Block:
    """A block of rich text."""
    return {"type": "rich_text", "elements": elements}


def element(piece: Piece) -> Block:
    """A piece as a paragraph, a heading or a quote."""
    return {**section(piece), "type": "rich_text_quote" if piece.kind == "citaat" else "rich_text_section"}


def section(piece: Piece) -> Block:
    """The words of a piece, with the link that opens it."""
    style = {"style": {"bold": True}} if piece.kind == "kop" else {}
    words = [{"type": "text", "text": piece.text, **style}] if piece.text else []
    gap = [{"type": "text", "text": " "}] if words and piece.address else []
    link = [{"type": "link", "url": piece.address, "text": piece.label}] if piece.address else []
    return {"type": "rich_text_section", "elements": [*words, *gap, *link]}


def answers(buttons: Sequence[Button], more: str, thread: str | None) -> list[Block]:
    """The answers as buttons, or as a list when there are too many."""
    if len(buttons) > MOST_BUTTONS:
        return menu(buttons, more, thread, "antwoorden")
    elements = [button(one, number) for number, one in enumerate(buttons)]
    return [actions(elements, "antwoorden", thread)] if elements else []


def button(one: Button, number: int) -> Block:
    """A button that gives its value back."""
    return {"type": "button", "action_id": f"{CHOOSE}:{number}", "text": plain(one.label), "value": one.value}


def menu(buttons: Sequence[Button], heading: str, thread: str | None, name: str = "meer") -> list[Block]:
    """A list to choose one from."""
    options = [{"text": plain(one.label), "value": one.value} for one in buttons]
    select = {"type": "static_select", "action_id": f"{CHOOSE}:{name}", "placeholder": plain(heading),
              "options": options}
    return [actions([select], name, thread)] if options else []


def actions(elements: list[Block], name: str, thread: str | None) -> Block:
    """A row of things to choose, which remembers the thread it stands in."""
    return {"type": "actions", "block_id": f"{name}:{thread or ''}", "elements": elements}


def plain(label: str) -> Block:
    """A label without markup."""
    return {"type": "plain_text", "text": shortened(label, LONGEST_LABEL), "emoji": False}

