"""What happens in Slack becomes something said to the assistant."""
from typing import Any

from slack_bolt.async_app import AsyncAck

from api.away import EngineAwayError
from api.channels.arranging import Arranged
from api.channels.desk import Desk, asks_card
from api.channels.guests import Guest
from api.channels.turns import HELLO, Said
from api.problems import ProblemError
from api.slack.home import home
from api.slack.incoming import (
    Json,
    Spot,
    is_from_person,
    said_by_action,
    said_by_event,
    spot_of_action,
    spot_of_event,
    words_in,
)
from api.slack.sending import Sending

PRIVATE = "https://slack.com/app_redirect?app={app}&team={team}"


class Listening:
    """Takes what comes in and answers in the background: Slack itself hears within a moment that it came."""

    def __init__(self, desk: Desk, sending: Sending, workspace: str, code: str | None) -> None:
        self.desk, self.sending, self.workspace, self.code = desk, sending, workspace, code

    async def message(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        """Something typed in the private conversation."""
        if event.get("channel_type") == "im" and is_from_person(event):
            self.desk.answering.soon(self.answer(spot_of_event(event), said_by_event(event), body))

    async def mention(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        """Something typed to the assistant where others read along."""
        if is_from_person(event):
            said = said_by_event(event)
            self.desk.answering.soon(self.answer(spot_of_event(event), said if said.text else HELLO, body))

    async def home(self, event: dict[str, Any]) -> None:
        """Somebody looks at the home tab."""
        if event.get("tab") == "home":
            view = home(self.desk.edge.catalogue, self.code)
            self.desk.answering.soon(self.publish(event["user"], view))

    async def publish(self, user: str, view: dict[str, Any]) -> None:
        """Show the home tab to somebody."""
        await self.sending.client.views_publish(user_id=user, view=view)

    async def command(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A command, from any channel: answered in the private conversation."""
        await ack(text=" ".join(self.desk.phrases.say("slack_opdracht")))
        words = words_in(body.get("text") or "")
        spot = Spot("", body["user_id"])
        self.desk.answering.soon(self.answer(spot, Said(text=words) if words else HELLO, body))

    async def action(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A button or a list; one that was used for this question is not used again."""
        await ack()
        said = said_by_action(body["actions"][0])
        if said is not None:
            self.desk.answering.soon(self.answer(spot_of_action(body), said, body))

    async def answer(self, spot: Spot, said: Said, body: Json) -> None:
        """Answer somebody where they are; whoever is nowhere yet, in private."""
        here = spot if spot.channel else await self.sending.private(spot)

        async def show(arranged: Arranged) -> None:
            await self.sending.show(here, arranged)
        try:
            guest = await self.guest_at(here, body)
        except (ProblemError, EngineAwayError) as trouble:
            await show(self.desk.refusal(trouble, self.code))
            return
        if asks_card(said):
            await self.card(guest, here)
        elif not await self.desk.is_pressed_twice(guest, said, (body.get("container") or {}).get("message_ts", "")):
            await self.desk.answer(guest, said, show)

    async def guest_at(self, spot: Spot, body: Json) -> Guest:
        """Who talks here; in a shared channel it is another conversation than in private."""
        if spot.is_private:
            return await self.desk.guests.guest("slack_prive", self.code, self.workspace, spot.user)
        guest = await self.desk.guests.guest("slack_kanaal", self.code, self.workspace, spot.user, spot.channel)
        guest.private = PRIVATE.format(app=body.get("api_app_id", ""), team=self.workspace)
        return guest

    async def card(self, guest: Guest, here: Spot) -> None:
        """Send the card as a file, in private."""
        there = here if here.is_private else await self.sending.private(here)

        async def show(arranged: Arranged) -> None:
            await self.sending.show(here, arranged)

        async def send(pdf: bytes) -> None:
            await self.sending.file(there, pdf)
        await self.desk.give_card(guest, show, send)
