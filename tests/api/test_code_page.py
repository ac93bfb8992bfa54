"""The text of a code as a page where every source opens at its passage."""
import html
import re

import pytest

from bot.catalogue import shipped
from bot.reading import CONTENT


@pytest.fixture(params=["limburg", "noord-holland"])
def code(request):
    return shipped().code(request.param)


@pytest.fixture
def whole(api_with):
    """A caller of an edge with the content that ships."""
    return api_with(content_folder=CONTENT)


def test_every_word_of_the_code_stands_on_its_page(whole, code):
    shown = html.unescape(re.sub(r"<[^>]+>", " ", whole.get(f"/codes/{code.id}").text))
    words = re.sub(r"[\s-]+", " ", shown)
    for section in code.sections.values():
        assert re.sub(r"[\s-]+", " ", section.text).strip() in words, section.id


def test_every_source_of_an_advice_opens_at_its_passage(whole, code):
    anchors = set(re.findall(r'<section id="([^"]+)"', whole.get(f"/codes/{code.id}").text))
    for place, section in {source.place: source.section for source in code.sources.values()}.items():
        answer = whole.get(f"/codes/{code.id}/bron", params={"vindplaats": place})
        assert answer.status_code == 303
        assert answer.headers["Location"] == f"/codes/{code.id}#{section}"
        assert section in anchors


def test_a_passage_that_does_not_exist_is_answered_with_those_that_do(whole):
    answer = whole.get("/codes/limburg/bron", params={"vindplaats": "Artikel 99"})
    assert answer.status_code == 404
    assert "Artikel 99" in answer.text


def test_a_code_that_does_not_exist_is_not_found(whole):
    assert whole.get("/codes/atlantis").status_code == 404
