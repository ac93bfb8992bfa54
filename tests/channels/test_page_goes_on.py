"""In a real browser: the page goes on with the conversation, and its address then says nothing about it."""
import re

from tests.api.clock import wait_for
from tests.channels.conftest import PUBLIC
from tests.web.conftest import browser

__all__ = ["browser"]


def test_the_page_shows_where_the_guest_stands(browser, edge_url, teamer, connector):
    teamer.types("ik kreeg een fles")
    wait_for(lambda: connector.activities)
    link, = re.findall(rf"{PUBLIC}(/verder/[\w-]+)", connector.activities[0]["text"])
    page = browser.new_page()
    page.goto(edge_url + link)
    page.get_by_text("Van wie komt het geschenk?").first.wait_for(timeout=15_000)
    assert page.url == f"{edge_url}/"
    page.reload()
    page.get_by_text("Van wie komt het geschenk?").first.wait_for(timeout=15_000)
    page.close()
