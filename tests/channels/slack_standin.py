"""A stand-in for Slack: signs what it delivers, and records every call of its Web API."""
import hashlib
import hmac
import itertools
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

SECRET, TOKEN, WORKSPACE, APP = "het-geheim-van-slack", "xoxb-proef", "T0LIMBURG", "A0MAGIKDIT"
PRIVATE, SHARED, PERSON = "D0PRIVE", "C0KANAAL", "U0KARIN"
numbers = itertools.count(1)


@dataclass
class Slack:
    """Everything that was asked of the Web API; `refusals` are errors that it gives, by method."""

    url: str = ""
    socket_url: str = ""
    calls: list[tuple[str, dict]] = field(default_factory=list)
    uploads: list[bytes] = field(default_factory=list)
    tokens: list[str | None] = field(default_factory=list)
    refusals: dict[str, str] = field(default_factory=dict)

    def reset(self) -> None:
        """Forget what was asked."""
        self.calls.clear()
        self.uploads.clear()
        self.refusals.clear()

    async def method(self, request: Request) -> Response:
        """Any method of the Web API."""
        name, given = request.path_params["name"], await arguments(request)
        self.tokens.append(request.headers.get("Authorization"))
        self.calls.append((name, given))
        if name in self.refusals and "blocks" in given:
            return JSONResponse({"ok": False, "error": self.refusals[name]})
        return JSONResponse({"ok": True, **self.result(name)})

    def result(self, name: str) -> dict:
        """What a method gives besides that it went well."""
        stamp = f"1700000000.{next(numbers):06}"
        return {
            "apps.connections.open": {"url": self.socket_url}, "conversations.open": {"channel": {"id": PRIVATE}}, "chat.postMessage": {"channel": PRIVATE, "ts": stamp},
            "chat.postEphemeral": {"message_ts": stamp},
            "files.getUploadURLExternal": {"upload_url": f"{self.url}/upload", "file_id": "F1"},
            "files.completeUploadExternal": {"files": [{"id": "F1"}]},
        }.get(name, {})

    async def upload(self, request: Request) -> Response:
        """The file itself."""
        self.uploads.append(await request.body())
        return Response("OK")

    def sent(self, *names: str) -> list[dict]:
        """What was sent with these methods."""
        return [given for name, given in self.calls if name in names]

    @property
    def messages(self) -> list[dict]:
        """Every message, shown to all of its channel or to one person."""
        return self.sent("chat.postMessage", "chat.postEphemeral")


async def arguments(request: Request) -> dict:
    """The arguments of a call, with what is JSON in them read."""
    body = (await request.body()).decode()
    if request.headers.get("Content-Type", "").startswith("application/json"):
        return json.loads(body)
    given = (*request.query_params.items(), *parse_qsl(body))
    return {name: json.loads(value) if value[:1] in "[{" else value for name, value in given}


def slack_app(slack: Slack) -> Starlette:
    """The addresses of Slack."""
    return Starlette(routes=[Route("/api/{name}", slack.method, methods=["POST", "GET"]),
                             Route("/upload", slack.upload, methods=["POST"])])


def signed(body: str, secret: str = SECRET, age: int = 0) -> dict[str, str]:
    """The headers with which Slack delivers this body."""
    stamp = str(int(time.time()) - age)
    mark = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={mark}"}


@dataclass
class SlackPerson:
    """Somebody in Slack, whose doings are delivered to the edge."""

    edge: httpx.Client
    slack: Slack
    user: str = PERSON
    workspace: str = WORKSPACE

    def deliver(self, body: dict, **headers: str) -> httpx.Response:
        """Deliver an event."""
        return self.post(json.dumps(body), "application/json", headers)

    def post(self, body: str, media_type: str, headers: dict[str, str] | None = None) -> httpx.Response:
        """Deliver this body, signed unless other headers say otherwise."""
        return self.edge.post("/slack/events", content=body.encode(),
                              headers={"Content-Type": media_type, **signed(body), **(headers or {})})

    def form(self, **fields: str) -> httpx.Response:
        """Deliver a form, as Slack does for buttons and commands."""
        return self.post(urlencode(fields), "application/x-www-form-urlencoded")

    def event(self, **event: object) -> dict:
        """The delivery of an event."""
        return {"type": "event_callback", "team_id": self.workspace, "api_app_id": APP, "event_id": f"Ev{next(numbers)}",
                "event_time": int(time.time()), "event": {"user": self.user, "ts": stamp(), **event}}

    def types(self, text: str, **more: object) -> httpx.Response:
        """Type something in the private conversation."""
        return self.deliver(self.event(type="message", channel_type="im", channel=PRIVATE, text=text, **more))

    def mentions(self, text: str, **more: object) -> httpx.Response:
        """Mention the assistant in a channel."""
        return self.deliver(self.event(type="app_mention", channel=SHARED, text=f"<@U0BOT> {text}", **more))

    def presses(self, message: dict, value: str, stamp: str = "1") -> httpx.Response:
        """Press the button with this value, or choose it from a list, in a message that was sent."""
        return self.form(payload=json.dumps(self.pressing(message, value, stamp)))

    def pressing(self, message: dict, value: str, stamp: str) -> dict:
        """What is delivered when a button is pressed."""
        block, element, action = next(found for found in pressable(message["blocks"]) if found[2]["value"] == value)
        chosen = {"value": value} if element["type"] == "button" else {"selected_option": action}
        container = {"type": "message", "message_ts": stamp, "channel_id": message["channel"]}
        return {"type": "block_actions", "team": {"id": self.workspace}, "api_app_id": APP, "trigger_id": f"t{next(numbers)}",
                "user": {"id": self.user, "team_id": self.workspace}, "channel": {"id": message["channel"]},
                "container": container, "message": {"blocks": message["blocks"]},
                "actions": [{"type": element["type"], "block_id": block["block_id"], "action_id": element["action_id"], **chosen}]}

    def commands(self, text: str = "") -> httpx.Response:
        """Give the command in a channel."""
        return self.form(command="/magikdit", text=text, team_id=self.workspace, user_id=self.user, channel_id=SHARED,
                         api_app_id=APP, trigger_id=f"t{next(numbers)}", response_url=f"{self.slack.url}/response")


def stamp() -> str:
    """The time of a message, which no other message has."""
    return f"{int(time.time())}.{next(numbers):06}"


def pressable(blocks: list[dict]) -> Iterator[tuple[dict, dict, dict]]:
    """Everything that can be chosen: its block, its element and what is given back."""
    for block in blocks:
        for element in block.get("elements", ()) if block["type"] == "actions" else ():
            yield from ((block, element, option) for option in element.get("options", [element]) if "value" in option)


def words_of(message: dict) -> str:
    """Everything that can be read in a message, line by line."""
    return "\n".join(words_in(block) for block in message["blocks"] if block["type"] != "actions")


def words_in(part: object) -> str:
    """Every text in a part of a message."""
    if isinstance(part, list):
        return "".join(words_in(one) for one in part)
    if not isinstance(part, dict):
        return ""
    own = part["text"] if isinstance(part.get("text"), str) else words_in(part.get("text"))
    end = "\n" if part.get("type") in ("rich_text_section", "rich_text_quote") else ""
    return f"{own}{words_in(part.get('elements'))}{end}"
