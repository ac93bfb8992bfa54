"""Idle conversations are erased while the engine runs, also when nobody says anything."""
from __future__ import annotations

import asyncio
import logging

from rasa.core.agent import Agent
from sanic import Sanic

from engine.database import StoreError
from engine.store import ConversationStore

SECONDS_BETWEEN = 60.0
logger = logging.getLogger(__name__)


async def start_sweeping(app: Sanic, _: asyncio.AbstractEventLoop) -> None:
    """Sweep from now on, when there is an assistant."""
    if app.ctx.agent.is_ready():
        app.add_task(sweep(store_behind(app.ctx.agent)))


async def sweep(store: ConversationStore) -> None:
    """Erase idle conversations every minute, or sooner when they may be idle for less."""
    while True:
        try:
            await store.expire()
        except StoreError as trouble:
            logger.warning("Verlopen gesprekken zijn nog niet gewist: %s.", trouble)
        await asyncio.sleep(min(SECONDS_BETWEEN, store.shelf.idle_seconds))


def store_behind(agent: Agent) -> ConversationStore:
    """The store behind Rasa's wrappers."""
    store = agent.tracker_store
    while not isinstance(store, ConversationStore):
        store = store._tracker_store
    return store
