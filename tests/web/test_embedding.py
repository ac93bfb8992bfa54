"""One script tag on a page of another website, under a strict policy with trusted types."""
import pytest
from playwright.sync_api import expect

from tests.web import beurten, intranet
from tests.web.states import CHEAP, FIRST, GIFT, NOTHING_RUNS
from tests.web.test_axe import faults_in

STYLE = "(node, name) => getComputedStyle(node)[name]"


@pytest.fixture
def embedded(visit, site, world):
    """Somebody on an intranet page of another origin that may use the edge."""
    with intranet.serving(site[0].rstrip("/")) as url:
        world.origins.add(url)
        visitor = visit()
        visitor.page.goto(url)
        visitor.log.get_by_text("gedragscode van de provincie Noord-Holland").wait_for()
        yield visitor


def test_a_whole_conversation_goes_on_another_origin_to_the_advice(embedded, world):
    embedded.tell(GIFT, NOTHING_RUNS, CHEAP)
    expect(embedded.card.get_by_role("heading", level=2)).to_have_text(beurten.TITLE)
    assert [kept["code"] for kept in world.conversations.values()] == ["noord-holland"]


def test_the_element_asks_only_the_edge_its_script_comes_from(embedded, site):
    asked = []
    embedded.page.on("request", lambda request: asked.append(request.url))
    embedded.tell(GIFT)
    expect(embedded.question(FIRST)).to_be_visible()
    assert asked
    assert [address for address in asked if not address.startswith(site[0])] == []


def test_links_lead_to_the_edge(embedded, site):
    embedded.tell(GIFT, NOTHING_RUNS, CHEAP)
    for link in embedded.card.get_by_role("link").all():
        assert link.evaluate("node => node.href").startswith(site[0])


def test_the_page_around_it_does_not_reach_inside_except_by_its_tokens(embedded):
    embedded.tell(GIFT)
    send, words = embedded.button("Verstuur"), embedded.log.locator("p").first
    expect(send).to_be_visible()
    assert send.evaluate(STYLE, "backgroundColor") == "rgb(90, 20, 100)"
    assert words.evaluate(STYLE, "fontFamily") == "monospace"
    assert words.evaluate(STYLE, "color") != "rgb(255, 0, 0)"


def test_reloading_returns_to_the_conversation_there_too(embedded, world):
    embedded.tell(GIFT)
    embedded.page.reload()
    expect(embedded.question(FIRST)).to_be_visible()
    assert len(world.conversations) == 1


def test_axe_finds_nothing_there(embedded):
    embedded.tell(GIFT, NOTHING_RUNS, CHEAP)
    assert faults_in(embedded.page) == []


def test_a_website_that_may_not_use_the_edge_does_not_get_the_element(browser, site):
    with intranet.serving(site[0].rstrip("/")) as url:
        page = browser.new_page()
        page.goto(url)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("() => customElements.get('mag-ik-dit') === undefined")
        page.close()
