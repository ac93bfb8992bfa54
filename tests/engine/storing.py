"""A conversation to keep in a store, and what a store keeps of it."""
import asyncio

from cryptography.fernet import Fernet
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

KEY = Fernet.generate_key().decode()
SLOTS = {"code": "limburg", "antwoorden": [["gever", "collega"]]}


def later(clock, seconds):
    """Let time pass."""
    clock["now"] += seconds
    clock["steady"] += seconds


def talked(domain, name, typed="mijn geheim", answer="collega"):
    """A conversation in which this was typed, and this was answered."""
    events = [ActionExecuted("action_session_start"), ActionExecuted("action_listen"), UserUttered(typed),
              SlotSet("code", "limburg"), SlotSet("antwoorden", [["gever", answer]]), BotUttered("antwoord"),
              ActionExecuted("action_listen")]
    return DialogueStateTracker.from_events(name, events, domain.slots)


def keep(store, domain, name="a", **said):
    """Keep it in the store."""
    asyncio.run(store.save(talked(domain, name, **said)))


def kept(store, name="a"):
    """The slots that the store keeps of it, or None."""
    return asyncio.run(store.page(name)).kept.get("slots")
