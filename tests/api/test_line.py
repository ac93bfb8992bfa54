"""The line to an engine: who waits too long for room is told so, and the engine is not taken for broken."""
import asyncio

import pytest
from aiohttp import web

from api import line
from api.away import EngineAwayError
from api.settings import Settings


async def busy_engine(asked: asyncio.Event, answering: asyncio.Event) -> web.AppRunner:
    """An engine that answers once it may."""
    async def answer(_: web.Request) -> web.Response:
        asked.set()
        await answering.wait()
        return web.json_response({"status": "ok"})
    app = web.Application()
    app.router.add_get("/webhooks/edge/klaar", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner


async def one_too_many() -> list[int]:
    """Somebody is helped while a second waits in vain; the status that the first and a third one get."""
    asked, answering = asyncio.Event(), asyncio.Event()
    runner = await busy_engine(asked, answering)
    edge = line.Line(Settings(engine_url=f"http://127.0.0.1:{runner.addresses[0][1]}", engine_failures=1))
    first = asyncio.create_task(edge.ask("een", "GET", "klaar"))
    await asked.wait()
    with pytest.raises(EngineAwayError):
        await edge.ask("twee", "GET", "klaar")
    answering.set()
    statuses = [(await first).status, (await edge.ask("drie", "GET", "klaar")).status]
    await edge.close()
    await runner.cleanup()
    return statuses


def test_a_busy_engine_is_not_taken_for_a_broken_one(monkeypatch):
    monkeypatch.setattr(line, "MOST_AT_ONCE", 1)
    monkeypatch.setattr(line, "SECONDS_IN_LINE", 0.5)
    assert asyncio.run(one_too_many()) == [200, 200]
