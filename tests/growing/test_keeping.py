"""What the edge keeps, in memory and in a real Redis: the same promises in both."""
import asyncio
from contextlib import aclosing
from datetime import UTC, datetime

import pytest
from pydantic import SecretStr
from redis.asyncio import Redis

from api.away import KeeperAwayError
from api.conversations import Conversations
from api.keeping.keeper import Keeper
from api.keeping.opening import kept_at
from api.known import MOST_REPEATS, Known, Repeat
from api.problems import ProblemError
from api.rate import Allowance
from api.v1.models import Beurt
from tests.api.clock import begin_in_one_minute

HOUR = 3600.0
CANARY = "kanarie-cadeau"
BEURT = Beurt(soort="vraag", dilemma="geschenk", berichten=[CANARY], vraag=None, advies=None, keuzes=[], begrepen=None)


@pytest.fixture(params=["memory", "redis"])
def url(request, redis):
    """Where everything is kept."""
    if request.param == "memory":
        return None
    empty(redis)
    return SecretStr(redis.url)


def empty(redis):
    """Let Redis forget everything."""
    async def flushed():
        async with Redis.from_url(redis.url) as client:
            await client.flushall()
    asyncio.run(flushed())


def asked(url, question):
    """What this question about a keeper is answered with."""
    async def answer():
        async with aclosing(kept_at(url).keeper) as keeper:
            return await question(keeper)
    return asyncio.run(asyncio.wait_for(answer(), 60))


def test_a_record_is_kept_changed_and_dropped(url):
    async def question(keeper: Keeper):
        added = [await keeper.add("een", {"a": b"1", "b": b"2"}, HOUR), await keeper.add("een", {"a": b"3"}, HOUR)]
        await keeper.write("een", {"b": None, "c": b"4"}, HOUR)
        read = list(await keeper.read("een", ("a", "b", "c"), HOUR))
        counts = [await keeper.count()]
        await keeper.drop("een")
        return added, read, [*counts, await keeper.count()], list(await keeper.read("een", ("a", "b"), HOUR))
    assert asked(url, question) == ([True, False], [b"1", None, b"4"], [1, 0], [None, None])


def test_what_is_gone_cannot_be_written_to(url):
    async def question(keeper: Keeper):
        await keeper.write("een", {"a": b"1"}, HOUR)
        return list(await keeper.read("een", ("a",), HOUR)), await keeper.count()
    assert asked(url, question) == ([None], 0)


def test_a_record_that_is_left_alone_is_gone(url):
    async def question(keeper: Keeper):
        await keeper.add("kort", {"a": b"1"}, 0.2)
        await keeper.add("lang", {"a": b"1"}, HOUR)
        while not await keeper.add("kort", {"b": b"2"}, HOUR):
            await asyncio.sleep(0.02)
        return [list(await keeper.read(name, ("a", "b"), HOUR)) for name in ("kort", "lang")], await keeper.count()
    assert asked(url, question) == ([[None, b"2"], [b"1", None]], 2)


def test_a_mark_is_new_once_for_as_long_as_it_is_kept(url):
    async def question(keeper: Keeper):
        first = [await keeper.is_new("a", 2.0), await keeper.is_new("a", 2.0), await keeper.is_new("b", HOUR)]
        while not await keeper.is_new("a", HOUR):
            await asyncio.sleep(0.02)
        return first
    assert asked(url, question) == [True, False, True]


def test_turns_of_one_name_come_one_at_a_time_in_order(url):
    async def question(keeper: Keeper):
        order, inside = [], []

        async def turn(number: int) -> None:
            async with keeper.in_turn("een"):
                inside.append(number)
                await asyncio.sleep(0.01)
                order.append((number, len(inside)))
                inside.clear()
        await asyncio.gather(*(turn(number) for number in range(20)))
        return order
    assert asked(url, question) == [(number, 1) for number in range(20)]


