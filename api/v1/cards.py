"""The card of the last advice in the form that the caller likes best."""
import base64
import hashlib
import json
from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from api.card_pdf import as_pdf
from api.negotiation import wanted
from bot.card import STYLE, Card, as_html, as_json, as_markdown


def card_json(card: Card) -> str:
    """The card as JSON text."""
    return json.dumps(as_json(card), ensure_ascii=False)


FORMS: Mapping[str, Callable[[Card], str | bytes]] = {
    "text/html": as_html, "application/pdf": as_pdf, "text/markdown": as_markdown, "application/json": card_json,
}
OWN_STYLE = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = "; ".join(("default-src 'none'", f"style-src 'sha256-{OWN_STYLE}'", "base-uri 'none'", "form-action 'none'",
                    "frame-ancestors 'none'"))


def form_wanted(request: Request) -> str:
    """The form that the caller likes best; refuse a caller who likes none."""
    return wanted(request, tuple(FORMS))


def card_answer(card: Card, form: str) -> Response:
    """The card in this form; its page may use its own style and nothing else."""
    headers = {"Vary": "Accept", "Content-Security-Policy": POLICY}
    if form == "application/pdf":
        headers["Content-Disposition"] = 'inline; filename="gesprekskaart.pdf"'
    return Response(FORMS[form](card), headers=headers, media_type=form)
