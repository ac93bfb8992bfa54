"""The card of the last advice in the form that the caller likes best."""
import base64
import datetime
import hashlib
import json
from collections.abc import Callable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from api.card_page import STYLE, as_html
from api.card_pdf import as_pdf
from api.negotiation import wanted
from bot.card import Card, as_json
from bot.card_text import as_markdown


def card_json(card: Card) -> str:
    """The card as JSON text."""
    return json.dumps(as_json(card), ensure_ascii=False)


FORMS: Mapping[str, Callable[[Card], str | bytes]] = {
    "text/html": as_html, "application/pdf": as_pdf, "text/markdown": as_markdown, "application/json": card_json,
}
OWN_STYLE = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = "; ".join(("default-src 'none'", f"style-src 'sha256-{OWN_STYLE}'", "img-src 'self'", "base-uri 'none'",
                    "form-action 'none'", "frame-ancestors 'none'"))
DATA_FIRST = ("application/json", *(form for form in FORMS if form != "application/json"))


def today() -> datetime.date:
    """The day on which a card is made."""
    return datetime.datetime.now(datetime.UTC).astimezone().date()


def form_wanted(request: Request) -> str:
    """The form that the caller likes best; refuse a caller who likes none."""
    return wanted(request, tuple(FORMS))


def data_wanted(request: Request) -> str:
    """The form that the caller likes best, data when it makes no difference; refuse a caller who likes none."""
    return wanted(request, DATA_FIRST)


async def card_answer(card: Card, form: str) -> Response:
    """The card in this form; its page may use its own style and the site's icon, and nothing else."""
    headers = {"Vary": "Accept", "Content-Security-Policy": POLICY}
    if form == "application/pdf":
        headers["Content-Disposition"] = 'inline; filename="gesprekskaart.pdf"'
    return Response(await run_in_threadpool(FORMS[form], card), headers=headers, media_type=form)
