"""Running the edge: measurements without ids, ready or not, and a stop that lets running turns finish."""
import asyncio
import threading
import time

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from api.app import create_app
from api.metrics import Meters
from api.settings import Settings
from bot.receipt import replay
from tests.api.clock import wait_for
from tests.api.conftest import running


@pytest.fixture
def measured(api_with, free_port):
    """A caller of an edge that shows its measurements, and what they are now."""
    client = api_with(metrics_port=free_port)

    def samples() -> dict:
        text = httpx.get(f"http://127.0.0.1:{free_port}/metrics").text
        return {(sample.name, *sorted(sample.labels.items())): sample.value
                for family in text_string_to_metric_families(text) for sample in family.samples}
    return client, samples


def talked(client: httpx.Client, *messages: dict) -> str:
    """The address of a new conversation in which these messages were sent."""
    address = client.post("/v1/gesprekken", json={"code": "limburg"}).headers["Location"]
    for message in messages:
        client.post(f"{address}/berichten", json=message)
    return address


def test_turns_and_requests_are_counted(measured):
    client, samples = measured
    talked(client, {"keuze": "geschenk"}, {"keuze": "ja"}, {"tekst": "kanarie"})
    counted = samples()
    assert counted["magikdit_beurten_total", ("soort", "welkom")] == 1
    assert counted["magikdit_beurten_total", ("soort", "vraag")] == 1
    assert counted["magikdit_beurten_total", ("soort", "advies")] == 1
    route = ("route", "/v1/gesprekken/{gesprek_id}/berichten")
    assert counted["magikdit_aanvragen_total", ("methode", "POST"), route, ("status", "200")] == 3
    assert counted["magikdit_aanvraag_seconden_count", route] == 3


@pytest.mark.parametrize(("people", "shown"), [(4, None), (5, 5), (9, 5), (10, 10)])
def test_what_it_was_about_is_shown_in_steps_of_five(measured, people, shown):
    client, samples = measured
    for _ in range(people):
        talked(client, {"keuze": "geschenk"}, {"keuze": "waarom"}, {"keuze": "ja"})
    about = (("code", "limburg"), ("dilemma", "geschenk"))
    counted = samples()
    assert counted.get(("magikdit_dilemmas_total", *about)) == shown
    assert counted.get(("magikdit_adviezen_total", *about, ("oordeel", "niet_toegestaan"))) == shown


def test_no_id_and_nothing_typed_is_measured(measured, free_port):
    client, _ = measured
    address = talked(client, {"tekst": "kanarie cadeau"}, {"keuze": "kanarie"})
    client.get(address)
    client.get("/v1/codes/kanarie")
    client.request("KANARIE", "/kanarie")
    shown = httpx.get(f"http://127.0.0.1:{free_port}/metrics").text
    assert "kanarie" not in shown.lower()
    assert address.rpartition("/")[2] not in shown


def test_the_edge_itself_does_not_show_measurements(measured):
    client, _ = measured
    assert client.get("/metrics").status_code == 404


def test_two_edges_do_not_share_their_counts():
    first, second = Meters(), Meters()
    first.dilemmas.add("limburg", "geschenk")
    assert second.dilemmas.counts == {}


def test_ready_also_without_an_engine(api, world):
    assert api.get("/v1/klaar").json() == {"status": "ok"}
    world.failure = "status"
    assert api.get("/v1/klaar").status_code == 200
    assert api.get("/v1/gezondheid").status_code == 503


def test_a_running_turn_is_answered_before_the_stop(content, engine_url, world):
    settings = Settings(content_folder=content, engine_url=engine_url)
    answers: list[httpx.Response] = []
    with running(create_app(settings), settings) as url:
        address = httpx.post(f"{url}/v1/gesprekken", json={"code": "limburg"}).headers["Location"]
        world.delay = 1.0
        talking = threading.Thread(target=lambda: answers.append(
            httpx.post(f"{url}{address}/berichten", json={"keuze": "geschenk"}, timeout=10)))
        talking.start()
        wait_for(lambda: world.at_once == 1)
    talking.join()
    assert [answer.status_code for answer in answers] == [200]
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{url}/v1/klaar")


def test_an_engine_that_hangs_gets_a_rest_and_then_another_chance(api_with, world):
    client = api_with(engine_timeout_seconds=0.2, engine_failures=2, engine_rest_seconds=1)
    address = talked(client)
    world.delay = 1.0
    answers = [client.post(f"{address}/berichten", json={"keuze": "geschenk"}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [503] * 4
    assert answers[-1].json()["contacten"]
    assert answers[-1].elapsed.total_seconds() < 0.2
    assert [message.get("keuze") for message in world.received] == [None, "geschenk", "geschenk"]
    assert client.get("/v1/gezondheid").status_code == 503
    world.delay = 0.0
    wait_for(lambda: client.get("/v1/gezondheid").status_code == 200)
    assert client.post(f"{address}/berichten", json={"keuze": "opnieuw"}).status_code == 200


def test_fifty_people_at_once_each_get_the_answer_to_their_own_question(edge_url, world):
    world.delay = 0.005
    people = [("limburg", "ja", "weigeren"), ("noord-holland", "weet_niet", "overleggen"), ("limburg", "nee", None),
              ("noord-holland", "ja", "weigeren"), ("limburg", "weet_niet", "overleggen")] * 10
    reached = asyncio.run(all_at_once(edge_url, people))
    places = [receipt and replay(world.catalogue, receipt) for receipt in reached]
    assert [place and (place.code.id, place.place.node.id) for place in places] == [
        advice and (code, advice) for code, _, advice in people]


async def all_at_once(url: str, people: list) -> list[str | None]:
    """The advice that each comes to, talking at the same time."""
    async with httpx.AsyncClient(base_url=url, timeout=60) as client:
        async def talk(code: str, answer: str) -> str | None:
            address = (await client.post("/v1/gesprekken", json={"code": code})).headers["Location"]
            for choice in ("geschenk", "waarom", answer):
                turn = (await client.post(f"{address}/berichten", json={"keuze": choice})).json()
            kept = (await client.get(address)).json()["gesprek"]
            assert (kept["code"], kept["antwoorden"]) == (code, [["lopende_zaak", answer]])
            return turn["advies"] and turn["advies"]["adviesId"]
        return await asyncio.gather(*(talk(code, answer) for code, answer, _ in people))


def test_the_front_page_comes_within_fifty_milliseconds(api):
    api.get("/")
    spent = []
    for _ in range(20):
        began = time.perf_counter()
        assert api.get("/").status_code == 200
        spent.append(time.perf_counter() - began)
    assert min(spent) < 0.05
