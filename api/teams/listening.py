"""What happens in Teams becomes something said to the assistant."""
from collections.abc import Mapping
from typing import Any

from api.away import EngineAwayError
from api.channels.arranging import Arranged
from api.channels.desk import Desk, Send, Show, asks_card
from api.channels.guests import Guest
from api.channels.turns import HELLO, Reply
from api.problems import ProblemError
from api.teams.incoming import Json, Spot, is_farewell, is_welcome, part, said_by
from api.teams.sending import Sending

FILE_CONSENT = "fileConsent/invoke"


class Listening:
    """Takes what comes in and answers in the background: Teams itself hears within a moment that it came."""

    def __init__(self, desk: Desk, sending: Sending, tenant: str, code: str | None) -> None:
        self.desk, self.sending, self.tenant, self.code = desk, sending, tenant, code

    def take(self, spot: Spot, activity: Json) -> None:
        """Do in the background what belongs to this activity."""
        if not spot.is_private:
            if activity.get("type") == "message":
                self.desk.answering.soon(self.sending.point_to_private(spot))
        elif activity.get("type") == "message":
            self.desk.answering.soon(self.message(spot, activity))
        elif is_welcome(activity):
            self.desk.answering.soon(self.welcome(spot))
        elif is_farewell(activity):
            self.desk.answering.soon(self.farewell(spot))
        elif activity.get("name") == FILE_CONSENT:
            self.desk.answering.soon(self.consent(spot, part(activity, "value")))

    async def message(self, spot: Spot, activity: Json) -> None:
        """Answer what was typed or chosen."""
        guest = await self.guest_at(spot)
        if guest is None:
            return
        said = said_by(activity)
        if said is None:
            await self.say(spot, guest, "kanaal_niets_gekozen")
        elif asks_card(said):
            await self.desk.give_card(guest, self.showing(spot), self.offering(spot))
        elif not await self.desk.is_pressed_twice(guest, said, str(activity.get("replyToId", ""))):
            await self.desk.answer(guest, said, self.showing(spot))

    async def welcome(self, spot: Spot) -> None:
        """Welcome somebody who is not yet in a conversation."""
        guest = await self.guest_at(spot)
        if guest and not guest.known.told:
            await self.desk.answer(guest, HELLO, self.showing(spot))

    async def farewell(self, spot: Spot) -> None:
        """Keep nothing of somebody who removed the assistant."""
        guest = await self.guest_at(spot)
        if guest:
            await self.desk.erase(guest)

    async def consent(self, spot: Spot, value: Mapping[str, Any]) -> None:
        """Send the card as a file when somebody wants that, and only to where files of this organisation can be."""
        guest = await self.guest_at(spot)
        target = part(value, "uploadInfo")
        if guest is None:
            return
        if value.get("action") != "accept" or not self.sending.may_upload_to(target.get("uploadUrl")):
            await self.say(spot, guest, "kanaal_kaart_geweigerd")
            return

        async def send(pdf: bytes) -> None:
            await self.sending.upload(spot, pdf, target)
        await self.desk.give_card(guest, self.showing(spot), send)

    async def guest_at(self, spot: Spot) -> Guest | None:
        """Who talks here; whoever there is no room for is told so."""
        try:
            return await self.desk.guests.guest("teams_prive", self.code, self.tenant, spot.user)
        except (ProblemError, EngineAwayError) as trouble:
            await self.sending.show(spot, self.desk.refusal(trouble, self.code))
            return None

    async def say(self, spot: Spot, guest: Guest, name: str) -> None:
        """Say these words of the content."""
        await self.sending.show(spot, await self.desk.arrange(guest, Reply(self.desk.phrases.say(name))))

    def showing(self, spot: Spot) -> Show:
        """What shows a reply here."""
        async def show(arranged: Arranged) -> None:
            await self.sending.show(spot, arranged)
        return show

    def offering(self, spot: Spot) -> Send:
        """What offers the card here."""
        async def offer(pdf: bytes) -> None:
            await self.sending.offer_file(spot, len(pdf))
        return offer
