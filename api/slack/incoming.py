"""What Slack sends, as somebody said it and where."""
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.channels.arranging import pressed
from api.channels.turns import Said

Json = Mapping[str, Any]
MENTION = re.compile(r"<[@!][^>]*>")
LABELLED = re.compile(r"<[^>|]*\|([^>]*)>")
BARE = re.compile(r"<([^>|]*)>")
OWN_KINDS = (None, "file_share", "thread_broadcast")


@dataclass(frozen=True)
class Spot:
    """Where somebody is answered; `thread` is the message that it belongs to, if any."""

    channel: str
    user: str
    thread: str | None = None

    @property
    def is_private(self) -> bool:
        """Whether nobody else reads along in this channel."""
        return self.channel.startswith("D")


def words_in(text: str) -> str:
    """What somebody typed, without the marks of Slack and without whom it mentions."""
    plain = BARE.sub(r"\1", LABELLED.sub(r"\1", MENTION.sub("", text)))
    return html.unescape(plain).strip()


def is_from_person(event: Json) -> bool:
    """Whether a message was written by a person, and is not about a message or from a bot."""
    return event.get("subtype") in OWN_KINDS and "bot_id" not in event and bool(event.get("user"))


def spot_of_event(event: Json) -> Spot:
    """Where a message is answered: in its thread, and a mention always in a thread."""
    thread = event.get("thread_ts")
    if event["type"] == "app_mention":
        thread = thread or event["ts"]
    return Spot(event["channel"], event["user"], thread)


def spot_of_action(body: Json) -> Spot:
    """Where a button is answered; one of the home tab has no channel yet."""
    channel = body.get("channel", {}).get("id", "")
    thread = body["actions"][0].get("block_id", "").partition(":")[2]
    return Spot(channel, body["user"]["id"], thread or None)


def said_by_event(event: Json) -> Said:
    """What was typed."""
    return Said(text=words_in(event.get("text") or ""))


def said_by_action(action: Json) -> Said | None:
    """What was chosen; None when nothing was."""
    value = action.get("value") or (action.get("selected_option") or {}).get("value")
    return pressed(value) if value else None


def workspace_of(body: Json) -> str | None:
    """The workspace that somebody comes from; in a shared channel that can be another than the app's."""
    event = body.get("event") or {}
    person = body.get("user") if isinstance(body.get("user"), Mapping) else {}
    own = body.get("team_id") or (body.get("team") or {}).get("id")
    return event.get("user_team") or (person or {}).get("team_id") or own


def mark_of_delivery(body: Json) -> str | None:
    """By what a delivery is recognised when it comes again."""
    return body.get("event_id") or body.get("trigger_id")
