"""An engine that is away, slow or talks nonsense: people are named and nothing is lost."""
import pytest

ROLES = ["leidinggevende", "vertrouwenspersoon"]
FAILURES = ["status", "leeg", "lijst", "onzin", "half", "kale_400", "verdwaald"]


@pytest.fixture
def failing(world):
    """Makes the engine fail in this way."""
    def fail(failure: str) -> None:
        world.failure = failure
    return fail


def people_in(answer) -> list[tuple[str, str]]:
    """The code and role of everyone who is named."""
    return [(person["code"], person["rol"]) for person in answer.json()["contacten"]]


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failing_engine_names_the_people_of_this_code_and_changes_nothing(
        api, conversation, choose, world, failing, failure):
    choose("geschenk")
    before = api.get(conversation).json()
    failing(failure)
    answer = choose("nee")
    assert answer.status_code == 503
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "Retry-After" in answer.headers
    assert people_in(answer) == [("limburg", role) for role in ROLES]
    world.failure = None
    assert api.get(conversation).json() == before
    assert choose("nee").json()["vraag"]["vraagId"] == "waarde"


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("path", ["", "/gesprekskaart"])
def test_reading_a_conversation_without_an_engine(api, conversation, failing, failure, path):
    failing(failure)
    answer = api.get(f"{conversation}{path}")
    assert answer.status_code == 503
    assert people_in(answer) == [("limburg", role) for role in ROLES]


@pytest.mark.parametrize("failure", FAILURES)
def test_a_conversation_that_could_not_be_erased_is_still_there(api, conversation, world, failing, failure):
    failing(failure)
    assert api.delete(conversation).status_code == 503
    world.failure = None
    assert api.delete(conversation).status_code == 204


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize(("path", "body"), [("/v1/gesprekken", {}), ("/v1/_herken", {"tekst": "cadeau"})])
def test_without_a_code_the_people_of_every_code_are_named(api, failing, failure, path, body):
    failing(failure)
    answer = api.post(path, json=body)
    assert answer.status_code == 503
    assert people_in(answer) == [(code, role) for code in ("limburg", "noord-holland") for role in ROLES]


def test_a_code_that_is_chosen_later_is_remembered(api, world):
    conversation = api.post("/v1/gesprekken", json={}).headers["Location"]
    api.post(f"{conversation}/berichten", json={"keuze": "noord-holland"})
    world.failure = "status"
    answer = api.post(f"{conversation}/berichten", json={"tekst": "cadeau"})
    assert people_in(answer) == [("noord-holland", role) for role in ROLES]


def test_an_engine_that_is_too_slow(choose, world):
    world.delay = 1.5
    answer = choose("geschenk")
    assert answer.status_code == 503
    assert people_in(answer) == [("limburg", role) for role in ROLES]


def test_no_engine_at_all(api_with):
    client = api_with(engine_url="http://127.0.0.1:9")
    assert client.post("/v1/gesprekken", json={"code": "limburg"}).status_code == 503
    assert client.get("/v1/gezondheid").status_code == 503
    assert client.get("/v1/codes").status_code == 200


def test_a_conversation_that_could_not_begin_is_not_kept(api_with, world):
    client = api_with(most_conversations=1)
    world.failure = "status"
    assert client.post("/v1/gesprekken", json={}).status_code == 503
    world.failure = None
    assert client.post("/v1/gesprekken", json={}).status_code == 201


@pytest.mark.parametrize("failure", FAILURES[:1])
def test_healthy_only_when_a_question_can_be_answered(api, failing, failure):
    assert api.get("/v1/gezondheid").json() == {"status": "ok"}
    failing(failure)
    assert api.get("/v1/gezondheid").status_code == 503


def test_the_shared_key_goes_with_every_call(api_with, world):
    client = api_with(engine_key="geheim")
    world.keys.clear()
    conversation = client.post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"]
    client.get(conversation)
    client.post("/v1/_herken", json={"tekst": "cadeau"})
    client.delete(conversation)
    client.get("/v1/gezondheid")
    assert world.keys == ["geheim"] * 5
