"""A first message before the first person comes, so that nobody waits for what is worked out once."""
from __future__ import annotations

import asyncio

from rasa.core.agent import Agent
from sanic import Sanic

from actions.hearing import heard_in
from bot.catalogue import shipped
from bot.conversation import Conversation
from bot.dialogue import hear

MESSAGE = "Mag ik een fles wijn van dertig euro van een leverancier aannemen?"


async def start_warm(app: Sanic, _: asyncio.AbstractEventLoop) -> None:
    """Warm up, when there is an assistant."""
    if app.ctx.agent.is_ready():
        await warm_up(app.ctx.agent)


async def warm_up(agent: Agent) -> None:
    """Understand a message and answer it in every tree; nothing of it is kept."""
    catalogue = shipped()
    heard = heard_in(await agent.parse_message(MESSAGE), catalogue.lexicon)
    for code, dilemma in catalogue.trees:
        hear(catalogue, Conversation(code, dilemma), heard)
