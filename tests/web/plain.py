"""Somebody who reads pages without a script."""
from __future__ import annotations

from playwright.sync_api import Locator, Page

FIELD = "Vertel wat er speelt, of typ je antwoord"
FOCUSED = """() => { const node = document.activeElement;
  return (node.labels?.[0]?.textContent ?? node.textContent).trim(); }"""
MOST_STOPS = 60


class Reader:
    """A person with one page open and scripts off."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url
        self.field, self.card, self.question = page.get_by_label(FIELD), page.locator("article.card"), page.locator("fieldset.question")

    def begin(self, province: str) -> Reader:
        """Start a conversation from the front door."""
        self.page.goto(self.url)
        self.page.get_by_label(province).check()
        self.press("Begin het gesprek")
        return self

    def begin_by_form(self, code: str) -> Reader:
        """Start a conversation as the form at the front door does, for a browser that has its scripts on."""
        sent = self.page.context.request.post(f"{self.url}/gesprek", form={"code": code}, max_redirects=0)
        self.page.goto(self.url + sent.headers["location"])
        return self

    def say(self, text: str) -> Reader:
        """Type this and send it."""
        self.field.fill(text)
        self.press("Verstuur")
        return self

    def press(self, name: str) -> Reader:
        """Press the button with this name."""
        self.button(name).click()
        return self

    def button(self, name: str) -> Locator:
        """The button with exactly this name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def answer_to_advice(self) -> Reader:
        """Give the first answer to every question until the advice comes."""
        while self.question.count():
            self.question.get_by_role("button").first.click()
            self.page.wait_for_load_state()
        return self

    def key(self, *keys: str) -> None:
        """Press these keys."""
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, name: str) -> None:
        """Go through the page by keyboard until the focus is on what has this name."""
        stops = []
        while name not in stops:
            assert len(stops) < MOST_STOPS, f"{name} is not among {stops}"
            self.key("Tab")
            stops.append(self.page.evaluate(FOCUSED))