def test_two_edges_take_turns(redis):
    async def race():
        edges = [kept_at(SecretStr(redis.url)).keeper for _ in range(2)]
        inside, most = 0, 0

        async def turn(keeper: Keeper) -> None:
            nonlocal inside, most
            async with keeper.in_turn("samen"):
                inside += 1
                most = max(most, inside)
                await asyncio.sleep(0.01)
                inside -= 1
        await asyncio.gather(*(turn(edges[number % 2]) for number in range(30)))
        for edge in edges:
            await edge.aclose()
        return most
    assert asyncio.run(race()) == 1


def test_a_turn_may_take_longer_than_the_lock_is_held(redis, monkeypatch):
    monkeypatch.setattr("api.keeping.shared.SECONDS_TO_RENEW", 0.1)

    async def held():
        keeper = kept_at(SecretStr(redis.url)).keeper
        async with Redis.from_url(redis.url) as client, aclosing(keeper), keeper.in_turn("lang"):
            lock, = await client.keys("magikdit:beurt:*")
            await client.pexpire(lock, 5000)
            while await client.pttl(lock) <= 5000:
                await asyncio.sleep(0.02)
    asyncio.run(asyncio.wait_for(held(), 30))


def test_an_edge_that_died_in_a_turn_does_not_hold_up_the_others(redis, monkeypatch):
    async def left():
        dead, other = (kept_at(SecretStr(redis.url)).keeper for _ in range(2))
        with monkeypatch.context() as dying:
            dying.setattr("api.keeping.shared.SECONDS_HELD", 1.0)
            dying.setattr("redis.asyncio.lock.Lock.release", lambda _: asyncio.sleep(0))
            async with dead.in_turn("lang"):
                pass
        async with Redis.from_url(redis.url) as client, aclosing(dead), aclosing(other), other.in_turn("lang"):
            return await client.keys("magikdit:beurt:*")
    assert len(asyncio.run(asyncio.wait_for(left(), 60))) == 1


def conversations(keeper: Keeper) -> Conversations:
    """Conversations in this home."""
    return Conversations(keeper, 60, 10)


def test_what_changes_in_a_turn_is_there_in_the_next_and_at_another_edge(url):
    async def question(keeper: Keeper):
        first = await conversations(keeper).create("limburg")
        async with conversations(keeper).in_turn(first.id) as known:
            known.dilemma, known.asked = "geschenk", "waarde"
            known.rated.add("advies")
            known.remember("sleutel", Repeat(mark="m", beurt=BEURT))
        found = await conversations(keeper).get(first.id)
        repeats = await conversations(keeper).repeats(found, ["sleutel", "andere"])
        return found, repeats, first
    found, repeats, first = asked(url, question)
    assert (found.code, found.dilemma, found.asked, found.rated) == ("limburg", "geschenk", "waarde", {"advies"})
    assert (found.begun, found.door) == (first.begun, first.door)
    assert repeats == {"sleutel": Repeat(mark="m", beurt=BEURT)}


def test_the_oldest_answer_makes_room(url):
    async def question(keeper: Keeper):
        known = await conversations(keeper).create(None)
        for number in range(MOST_REPEATS + 2):
            known.remember(str(number), Repeat(mark="m", beurt=BEURT))
            await conversations(keeper).save(known)
        return list(await conversations(keeper).repeats(known, [str(number) for number in range(MOST_REPEATS + 2)]))
    assert asked(url, question) == [str(number) for number in range(2, MOST_REPEATS + 2)]


def test_a_conversation_that_was_forgotten_in_its_turn_stays_away(url):
    async def question(keeper: Keeper):
        known = await conversations(keeper).create(None)
        async with conversations(keeper).in_turn(known.id):
            await conversations(keeper).forget(known.id)
        with pytest.raises(ProblemError):
            await conversations(keeper).get(known.id)
        return await keeper.count()
    assert asked(url, question) == 0


def test_two_who_open_the_same_conversation_get_the_same(url):
    async def question(keeper: Keeper):
        opened = await asyncio.gather(*(conversations(keeper).open("dezelfde", "limburg") for _ in range(10)))
        return {known.door for known in opened}
    assert len(asked(url, question)) == 1


