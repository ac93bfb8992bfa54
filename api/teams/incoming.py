"""What Teams sends, as somebody said it and where."""
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.channels.arranging import pressed
from api.channels.turns import HELLO, Said

Json = Mapping[str, Any]
MENTION = re.compile(r"<at\b[^>]*>.*?</at>", re.DOTALL)
TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
BUTTON, MORE, ANSWER = "knop", "meer", "keuze"
PERSONAL = "personal"


@dataclass(frozen=True)
class Spot:
    """Where somebody is answered."""

    conversation: str
    user: str
    service_url: str
    is_private: bool


def spot_of(activity: Json) -> Spot | None:
    """Where this activity came from; None when it does not say so."""
    conversation, person = part(activity, "conversation"), part(activity, "from")
    place, user, service_url = conversation.get("id"), person.get("id"), activity.get("serviceUrl")
    if not (isinstance(place, str) and isinstance(user, str) and isinstance(service_url, str)):
        return None
    return Spot(place, user, service_url, conversation.get("conversationType", PERSONAL) == PERSONAL)


def part(activity: Json, name: str) -> Json:
    """A part of an activity; empty when it is not there."""
    found = activity.get(name)
    return found if isinstance(found, Mapping) else {}


def tenant_of(activity: Json) -> object:
    """The tenant that an activity comes from."""
    return part(part(activity, "channelData"), "tenant").get("id") or part(activity, "conversation").get("tenantId")


def words_in(text: str, text_format: object) -> str:
    """What somebody typed, without the assistant's own name and without markup."""
    unmarked = MENTION.sub("", text)
    plain = TAG.sub(" ", unmarked) if text_format == "xml" else unmarked
    return html.unescape(plain).replace("\xa0", " ").strip()


def said_by(activity: Json) -> Said | None:
    """What was typed or chosen; None when a card came back without a choice."""
    value = activity.get("value")
    if isinstance(value, Mapping):
        chosen = value.get(BUTTON) or value.get(MORE) or value.get(ANSWER)
        return pressed(chosen) if isinstance(chosen, str) and chosen else None
    text = str(activity.get("text") or "")
    words = words_in(text, activity.get("textFormat"))
    return HELLO if not words and MENTION.search(text) else Said(text=words)


def is_welcome(activity: Json) -> bool:
    """Whether the assistant was just installed for somebody."""
    if activity.get("type") == "installationUpdate":
        return activity.get("action") in ("add", "add-upgrade")
    own = part(activity, "recipient").get("id")
    added = activity.get("membersAdded") or ()
    return activity.get("type") == "conversationUpdate" and any(member.get("id") == own for member in added)


def is_farewell(activity: Json) -> bool:
    """Whether the assistant was just removed by somebody."""
    return activity.get("type") == "installationUpdate" and activity.get("action") in ("remove", "remove-upgrade")
