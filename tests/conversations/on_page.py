"""Follow a script on the pages without a script of their own: forms, redirects and a cookie, as a browser sends them."""
import html
import re
from dataclasses import dataclass

import httpx

from bot.catalogue import shipped

CATALOGUE = shipped()
BROWSER = {"Accept": "text/html,*/*"}
PASSAGE = r'<details class="passage".*?<summary>(.*?)</summary>\s*<blockquote><p>(.*?)</p>'


@dataclass
class OnPage:
    """Somebody with a browser that runs no scripts, who works under a code."""

    browser: httpx.Client
    code: str
    page: str = ""
    home: str = ""

    def sends(self, address: str, **fields: str) -> str:
        """Send a form and read the page that it leads to."""
        answer = self.browser.post(address, data=fields, headers=BROWSER, follow_redirects=True)
        assert answer.status_code == 200, answer.text
        self.page, self.home = answer.text, answer.url.path
        return self.page

    def types(self, text: str) -> str:
        """Type something; who has no conversation yet begins one."""
        if not self.home:
            self.sends("/gesprek", code=self.code)
        return self.sends(self.home, sleutel=self.key, tekst=text)

    def chooses(self, topic: str) -> str:
        """Choose a topic."""
        return self.sends(self.home, sleutel=self.key, keuze=topic)

    @property
    def key(self) -> str:
        """What makes a form that is sent twice count once."""
        return re.search(r'name="sleutel" value="([^"]+)"', self.page)[1]

    def asked(self, page: str) -> str | None:
        """The open question, by its words and what can be answered."""
        legend, offered = found(r"<legend>(.*?)</legend>", page), set(re.findall(r'name="keuze" value="([^"]+)"', page))
        return next((question.id for question in CATALOGUE.questions.values()
                     if [question.text] == legend and set(question.answers) <= offered), None)

    def is_advised(self, page: str) -> bool:
        """Whether the page shows an advice."""
        return '<article class="card"' in page

    def advice(self, page: str) -> tuple[str, str, list[str], list[tuple[str, str]]]:
        """The verdict, the title, the steps and the passages of the advice that can be read."""
        (verdict,), (title,) = found(r'<span class="badge badge--\w+">(.*?)</span>', page), found(r'<h2 id="advies">(.*?)</h2>', page)
        steps = found(r"<li>(.*?)</li>", "".join(re.findall(r"<ol>(.*?)</ol>", page, re.DOTALL)))
        return verdict, title, steps, [(html.unescape(place), html.unescape(quote)) for place, quote in re.findall(PASSAGE, page, re.DOTALL)]


def found(pattern: str, page: str) -> list[str]:
    """The words at each place on the page that this matches."""
    return [html.unescape(words) for words in re.findall(pattern, page, re.DOTALL)]


def shown_for(turn: dict) -> tuple[str, str, list[str], list[tuple[str, str]]]:
    """The verdict, the title, the steps and the passages of the advice in a turn of the API."""
    advice = turn["advies"]
    passages = [(source["vindplaats"], source["citaat"]) for source in advice["bronnen"]]
    return CATALOGUE.page_words[f"oordeel_{advice['oordeel']}"], advice["titel"], advice["stappen"], passages