def test_no_more_conversations_than_are_allowed(url):
    async def question(keeper: Keeper):
        for _ in range(10):
            await conversations(keeper).create(None)
        with pytest.raises(ProblemError):
            await conversations(keeper).create(None)
    asked(url, question)


def test_who_reads_redis_finds_no_id_and_no_word(redis):
    empty(redis)
    kept = kept_at(SecretStr(redis.url))

    async def talk():
        known = Known(id=f"id-{CANARY}", code=CANARY, begun=datetime.now(UTC), asked=CANARY)
        known.remember("sleutel", Repeat(mark="m", beurt=BEURT))
        await kept.keeper.add(known.id, {"kern": b"{}"}, HOUR)
        async with kept.keeper.in_turn(known.id):
            await kept.keeper.is_new(f"slack:{CANARY}", HOUR)
            await Allowance(3, kept.limits, "aanvragen").take(CANARY)
            await conversations(kept.keeper).save(known)
            everything = await dumped()
        await kept.keeper.aclose()
        return everything

    async def dumped():
        async with Redis.from_url(redis.url) as client:
            names = await client.keys()
            assert all([await client.ttl(name) > 0 for name in names if name != b"magikdit:gesprekken"])
            return b"".join([name + await client.dump(name) for name in names])
    everything = asyncio.run(talk())
    assert b"magikdit:beurt:" in everything
    assert b"magikdit:grens" in everything
    assert CANARY.encode() not in everything


def test_an_allowance_counts_every_client_by_itself_and_says_how_long_to_wait(url):
    async def count():
        kept = kept_at(url)
        allowance = Allowance(3, kept.limits, "proef")
        waits = [await allowance.seconds_to_wait("a") for _ in range(4)]
        waits.append(await allowance.seconds_to_wait("b"))
        waits.append(await Allowance(3, kept.limits, "anders").seconds_to_wait("a"))
        await kept.keeper.aclose()
        return waits
    begin_in_one_minute()
    *let_through, refused, other, elsewhere = asyncio.run(count())
    assert (let_through, other, elsewhere) == ([0, 0, 0], 0, 0)
    assert 15 <= refused <= 60


def test_who_asks_again_at_once_waits_as_long_as_the_minute_lasts(url):
    async def waits():
        kept = kept_at(url)
        allowance = Allowance(1, kept.limits, "meteen")
        told = [await allowance.seconds_to_wait(client) for client in map(str, range(50)) for _ in range(2)]
        await kept.keeper.aclose()
        return told[1::2]
    begin_in_one_minute()
    assert min(asyncio.run(waits())) >= 15


def test_without_a_limit_nobody_waits(url):
    async def count():
        return [await Allowance(0, kept_at(url).limits, "geen").seconds_to_wait("a") for _ in range(200)]
    assert set(asyncio.run(count())) == {0}


def test_when_redis_is_away_it_says_so_and_when_it_is_back_everything_is_there(redis):
    async def through():
        kept = kept_at(SecretStr(redis.url))
        known = await conversations(kept.keeper).create("limburg")
        redis.kill()
        for _ in range(5):
            with pytest.raises(KeeperAwayError):
                await conversations(kept.keeper).get(known.id)
        waits = [await Allowance(1, kept.limits, "weg").seconds_to_wait("a") for _ in range(5)]
        await asyncio.to_thread(redis.start)
        found = await asyncio.to_thread(lambda: None)
        while found is None:
            try:
                found = await conversations(kept.keeper).get(known.id)
            except KeeperAwayError:
                await asyncio.sleep(0.05)
        await kept.keeper.aclose()
        return known, found, waits
    known, found, waits = asyncio.run(asyncio.wait_for(through(), 60))
    assert (found.id, found.code, found.begun) == (known.id, known.code, known.begun)
    assert waits == [0] * 5


def test_a_turn_that_was_taken_is_answered_although_redis_died_in_it(redis):
    async def through():
        keeper = kept_at(SecretStr(redis.url)).keeper
        known = await conversations(keeper).create("limburg")
        async with conversations(keeper).in_turn(known.id):
            redis.kill()
        await keeper.aclose()
    try:
        asyncio.run(through())
    finally:
        redis.start()
