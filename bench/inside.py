"""The parts of a turn inside the engine, measured in its own environment: python -m bench.inside [turns]."""
import asyncio
import logging
import sys
import time

from rasa.core.agent import load_agent
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.utils import AvailableEndpoints
from rasa.utils.log_utils import configure_structlog

from actions.running import run
from bench.measuring import measured, row, seconds
from bot.catalogue import shipped
from engine.acting import ActionsHere, read_answers_quickly
from engine.amounts import amounts_in
from engine.channel import incoming
from engine.graph import run_in_order

TEXT = "mag ik een fles wijn van dertig euro van een leverancier aannemen"


async def loaded():
    """The agent as the engine serves it."""
    read_answers_quickly()
    run_in_order()
    endpoints = AvailableEndpoints.read_endpoints("endpoints.yml")
    endpoints.action = ActionsHere("here")
    return await load_agent("models", endpoints=endpoints)


def turn(loop, agent, **asked):
    """One whole turn, from message to what is said."""
    said = CollectingOutputChannel()
    message = loop.run_until_complete(incoming(agent, {"gesprek": "bench", **asked}, said))
    loop.run_until_complete(agent.handle_message(message))
    assert said.messages


def measure(times):
    """A row for each part."""
    loop = asyncio.new_event_loop()
    begin = time.perf_counter()
    agent = loop.run_until_complete(loaded())
    seconds("  model laden (s)", begin)
    begin = time.perf_counter()
    shipped()
    seconds("  inhoud lezen (s)", begin)
    turn(loop, agent, begin={"code": "noord-holland"})
    row("  beurt in de engine, getypt (ms)", measured(lambda _: turn(loop, agent, tekst=TEXT), times))
    row("  beurt in de engine, knop (ms)", measured(lambda _: turn(loop, agent, keuze="opnieuw"), times))
    row("  – verstaan (ms)", measured(lambda _: loop.run_until_complete(agent.parse_message(TEXT)), times))
    row("    – waarvan bedragen (ms)", measured(lambda _: amounts_in(TEXT), times))
    row("  – actie (ms)", measured(lambda _: loop.run_until_complete(run(call())), times))


def call():
    """The call of an action as Rasa makes it."""
    message = {"text": TEXT, "intent": {"name": "geschenk"}, "entities": [],
               "intent_ranking": [{"name": "geschenk", "confidence": 0.9}]}
    return {"next_action": "action_bericht", "sender_id": "bench", "domain": {}, "tracker": {
        "sender_id": "bench", "slots": {"code": "noord-holland"}, "latest_message": message, "events": [],
        "paused": False, "followup_action": None, "active_loop": {}, "latest_action_name": None}}


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    configure_structlog(logging.ERROR)
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
