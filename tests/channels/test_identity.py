"""Who somebody is stops at the door; what somebody typed is written nowhere."""
import asyncio
import logging
import time

import pytest
from pydantic import SecretStr

from api.channels.guests import Guests, mark_of
from api.channels.seen import Seen
from api.conversations import Conversations
from api.keeping.memory import Memory
from tests.api.clock import Clock, wait_for
from tests.channels.conftest import KEY

CANARY = "kanarie-7c2e"
KEYS = SecretStr(KEY), SecretStr(KEY[::-1])


def test_the_same_person_has_the_same_mark():
    assert mark_of(KEYS[0], "slack_prive", "T1", "U1") == mark_of(KEYS[0], "slack_prive", "T1", "U1")


@pytest.mark.parametrize("other", [
    mark_of(KEYS[1], "slack_prive", "T1", "U1"), mark_of(KEYS[0], "slack_prive", "T1", "U2"),
    mark_of(KEYS[0], "slack_prive", "T2", "U1"), mark_of(KEYS[0], "slack_kanaal", "T1", "U1"),
    mark_of(KEYS[0], "slack_prive", "T1U", "1"),
])
def test_another_key_person_workspace_or_place_has_another_mark(other):
    assert mark_of(KEYS[0], "slack_prive", "T1", "U1") != other


@pytest.mark.parametrize("person", ["slacker", "teamer"])
def test_the_engine_and_the_edge_never_know_who_it_is(request, person, world, slack, connector):
    somebody = request.getfixturevalue(person)
    somebody.user = f"29:{CANARY}"
    somebody.types("ik kreeg een fles")
    wait_for(lambda: slack.messages or connector.activities)
    known = str(world.received) + str(world.conversations)
    assert CANARY not in known
    assert "karin" not in known.lower()


def settle(count) -> None:
    """Return when nothing comes any more."""
    before = -1
    while count() != before:
        before = count()
        time.sleep(2.5)


def test_nothing_typed_and_nobody_is_in_a_log(slacker, teamer, slack, connector, world, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    slacker.user, teamer.user = f"U{CANARY}", f"29:{CANARY}"
    for failure in (None, "status", "onzin", None):
        world.failure = failure
        for person in (slacker, teamer):
            person.types(f"ik kreeg een fles {CANARY}")
        slacker.mentions(CANARY)
        slacker.commands(CANARY)
        slacker.deliver(slacker.event(type="message", channel_type="im", channel="D1", subtype=CANARY, text=CANARY))
        slacker.deliver(slacker.event(type=CANARY, text=CANARY))
        slacker.form(payload=f'{{"type": "{CANARY}", "team": {{"id": "T0LIMBURG"}}, "x": "{CANARY}"}}')
        slacker.post(f'{{"{CANARY}', "application/json")
        teamer.deliver(teamer.activity(text=CANARY, type=CANARY))
        teamer.deliver(teamer.activity(text=CANARY, entities=CANARY))
        teamer.deliver(teamer.activity(text=CANARY), CANARY)
        teamer.deliver(teamer.activity(text=CANARY), teamer.connector.token(iss=CANARY))
        teamer.deliver(teamer.activity(value={"knop": f"{CANARY}|{CANARY}"}))
    slack.refusals["chat.postMessage"] = "channel_not_found"
    slacker.types(CANARY)
    settle(lambda: len(slack.calls) + len(connector.activities))
    records = [record for record in caplog.records if record.name.split(".")[0] not in ("tests", "asyncio")]
    written = "".join((*capfd.readouterr(), *(str(vars(record)) for record in records if record.levelno >= logging.INFO)))
    assert '"aanvraag"' in written
    assert CANARY not in written
    assert "karin" not in written.lower()


def test_a_conversation_that_was_left_alone_begins_anew():
    clock = Clock()
    conversations = Conversations(Memory(clock), 60, 10)
    guests = Guests(conversations, KEYS[0])

    def guest():
        return asyncio.run(guests.guest("slack_prive", "limburg", "T1", "U1"))
    first = guest()
    asyncio.run(conversations.tell(first.known))
    clock.now = 3600
    assert (guest().known.begun, guest().known.told) == (first.known.begun, True)
    assert asyncio.run(guests.with_token(first.token)).id == first.id
    clock.now = 7201
    later = guest()
    assert (later.id, later.known.told) == (first.id, False)
    assert asyncio.run(guests.with_token(first.token)) is None


def test_what_was_seen_is_kept_for_an_hour():
    clock = Clock()
    seen = Seen(Memory(clock))

    def is_new(mark):
        return asyncio.run(seen.is_new(mark))
    assert [is_new("a"), is_new("a"), is_new("b")] == [True, False, True]
    clock.now = 3600
    assert not is_new("a")
    clock.now = 3601
    assert is_new("a")

