"""Somebody who uses the page: what they do and what is before them."""
from __future__ import annotations

from playwright.sync_api import Locator, Page, Route

PROVINCE = "Bij welke provincie werk je?"
FIELD = "Vertel wat er speelt, of typ je antwoord"
DEEPEST = "let node = document.activeElement; while (node?.shadowRoot) node = node.shadowRoot.activeElement;"
NAME = f"""() => {{ {DEEPEST}
  return (node.labels?.[0]?.textContent ?? node.getAttribute("aria-label") ?? node.textContent).trim(); }}"""
OUTLINE = f"""() => {{ {DEEPEST}
  const {{ outlineStyle, outlineWidth }} = getComputedStyle(node);
  return outlineStyle === "none" ? 0 : parseFloat(outlineWidth); }}"""
MOST_STOPS = 40


class Visitor:
    """A person with one page open."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url
        self.log, self.status = page.get_by_role("log"), page.get_by_role("status")
        self.field, self.card = page.get_by_label(FIELD), page.get_by_role("article")
        self.sent: list[str] = []
        page.on("request", lambda request: self.sent.append(f"{request.method} {request.url.removeprefix(url)}"))

    def arrive(self) -> Visitor:
        """Open the page and wait for the first question."""
        self.page.goto(self.url)
        self.question(PROVINCE).wait_for()
        return self

    def press(self, name: str) -> None:
        """Press the button with this name, as soon as it can be pressed."""
        self.button(name).click()

    def say(self, text: str) -> None:
        """Type this and send it."""
        self.field.fill(text)
        self.press("Verstuur")

    def tell(self, *steps: str) -> Visitor:
        """Take these steps: type what starts with a capital "Ik", press the others."""
        for step in steps:
            (self.say if step.startswith("Ik ") else self.press)(step)
        self.page.locator("[role=status]:empty").wait_for(state="attached")
        return self

    def hold(self, address: str = "**/berichten") -> list[Route]:
        """Keep what is sent to this address on its way, until it is let go."""
        held: list[Route] = []
        self.page.route(address, lambda route: held.append(route))
        return held

    def let_go(self, held: list[Route]) -> None:
        """Send on what was held, as soon as it is there."""
        while not held:
            self.page.wait_for_timeout(10)
        held[0].continue_()

    def key(self, *keys: str) -> None:
        """Press these keys on the keyboard."""
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Go through the page by keyboard until the focus is on what has this name."""
        stops = []
        while name not in stops:
            assert len(stops) < MOST_STOPS, f"{name} is not among {stops}"
            self.key(key)
            stops.append(self.page.evaluate(NAME))

    def stop(self) -> tuple[str, float]:
        """The name of what has the focus, and how many pixels wide the line around it is."""
        return self.page.evaluate(NAME), self.page.evaluate(OUTLINE)

    def button(self, name: str) -> Locator:
        """The button with exactly this name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def question(self, text: str) -> Locator:
        """The group of buttons under this question, when it is open."""
        return self.page.get_by_role("group", name=text, exact=True).filter(has=self.page.get_by_role("button"))
