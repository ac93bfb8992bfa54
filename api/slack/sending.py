"""Show and send in Slack: to the person in private, to only that person where others read along."""
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from api.channels.arranging import Arranged
from api.channels.desk import CARD_NAME
from api.slack.blocks import blocks_of, divided, text_of
from api.slack.incoming import Spot
from bot.phrases import Phrases

TOO_MUCH = ("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long")


class Sending:
    """The messages of one app."""

    def __init__(self, client: AsyncWebClient, phrases: Phrases) -> None:
        self.client, self.phrases = client, phrases

    async def show(self, spot: Spot, arranged: Arranged) -> None:
        """Show a reply, in as many messages as it takes."""
        for part in divided(arranged):
            await self.show_part(spot, part)

    async def show_part(self, spot: Spot, arranged: Arranged) -> None:
        """Show one message; its text alone when Slack does not take its blocks."""
        text, blocks = text_of(arranged), blocks_of(arranged, self.phrases.buttons["meer"], spot.thread)
        try:
            await self.post(spot, text=text, blocks=blocks)
        except SlackApiError as error:
            if error.response.get("error") not in TOO_MUCH:
                raise
            await self.post(spot, text=text)

    async def post(self, spot: Spot, **message: Any) -> None:
        """Post a message; where others can read along, only to the person."""
        if spot.is_private:
            await self.client.chat_postMessage(
                channel=spot.channel, thread_ts=spot.thread, unfurl_links=False, unfurl_media=False, **message)
        else:
            await self.client.chat_postEphemeral(
                channel=spot.channel, user=spot.user, thread_ts=spot.thread, **message)

    async def file(self, spot: Spot, pdf: bytes) -> None:
        """Send the card; never where others can read along."""
        line, = self.phrases.say("kanaal_kaart")
        await self.client.files_upload_v2(
            channel=spot.channel, thread_ts=spot.thread, content=pdf, filename=CARD_NAME, title=CARD_NAME,
            initial_comment=line)

    async def private(self, spot: Spot) -> Spot:
        """The private channel of this person."""
        opened = await self.client.conversations_open(users=spot.user)
        return Spot(str(opened["channel"]["id"]), spot.user)
