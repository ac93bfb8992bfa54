"""The gesprekskaart as Markdown and as a page."""
import html
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from bot.card import Card, Part, closing, decision, declining, made, number, parts, room, title

ICON = "/web/icoon.svg"
STYLE = """
:root { color-scheme: light dark; background: Canvas; color: CanvasText; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 1.5rem auto; padding: 0 1rem; }
h1, h2 { line-height: 1.25; margin: 0 0 .25rem; text-wrap: balance; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.05rem; margin-top: 1.25rem; }
p, ul { margin: .25rem 0; } ul { padding-left: 1.25rem; } li { margin: .2rem 0; } p, li { overflow-wrap: anywhere; }
.besluit { border: 2px solid; border-radius: .5rem; padding: 0 1rem 1rem; margin-top: 1.5rem; break-inside: avoid; }
.besluit ul { list-style: none; padding: 0; } .ruimte { min-height: 3rem; }
.nummer { font-weight: 600; } footer, aside { font-size: .9rem; margin-top: 1.25rem; } a { color: inherit; }
aside { border-top: 1px solid; } blockquote { margin: .5rem 0; padding-left: 1rem; border-left: 3px solid; }
@media print { @page { size: A4; margin: 14mm; } aside { display: none; }
  :root { color-scheme: light; } h1 { font-size: 13pt; }
  body { font-size: 9pt; line-height: 1.35; margin: 0; padding: 0; max-width: none; }
  h2 { font-size: 10pt; margin-top: .6rem; } }
"""
HEAD = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<link rel="icon" href="{icon}" type="image/svg+xml"><style>{style}</style></head><body>"""


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


def as_html(card: Card) -> str:
    """The card as a page that stands on its own and prints on one sheet."""
    say = html.escape
    body = "".join(f"<h2>{say(part.heading)}</h2>{bullets(part.lines)}" for part in parts(card))
    return (f"{head(title(card))}<main><h1>{say(title(card))}</h1><p>{say(made(card))}</p>{body}{decision_html(card)}"
            f"{refusal_html(declining(card))}</main><footer>{number_html(card)}{paragraphs(closing(card))}</footer>"
            "</body></html>\n")


def head(name: str) -> str:
    """The beginning of a page with this title."""
    return HEAD.format(title=html.escape(name), icon=ICON, style=STYLE)


def decision_html(card: Card) -> str:
    """The boxes and the room for the decision of the manager."""
    found = decision(card)
    written = "".join(f'<p class="ruimte">{html.escape(line)}</p>' for line in room(card))
    boxes = bullets(f"☐ {choice}" for choice in found.lines)
    return f'<section class="besluit"><h2>{html.escape(found.heading)}</h2>{boxes}{written}</section>'


def refusal_html(refusal: Part | None) -> str:
    """The words to decline with, below the card and not on paper; nothing when there are none."""
    if refusal is None:
        return ""
    sentence, *mail = refusal.lines
    return (f"<aside><h2>{html.escape(refusal.heading)}</h2>{paragraphs([sentence])}"
            f"<blockquote>{paragraphs(mail)}</blockquote></aside>")


def number_html(card: Card) -> str:
    """The id of the advice, as a link to the page that shows it again."""
    address = f"/adviezen/{quote(card.receipt)}"
    return f'<p class="nummer"><a href="{html.escape(address)}">{html.escape(number(card))}</a></p>'


def bullets(lines: Iterable[str]) -> str:
    """The lines as a list in HTML."""
    return f"<ul>{''.join(f'<li>{html.escape(line)}</li>' for line in lines)}</ul>"


def paragraphs(lines: Sequence[str]) -> str:
    """The lines as paragraphs in HTML."""
    return "".join(f"<p>{html.escape(line)}</p>" for line in lines)


def refused(name: str, words: Sequence[str], way_on: str) -> str:
    """A page that says why an advice cannot be shown, with a way on."""
    return (f"{head(name)}<main><h1>{html.escape(name)}</h1>{paragraphs(words)}"
            f'<p><a href="/">{html.escape(way_on)}</a></p></main></body></html>\n')
