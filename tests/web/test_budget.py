"""What the chat costs: bytes, milliseconds, and nothing asked elsewhere."""
import statistics
import time

import httpx
from playwright.sync_api import expect

from tests.web.visitor import Visitor

MOST_BYTES, MOST_MILLISECONDS = 60_000, 50
WINE = "Mag ik een fles wijn aannemen?"


def talk(visitor: Visitor) -> None:
    """Talk from the front door to an advice."""
    visitor.arrive().press("Limburg")
    visitor.field.fill(WINE)
    visitor.press("Verstuur")
    question = visitor.page.locator("fieldset.question")
    while not visitor.card.count():
        question.get_by_role("button").first.click()
        visitor.page.locator("[role=status]:empty").wait_for(state="attached")


def test_page_and_element_together_are_small_and_ask_nothing_of_others(visit, edge):
    visitor = visit()
    visitor.url, sizes = f"{edge}/", {}
    visitor.page.on("response", lambda response: sizes.update({response.url: response}))
    talk(visitor)
    expect(visitor.card).to_be_visible()
    files = {url: len(answer.body()) for url, answer in sizes.items() if "/v1/" not in url}
    assert len(files) > 20
    assert sum(files.values()) < MOST_BYTES, files
    assert [url for url in sizes if not url.startswith(edge)] == []


def test_the_page_comes_within_fifty_milliseconds(edge):
    with httpx.Client(base_url=edge) as client:
        client.get("/")
        taken = []
        for _ in range(20):
            began = time.perf_counter()
            assert client.get("/").status_code == 200
            taken.append((time.perf_counter() - began) * 1000)
    assert statistics.median(taken) < MOST_MILLISECONDS
