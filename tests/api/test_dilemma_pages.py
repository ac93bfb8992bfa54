"""The pages of the dilemmas: every tree drawn, walked by links alone, with the advice of the API at the end."""
import html
import re
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from bot.catalogue import shipped
from bot.reading import CONTENT
from bot.tree import Advice
from bot.walk import walk
from tests.api.conftest import running

TREES = list(shipped().trees)
LINK = re.compile(r'<a [^>]*href="([^"]+)"[^>]*>([^<]+)')
MEDIA = "/codes/noord-holland/dilemmas/media"
BROWSER = {"Accept": "text/html,*/*"}


@pytest.fixture(scope="module")
def whole(engine_url):
    """A caller of an edge with the content that ships."""
    settings = Settings(content_folder=CONTENT, engine_url=engine_url, requests_per_minute=0)
    with running(create_app(settings), settings) as url, httpx.Client(base_url=url) as client:
        yield client


def links_in(page: str) -> list[tuple[str, str]]:
    """The address and the words of every link."""
    return [(html.unescape(address), html.unescape(words)) for address, words in LINK.findall(page)]


def drawn_in(page: str) -> list[tuple[str, str]]:
    """The address and the words of every question and advice in the drawn tree."""
    return links_in(page[page.index('<ul class="tree">'):page.index('<p class="way"><a href="/">')])


@pytest.mark.parametrize("code", shipped().codes)
def test_the_list_leads_to_every_dilemma_of_a_code(whole, code):
    addresses = {address for address, _ in links_in(whole.get(f"/codes/{code}/dilemmas").text)}
    assert {f"/codes/{code}/dilemmas/{dilemma}" for dilemma in shipped().dilemmas(code)} <= addresses


def test_the_front_door_leads_to_the_lists_and_the_codes(whole):
    addresses = {address for address, _ in links_in(whole.get("/").text)}
    assert addresses >= {f"/codes/{code}{part}" for code in shipped().codes for part in ("", "/dilemmas")}


@pytest.mark.parametrize("code", shipped().codes)
def test_every_question_and_every_advice_of_every_tree_is_drawn(whole, code):
    for dilemma in shipped().dilemmas(code):
        tree = shipped().tree(code, dilemma)
        drawn = [words for _, words in drawn_in(whole.get(f"/codes/{code}/dilemmas/{dilemma}").text)]
        questions = [words for words in drawn if words in {ask.question.text for ask in tree.asks}]
        assert len(questions) == len(tree.asks), dilemma
        assert {advice.title for advice in tree.advices} <= set(drawn), dilemma


@pytest.mark.parametrize("code", shipped().codes)
def test_every_advice_in_every_drawing_leads_to_that_advice(whole, code):
    for dilemma in shipped().dilemmas(code):
        tree = shipped().tree(code, dilemma)
        for address, words in drawn_in(whole.get(f"/codes/{code}/dilemmas/{dilemma}").text):
            found = walk(tree, dict(parse_qsl(urlsplit(address).query))).node if "?" in address else None
            assert not isinstance(found, Advice) or found.title == words


def test_walking_by_links_comes_to_the_advice_of_the_api(whole):
    address, given = MEDIA, {"media_over": "werk", "media_stand": "al_gesproken"}
    for label in ("Over mijn werk of de provincie", "Ik heb al iets gezegd"):
        address = next(to for to, words in links_in(whole.get(address).text) if words == label)
    page = html.unescape(whole.get(address).text)
    advice = whole.post("/v1/codes/noord-holland/beslisbomen/media/_doorloop", json={"antwoorden": given}).json()["advies"]
    for words in (advice["titel"], *advice["stappen"], *(source["citaat"] for source in advice["bronnen"])):
        assert words in page
    assert dict(parse_qsl(urlsplit(address).query)) == given


def test_a_given_answer_can_be_changed_and_the_others_are_kept(whole):
    page = whole.get(f"{MEDIA}?media_over=werk&media_stand=al_gesproken").text
    changes = [address for address, words in links_in(page) if words == "Wijzig"]
    assert changes == [f"{MEDIA}?media_stand=al_gesproken#vraag", f"{MEDIA}?media_over=werk#vraag"]


def test_a_circumstance_can_be_added_to_the_advice(whole):
    page = whole.get(f"{MEDIA}?media_over=prive").text
    address = next(to for to, words in links_in(page) if words == "Ik geef zelf leiding")
    assert "ik_ben=leidinggevende" in address
    assert whole.get(address).status_code == 200


def test_the_place_where_somebody_stands_is_marked_once(whole):
    page = whole.get(f"{MEDIA}?media_over=werk").text
    assert page.count('aria-current="step"') == page.count("Je bent hier") == 1


@pytest.mark.parametrize("query", ["?onzin=ja", "?media_over=onzin", "?media_over=<script>"])
def test_an_answer_that_does_not_exist_is_refused_as_a_page(whole, query):
    answer = whole.get(MEDIA + query, headers=BROWSER)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "text/html; charset=utf-8")
    assert "Dit konden we niet verwerken." in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize("path", ["/codes/atlantis", "/codes/limburg/dilemmas/onzin", "/nergens", "/codes/limburg/bron?vindplaats=x"])
def test_what_does_not_exist_is_a_page_for_a_browser_and_data_for_others(whole, path):
    page, data = whole.get(path, headers=BROWSER), whole.get(path)
    assert (page.status_code, data.status_code) == (404, 404)
    assert "Wat je zoekt is hier niet, of niet meer." in page.text
    assert data.headers["Content-Type"] == "application/problem+json"
