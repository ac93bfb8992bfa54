"""No accessibility fault that axe can see, in every situation, light and dark."""
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.web.states import STATES

WITH_TARGET_SIZE = {"rules": {"target-size": {"enabled": True}}}


def faults_in(page: Page) -> list[str]:
    """What axe finds, and what it could not decide about colours; the browser's debugger may run it despite the policy."""
    found = Axe().run(page, options=WITH_TARGET_SIZE).response
    unsure = [rule for rule in found["incomplete"] if rule["id"] == "color-contrast"]
    return [f"{rule['id']}: {node['html']}" for rule in (*found["violations"], *unsure) for node in rule["nodes"]]


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(visit, world, state):
    visitor = visit()
    STATES[state](visitor, world)
    found = {}
    for scheme in ("light", "dark"):
        visitor.page.emulate_media(color_scheme=scheme)
        found[scheme] = faults_in(visitor.page)
    assert found == {"light": [], "dark": []}
