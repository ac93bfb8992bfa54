"""Several engines: each conversation has its own, another takes over, and they come and go while people talk."""
from collections import Counter
from contextlib import ExitStack

import pytest
from pydantic import ValidationError

from api.app import create_app
from api.engines import Engines, EnginesFileError
from api.settings import Settings
from tests.api.conftest import running
from tests.api.standin import World, engine_app

THREE = ("http://127.0.0.1:5001", "http://127.0.0.1:5002", "http://127.0.0.1:5003")
NOBODY = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def engines(whole_world):
    """Three engines with the same conversations, each of which can fail by itself, and where they are."""
    worlds = [World(whole_world.catalogue, whole_world.conversations) for _ in range(3)]
    with ExitStack() as stack:
        yield [(world, stack.enter_context(running(engine_app(world), Settings()))) for world in worlds]


@pytest.fixture(autouse=True)
def working(engines):
    """Every engine as it should be."""
    for world, _ in engines:
        world.reset()


def addresses(engines) -> str:
    """The addresses as a setting."""
    return ",".join(url for _, url in engines)


def begun(client) -> str:
    """The address of a new conversation."""
    return client.post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"]


def turns_of(engines) -> list[int]:
    """How many turns each engine was asked for."""
    return [len(world.received) for world, _ in engines]


def test_a_conversation_stays_at_one_engine_and_the_work_is_shared(api_with, engines):
    client = api_with(engine_url=addresses(engines))
    conversations = [begun(client) for _ in range(30)]
    assert min(turns_of(engines)) > 0
    for world, _ in engines:
        world.received.clear()
    for choice in ("geschenk", "nee", "klein"):
        client.post(f"{conversations[0]}/berichten", json={"keuze": choice})
    assert sorted(turns_of(engines)) == [0, 0, 3]


@pytest.mark.parametrize("failure", ["status", None])
def test_when_an_engine_gives_no_answer_the_next_gets_the_same_message_with_the_same_key(api_with, engines, failure):
    client = api_with(engine_url=addresses(engines), engine_timeout_seconds=0.5)
    conversation = begun(client)
    own = next(world for world, _ in engines if world.received)
    own.reset()
    own.failure, own.delay = failure, 0.0 if failure else 2.0
    answer = client.post(f"{conversation}/berichten", json={"keuze": "geschenk"})
    assert answer.json()["vraag"]["vraagId"] == "lopende_zaak"
    asked = [message for world, _ in engines for message in world.received if message.get("keuze")]
    assert len({message["sleutel"] for message in asked}) == 1
    assert client.get(conversation).json()["gesprek"]["dilemma"] == "geschenk"


def test_every_message_has_a_key_of_its_own_unless_it_is_the_same_message_again(api, conversation, world):
    for key in (None, None, "een", "twee"):
        api.post(f"{conversation}/berichten", json={"keuze": "waarom"}, headers={"Idempotency-Key": key} if key else {})
    assert len({message["sleutel"] for message in world.received}) == 5


def test_a_message_that_was_refused_keeps_its_key_when_it_comes_again(api, conversation, world):
    again = {"Idempotency-Key": "nog-eens"}
    api.post(f"{conversation}/berichten", json={"keuze": "geschenk"}, headers=again)
    world.failure = "status"
    for _ in range(2):
        api.post(f"{conversation}/berichten", json={"keuze": "nee"}, headers={"Idempotency-Key": "zelfde"})
    world.failure = None
    api.post(f"{conversation}/berichten", json={"keuze": "nee"}, headers={"Idempotency-Key": "zelfde"})
    assert len({message["sleutel"] for message in world.received if message.get("keuze") == "nee"}) == 1


def test_a_refused_choice_is_not_asked_twice(api_with, engines):
    client = api_with(engine_url=addresses(engines))
    conversation = begun(client)
    for world, _ in engines:
        world.received.clear()
    assert client.post(f"{conversation}/berichten", json={"keuze": "bestaat_niet"}).status_code == 400
    assert sum(turns_of(engines)) == 1


def test_engines_that_are_away_cost_nothing_while_one_is_there(api_with, engines):
    client = api_with(engine_url=f"{NOBODY},{engines[0][1]},http://127.0.0.1:10")
    conversations = [begun(client) for _ in range(10)]
    answers = [client.post(f"{one}/berichten", json={"keuze": "geschenk"}) for one in conversations]
    assert {answer.status_code for answer in answers} == {200}
    assert client.get("/v1/gezondheid").status_code == 200


def test_without_any_engine_people_are_named(api_with):
    answer = api_with(engine_url=f"{NOBODY},http://127.0.0.1:10").post("/v1/gesprekken", json={"code": "limburg"})
    assert answer.status_code == 503
    assert answer.json()["contacten"]


def test_engines_are_added_and_removed_while_people_talk(api_with, engines, tmp_path):
    file = tmp_path / "engines"
    file.write_text(f"# eerst één\n{engines[0][1]}\n")
    client = api_with(engines_file=file)
    conversations = [begun(client) for _ in range(20)]
    assert turns_of(engines) == [20, 0, 0]
    file.write_text("\n".join(url for _, url in engines))
    for conversation in conversations:
        assert client.post(f"{conversation}/berichten", json={"keuze": "geschenk"}).status_code == 200
    assert min(turns_of(engines)) > 0
    file.write_text(f"{engines[1][1]}  # de andere zijn weg\n")
    before = turns_of(engines)
    for conversation in conversations:
        assert client.post(f"{conversation}/berichten", json={"keuze": "ja"}).json()["advies"]
    assert turns_of(engines) == [before[0], before[1] + 20, before[2]]


@pytest.mark.parametrize("words", ["", "# niets\n", "127.0.0.1:5005\n", "http://a:1 http://b:2\n", "http://a:1/pad\n"])
def test_a_file_that_cannot_be_used_changes_nothing_and_stops_a_start(tmp_path, words):
    file = tmp_path / "engines"
    file.write_text("\n".join(THREE))
    engines = Engines((), file)
    file.write_text(words)
    assert sorted(engines.all) == sorted(THREE)
    with pytest.raises(EnginesFileError, match=str(file)):
        create_app(Settings(engines_file=file))
    file.unlink()
    assert sorted(engines.all) == sorted(THREE)
    file.write_text(THREE[0])
    assert list(engines.all) == [THREE[0]]


def test_an_engine_more_takes_its_share_and_leaves_the_rest_where_it_was():
    two, three = Engines(THREE[:2]), Engines(THREE)
    names = [f"gesprek {number}" for number in range(3000)]
    moved = [name for name in names if two.behind(name)[0] != three.behind(name)[0]]
    assert {three.behind(name)[0] for name in moved} == {THREE[2]}
    assert min(Counter(three.behind(name)[0] for name in names).values()) > 600


def test_what_takes_over_is_always_another_engine():
    assert {len(set(Engines(THREE).behind(f"gesprek {number}"))) for number in range(100)} == {3}


@pytest.mark.parametrize("url", ["", "127.0.0.1:5005", "http://127.0.0.1:5005/pad", "http://a:1,ftp://b:2"])
def test_an_address_that_is_none_is_refused_by_name(url):
    with pytest.raises(ValidationError, match="MAGIKDIT_ENGINE_URL"):
        Settings(engine_url=url)
