"""Show and send in Teams: the whole answer in the personal chat, where others read along only the way there."""
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

import httpx
from microsoft_teams.api.activities import MessageActivityInput
from microsoft_teams.api.models import Attachment
from microsoft_teams.apps import App

from api.channels.arranging import Arranged, Piece
from api.channels.desk import CARD_NAME
from api.channels.settings import TeamsSettings
from api.teams.cards import CARD_TYPE, card_of, link_card, text_of
from api.teams.incoming import Spot
from bot.phrases import Phrases

CONSENT_TYPE = "application/vnd.microsoft.teams.card.file.consent"
INFO_TYPE = "application/vnd.microsoft.teams.card.file.info"
PERSONAL_CHAT = "https://teams.microsoft.com/l/chat/0/0?users=28:{}"
SECONDS_FOR_UPLOAD = 20
NOT_TAKEN = (httpx.codes.BAD_REQUEST, httpx.codes.REQUEST_ENTITY_TOO_LARGE)


class Sending:
    """The messages of one bot."""

    def __init__(self, app: App, settings: TeamsSettings, phrases: Phrases) -> None:
        self.app, self.settings, self.phrases = app, settings, phrases

    async def show(self, spot: Spot, arranged: Arranged) -> None:
        """Show a reply; its text alone when Teams does not take its card."""
        card, text = card_of(arranged, self.phrases), text_of(arranged.pieces)
        try:
            await self.post(spot, text, Attachment(content_type=CARD_TYPE, content=card) if card else None)
        except httpx.HTTPStatusError as error:
            if card is None or error.response.status_code not in NOT_TAKEN:
                raise
            await self.post(spot, text, None)

    async def post(self, spot: Spot, text: str, attachment: Attachment | None) -> None:
        """Post a message; what shows on a locked screen says nothing about it."""
        summary, = self.phrases.say("kanaal_melding")
        message = MessageActivityInput.model_validate({
            "text": text, "textFormat": "xml", "summary": summary, "attachments": [attachment] if attachment else None})
        await self.app.send(spot.conversation, message, service_url=spot.service_url)

    async def point_to_private(self, spot: Spot) -> None:
        """Say where others read along only that there is a personal chat, and how to get there."""
        lines = [Piece("tekst", line) for line in self.phrases.say("teams_kanaal")]
        address = PERSONAL_CHAT.format(quote(self.settings.client_id or ""))
        card = link_card(address, self.phrases.buttons["prive"])
        await self.post(spot, text_of(lines), Attachment(content_type=CARD_TYPE, content=card))

    async def offer_file(self, spot: Spot, size: int) -> None:
        """Ask whether the card may be put among the files of this person, as Teams wants it."""
        line, = self.phrases.say("kanaal_kaart_aanbod")
        content = {"description": line, "sizeInBytes": size, "acceptContext": {}, "declineContext": {}}
        await self.post(spot, text_of([Piece("tekst", line)]),
                        Attachment(content_type=CONSENT_TYPE, name=CARD_NAME, content=content))

    async def upload(self, spot: Spot, pdf: bytes, target: Mapping[str, Any]) -> None:
        """Put the card where Teams asks for it, and show it."""
        size = len(pdf)
        headers = {"Content-Range": f"bytes 0-{size - 1}/{size}", "Content-Type": "application/pdf"}
        async with httpx.AsyncClient(timeout=SECONDS_FOR_UPLOAD) as client:
            (await client.put(target["uploadUrl"], content=pdf, headers=headers)).raise_for_status()
        line, = self.phrases.say("kanaal_kaart")
        content = {"uniqueId": target.get("uniqueId"), "fileType": target.get("fileType")}
        await self.post(spot, text_of([Piece("tekst", line)]), Attachment(
            content_type=INFO_TYPE, content_url=target.get("contentUrl"), name=CARD_NAME, content=content))

    def may_upload_to(self, address: object) -> bool:
        """Whether this is an address where files of this organisation can be."""
        parts = urlsplit(address if isinstance(address, str) else "")
        endings = tuple(ending.strip() for ending in self.settings.upload_hosts.split(",") if ending.strip())
        return parts.scheme == urlsplit(self.settings.service_url).scheme and (parts.hostname or "").endswith(endings)
