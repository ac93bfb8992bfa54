"""Whatever is thrown at the trained assistant in the middle of a conversation: an answer, no error, and nothing filled in.

NOISE=10000 in the environment throws more; that takes some five minutes.
"""
import asyncio
import os
import random

import pytest
from rasa.core.agent import load_agent
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.utils import AvailableEndpoints

from engine.acting import ActionsHere, read_answers_quickly
from engine.channel import incoming, store_behind

MESSAGES, EACH = int(os.environ.get("NOISE", "2000")), 20
LETTERS = "qwxzvbnmkjhgfdsptr"
EMOJI = "😀🎁🍷🤷‍♂️👍🏽🇳🇱❤️🚗💥🫠"
ARABIC, HEBREW = "هذا نص لا معنى له هنا", "זה טקסט בלי משמעות כאן"
HTML = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</div><b>&nbsp;&#x27;", "<a href='javascript:0'>qx</a>", "{{7*7}}", "${x}"]
SQL = ["'; DROP TABLE slots;--", "\" OR 1=1 --", "1'; SELECT pg_sleep(9);--", "UNION SELECT NULL,NULL#"]
SIGNS = ["...", "???", "!!!", "/nlu_fallback", "/keuze{\"keuze\": \"limburg\"}", "/", "\\", "\u0000", "\u202e\u202d", "%s%n%x", "[]", "{}", "null", "NaN", "﷽", "\ufeff", "0", "-1", "1e309"]
STARTS = [("limburg", "geschenk"), ("noord-holland", "geschenk"), ("limburg", "dienstauto"), ("noord-holland", "ongewenst_gedrag"),
          ("limburg", "nevenwerkzaamheden"), ("noord-holland", "media")]


def gibberish(chance, letters):
    """A word that does not exist; shorter ones are abbreviations of something."""
    return "".join(chance.choice(LETTERS) for _ in range(letters))


def noise(chance):
    """One meaningless message."""
    kind = chance.randrange(20)
    if kind == 0:
        return " ".join(gibberish(chance, chance.randint(4, 9)) for _ in range(400))[:2000]
    kinds = (EMOJI * chance.randint(1, 5), ARABIC, HEBREW, chance.choice(HTML), chance.choice(SQL), chance.choice(SIGNS),
             gibberish(chance, chance.randint(4, 12)), " ".join(gibberish(chance, 5) for _ in range(chance.randint(2, 8))))
    mixed = f"{kinds[kind % len(kinds)]}{chance.choice(['', ' ', chr(10)])}{chance.choice(kinds) if kind > 12 else ''}"
    return mixed[:2000]


@pytest.fixture(scope="module")
def agent():
    """The trained assistant, in this process."""
    read_answers_quickly()
    endpoints = AvailableEndpoints.read_endpoints("endpoints.yml")
    endpoints.action = ActionsHere("here")
    return asyncio.run(load_agent("models", endpoints=endpoints))


async def said(agent, conversation, **asked):
    """What is said, as the edge gets it."""
    collected = CollectingOutputChannel()
    await agent.handle_message(await incoming(agent, {"gesprek": conversation, **asked}, collected))
    return [message["custom"] for message in collected.messages if "custom" in message]


async def talked(agent, chance, number):
    """One conversation with noise at its first question; what went wrong."""
    name, (code, dilemma) = f"ruis-{number}", chance.choice(STARTS)
    await said(agent, name, begin={"code": code})
    await said(agent, name, keuze=dilemma)
    wrong = []
    for _ in range(EACH):
        text, before = noise(chance), await answers(agent, name)
        turns = await said(agent, name, tekst=text)
        after = await answers(agent, name)
        if len(turns) != 1 or not turns[0].get("berichten") or after != before:
            wrong.append((text[:80], turns, before, after))
    return wrong


async def answers(agent, conversation):
    """The dilemma and the answers that are kept."""
    slots = (await store_behind(agent).page(conversation)).kept["slots"]
    return slots.get("dilemma"), slots.get("antwoorden")


def test_noise_gets_an_answer_and_changes_nothing(agent):
    chance = random.Random(20)

    async def all_of_it():
        return [fault for number in range(MESSAGES // EACH) for fault in await talked(agent, chance, number)]
    assert asyncio.run(all_of_it()) == []
