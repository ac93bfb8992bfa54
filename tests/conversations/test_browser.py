"""The real assistant in a real browser, to the advice: by keyboard only, and with scripts off as well."""
import os

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.web.conftest import CHROMIUM, QUIETLY
from tests.web.plain import Reader
from tests.web.visitor import Visitor

ASKS, ANSWER, TITLE = "vraagje over de dienstauto", "Een rit voor mezelf", "Gebruik de dienstauto niet privé"
PATIENCE = 60_000


@pytest.fixture
def window():
    """Makes a page in the system's chromium."""
    if not os.access(CHROMIUM, os.X_OK):
        pytest.skip(f"{CHROMIUM} is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)

        def make(**settings):
            page = chromium.new_page(**settings)
            page.set_default_timeout(PATIENCE)
            return page
        yield make
        chromium.close()


def test_by_keyboard_only_from_the_front_door_to_the_advice(window, address):
    visitor = Visitor(window(), f"{address}/").arrive()
    visitor.tab_to("Limburg")
    visitor.key("Enter")
    expect(visitor.field).to_be_focused(timeout=PATIENCE)
    visitor.page.keyboard.type(ASKS)
    visitor.key("Enter")
    expect(visitor.button(ANSWER)).to_be_visible(timeout=PATIENCE)
    visitor.tab_to(ANSWER, "Shift+Tab")
    visitor.key("Enter")
    expect(visitor.card).to_be_focused(timeout=PATIENCE)
    expect(visitor.card.get_by_role("heading", level=2)).to_have_text(TITLE)


def test_reloading_an_advice_shows_it_again(window, address):
    visitor = Visitor(window(), f"{address}/").arrive()
    visitor.press("Limburg")
    visitor.say(ASKS)
    visitor.press(ANSWER)
    expect(visitor.card).to_be_visible(timeout=PATIENCE)
    visitor.page.reload()
    expect(visitor.card.get_by_role("heading", level=2)).to_have_text(TITLE, timeout=PATIENCE)


def test_with_scripts_off_and_by_keyboard_only_to_the_advice(window, address):
    reader = Reader(window(java_script_enabled=False), address)
    reader.page.goto(reader.url)
    reader.tab_to("Limburg")
    reader.key("Space")
    reader.tab_to("Begin het gesprek")
    reader.key("Enter")
    expect(reader.field).to_be_visible(timeout=PATIENCE)
    reader.tab_to("Vertel wat er speelt, of typ je antwoord")
    reader.page.keyboard.type(ASKS)
    reader.key("Tab", "Enter")
    expect(reader.button(ANSWER)).to_be_visible(timeout=PATIENCE)
    reader.tab_to(ANSWER)
    reader.key("Enter")
    expect(reader.card.get_by_role("heading", level=2)).to_have_text(TITLE, timeout=PATIENCE)
