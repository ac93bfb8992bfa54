"""The gesprekskaart and its refusal as pages of the real edge: axe finds nothing, and nothing is blocked or missing."""
import pytest
from playwright.sync_api import expect

from api.app import create_app
from api.settings import Settings
from bot.catalogue import shipped
from bot.receipt import receipt_for
from bot.walk import paths
from tests.api.conftest import running
from tests.web.test_axe import faults_in

REFUSING = ("noord-holland", "geschenk", "meer_dan_vijftig")


@pytest.fixture(scope="module")
def edge():
    """The address of the real edge."""
    settings = Settings(requests_per_minute=0)
    with running(create_app(settings), settings) as url:
        yield url


@pytest.fixture(scope="module")
def receipt() -> str:
    """The id of an advice to refuse."""
    code, dilemma, advice = REFUSING
    tree = shipped().tree(code, dilemma)
    return receipt_for(shipped().code(code), tree, next(place for place in paths(tree) if place.node.id == advice))


@pytest.fixture
def opened(browser, edge):
    """Opens an address of the edge; nothing may be blocked and no file may be missing."""
    context, complaints = browser.new_context(), []
    context.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    def open_page(path: str):
        page = context.new_page()
        page.on("response", lambda answer: complaints.append(answer.url) if answer.status >= 400 and path not in answer.url else None)
        page.goto(f"{edge}{path}")
        return page
    yield open_page
    context.close()
    assert [words for words in complaints if "status of 404" not in words] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 900])
def test_axe_finds_nothing_on_the_card(opened, receipt, scheme, width):
    page = opened(f"/adviezen/{receipt}")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    assert faults_in(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_card_is_read_in_the_order_of_the_talk(opened, receipt):
    page = opened(f"/adviezen/{receipt}")
    expect(page).to_have_title("Gesprekskaart: Een geschenk aannemen")
    assert page.locator("html").get_attribute("lang") == "nl"
    expect(page.get_by_role("heading")).to_have_text([
        "Gesprekskaart: Een geschenk aannemen", "Wat er speelt", "Advies", "Wat je nu doet", "Met wie je praat", "Wat de gedragscode zegt",
        "Wat de gedragscode openlaat", "Besluit van de leidinggevende", "Zo kun je vriendelijk nee zeggen"])


def test_the_number_on_the_card_leads_to_the_same_card(opened, receipt):
    page = opened(f"/adviezen/{receipt}")
    page.get_by_role("link", name="Adviesnummer").click()
    assert page.url.endswith(receipt)
    expect(page.get_by_role("heading", level=1)).to_have_text("Gesprekskaart: Een geschenk aannemen")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_wrong_number_has_a_page_that_says_so_with_a_way_on(opened, scheme):
    page = opened("/adviezen/limburg.geschenk.1.0.verkeerd")
    page.emulate_media(color_scheme=scheme)
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit advies kan ik niet laten zien")
    expect(page.get_by_role("link", name="Naar Mag ik dit?")).to_have_attribute("href", "/")
    assert faults_in(page) == []
