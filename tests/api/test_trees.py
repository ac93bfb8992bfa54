"""The content that ships: walking every path over HTTP gives what the core gives."""
import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from bot.catalogue import shipped
from bot.conversation import Conversation
from bot.receipt import replay
from bot.telling import arrive
from bot.turn import as_json
from bot.walk import paths
from tests.api.conftest import running


@pytest.fixture(scope="module")
def shipping():
    """A caller of an edge with the content that ships."""
    settings = Settings(requests_per_minute=0)
    with running(create_app(settings), settings) as url, httpx.Client(base_url=url) as client:
        yield client


@pytest.mark.parametrize(("code", "dilemma"), list(shipped().trees))
def test_every_path_gives_the_advice_of_the_core(shipping, code, dilemma):
    catalogue, address = shipped(), f"/v1/codes/{code}/beslisbomen/{dilemma}/_doorloop"
    for place in paths(catalogue.tree(code, dilemma)):
        turn = shipping.post(address, json={"antwoorden": dict(place.taken)}).json()
        core = arrive(catalogue, Conversation(code, dilemma, place.taken))
        assert turn == as_json(core, catalogue, code)
        assert replay(catalogue, turn["advies"]["adviesId"]).place == place


@pytest.mark.parametrize(("code", "dilemma"), list(shipped().trees))
def test_every_tree_can_be_read(shipping, code, dilemma):
    tree = shipping.get(f"/v1/codes/{code}/beslisbomen/{dilemma}").json()
    nodes = {node["knoopId"] for node in (*tree["vragen"], *tree["adviezen"])}
    assert tree["begin"] in nodes
    assert {answer["naar"] for ask in tree["vragen"] for answer in ask["antwoorden"]} <= nodes


@pytest.mark.parametrize("code", list(shipped().codes))
@pytest.mark.parametrize("part", ["", "/artikelen", "/contacten", "/beslisbomen"])
def test_every_code_can_be_read(shipping, code, part):
    assert shipping.get(f"/v1/codes/{code}{part}").status_code == 200
