"""Slack without inbound traffic: the edge opens the connection, and what comes over it is answered the same."""
import asyncio
import json
import queue
import threading

import httpx
import pytest
from aiohttp import WSMsgType, web

from api.app import create_app
from api.channels.settings import Channels, ChannelSettings, SlackSettings
from api.settings import Settings
from tests.api.clock import wait_for
from tests.api.conftest import running
from tests.channels.conftest import KEY, PUBLIC
from tests.channels.slack_standin import PRIVATE, TOKEN, WORKSPACE, SlackPerson, words_of


class Socket:
    """The other end of the connection: sends envelopes, and keeps what is acknowledged."""

    def __init__(self) -> None:
        self.acknowledged: queue.Queue[dict] = queue.Queue()
        self.open: list[web.WebSocketResponse] = []
        self.loop, self.url = asyncio.new_event_loop(), ""

    async def talk(self, request: web.Request) -> web.WebSocketResponse:
        """A connection."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        self.open.append(socket)
        async for message in socket:
            if message.type is WSMsgType.TEXT and message.data.startswith("{"):
                self.acknowledged.put(json.loads(message.data))
        return socket

    async def serve(self) -> None:
        """Listen."""
        app = web.Application()
        app.router.add_get("/", self.talk)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"ws://127.0.0.1:{runner.addresses[0][1]}/"

    def send(self, envelope: dict) -> None:
        """Send an envelope over the connection."""
        asyncio.run_coroutine_threadsafe(self.open[-1].send_json(envelope), self.loop).result(5)


@pytest.fixture
def socket():
    """The other end, listening."""
    made = Socket()
    threading.Thread(target=made.loop.run_forever, daemon=True).start()
    asyncio.run_coroutine_threadsafe(made.serve(), made.loop).result(5)
    yield made
    made.loop.call_soon_threadsafe(made.loop.stop)


@pytest.fixture
def edge(engine_url, slack, socket):
    """An edge that opens the connection itself, and has no address where Slack delivers."""
    slack.socket_url = socket.url
    channels = Channels(shared=ChannelSettings(key=KEY, public_url=PUBLIC), slack=SlackSettings(
        bot_token=TOKEN, workspace=WORKSPACE, code="limburg", app_token="xapp-proef", api_url=f"{slack.url}/api/"))
    settings = Settings(engine_url=engine_url, requests_per_minute=0, channels=channels)
    with running(create_app(settings), settings) as url:
        wait_for(lambda: socket.open)
        yield url


@pytest.mark.usefixtures("edge")
def test_a_message_over_the_connection_is_acknowledged_and_answered(slack, socket):
    person = SlackPerson(None, slack, user="U0SOCKET")
    event = person.event(type="message", channel_type="im", channel=PRIVATE, text="ik kreeg een fles")
    for _ in range(2):
        socket.send({"envelope_id": "e1", "type": "events_api", "payload": event, "accepts_response_payload": False})
        assert socket.acknowledged.get(timeout=1)["envelope_id"] == "e1"
    wait_for(lambda: slack.messages)
    assert "een geschenk" in words_of(slack.messages[0])
    assert slack.sent("apps.connections.open")
    assert len(slack.messages) == 1


def test_without_a_signing_secret_nothing_can_be_delivered(edge):
    assert httpx.post(f"{edge}/slack/events", content="{}").status_code == 404
