"""Somebody in Slack or in Teams: what they do, and what they then read, told in the same way for both."""
import html
import re
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from tests.api.clock import wait_for
from tests.channels import slack_standin, teams_standin
from tests.channels.slack_standin import SlackPerson
from tests.channels.teams_standin import TeamsPerson

LINK = re.compile(r"https://magikdit\.voorbeeld\.nl/[^'\"]+")
PATIENCE, GOODBYE = 20, ("terugkomen", "andere keer terug")


@dataclass
class InSlack:
    """Somebody in Slack."""

    person: SlackPerson

    @property
    def messages(self) -> list[dict]:
        """Every message that was sent."""
        return self.person.slack.messages

    @property
    def files(self) -> list[bytes]:
        """Every file that was sent."""
        return self.person.slack.uploads

    def press(self, message: dict, value: str) -> httpx.Response:
        """Press the button with this value, or choose it from the list."""
        return self.person.presses(message, value, str(id(message)))

    def words(self, message: dict) -> str:
        """Everything that can be read."""
        return slack_standin.words_of(message)

    def values(self, message: dict) -> list[str]:
        """Everything that can be chosen."""
        return [action["value"] for _, _, action in slack_standin.pressable(message["blocks"])]

    def quotes(self, message: dict) -> list[tuple[str, str]]:
        """The passages, each with the address that opens it."""
        parts = (part for block in message["blocks"] if block["type"] == "rich_text" for part in block["elements"])
        quotes = [part["elements"] for part in parts if part["type"] == "rich_text_quote"]
        return [(words[0]["text"], words[-1]["url"]) for words in quotes]

    def take_card(self, message: dict) -> None:
        """Take the card as a file."""
        self.press(message, "kaart_bestand")


@dataclass
class InTeams:
    """Somebody in Teams."""

    person: TeamsPerson

    @property
    def messages(self) -> list[dict]:
        """Every message that was sent."""
        return self.person.connector.activities

    @property
    def files(self) -> list[bytes]:
        """Every file that was sent."""
        return [pdf for pdf, _ in self.person.connector.uploads]

    def press(self, message: dict, value: str) -> httpx.Response:
        """Press the button with this value, or choose it from the list."""
        return self.person.presses(message, value)

    def words(self, message: dict) -> str:
        """Everything that can be read."""
        return html.unescape(teams_standin.TAGS.sub("\n", message["text"]))

    def values(self, message: dict) -> list[str]:
        """Everything that can be chosen."""
        cards = [one["content"] for one in message.get("attachments", ()) if one["contentType"] == teams_standin.CARD]
        return [value for card in cards for given in teams_standin.chosen_in(card) for value in given.values()]

    def quotes(self, message: dict) -> list[tuple[str, str]]:
        """The passages, each with the address that opens it."""
        found = re.findall(r'<blockquote>(.*?) <a href="(.*?)">', message["text"])
        return [(html.unescape(words), html.unescape(address)) for words, address in found]

    def take_card(self, message: dict) -> None:
        """Take the card as a file, and let the assistant send it."""
        self.press(message, "kaart_bestand")
        wait_for(lambda: "gesprekskaart.pdf" in str(self.messages[-1]), PATIENCE)
        self.person.allows_file(f"{self.person.connector.url}/upload")


Either = InSlack | InTeams


def does(somebody: Either, act: Callable[[], httpx.Response]) -> dict:
    """The whole answer after somebody did something, as one message."""
    before = len(somebody.messages)
    answer = act()
    assert answer.status_code == 200, answer.text
    wait_for(lambda: is_whole(somebody, somebody.messages[before:]), PATIENCE)
    *parts, last = somebody.messages[before:]
    return {**last, "blocks": [block for part in (*parts, last) for block in part["blocks"]]} if parts else last


def is_whole(somebody: Either, messages: list[dict]) -> bool:
    """Whether the last part is there: the one with something to choose, or with a goodbye."""
    return any(somebody.values(message) or any(words in somebody.words(message) for words in GOODBYE) for message in messages)


def chooses(somebody: Either, message: dict, choice: str) -> dict:
    """The message after this choice, whatever question it belongs to."""
    value = next(value for value in somebody.values(message) if value.rpartition("|")[2] == choice)
    return does(somebody, lambda: somebody.press(message, value))


def links(message: dict) -> list[str]:
    """Every address on the page of this deployment, without its beginning."""
    return [link.removeprefix("https://magikdit.voorbeeld.nl") for link in LINK.findall(str(message))]
