"""Follow a script in Slack, in Teams and on the page, the way somebody does there."""
import re
from collections.abc import Callable
from dataclasses import dataclass

from api.channels.arranging import CARD_FILE
from api.slack.home import home
from bot.catalogue import shipped
from tests.api.clock import wait_for
from tests.channels.slack_standin import PRIVATE, SlackPerson, pressable
from tests.channels.teams_standin import TeamsPerson, card_in, chosen_in, words_of
from tests.conversations.on_page import OnPage

CATALOGUE = shipped()


class InChannel:
    """Somebody in a channel, where every button says to which question it belongs."""

    def asked(self, messages: list[dict]) -> str | None:
        """The open question."""
        return question_in(self.offered(messages))

    def is_advised(self, messages: list[dict]) -> bool:
        """Whether there is an advice, which can be taken along."""
        return CARD_FILE in self.offered(messages)


@dataclass
class InSlack(InChannel):
    """Somebody in Slack, and what they read last."""

    person: SlackPerson

    def does(self, act: Callable) -> list[dict]:
        """The messages that come in return."""
        before = len(self.person.slack.messages)
        assert act().status_code == 200
        wait_for(lambda: any(list(pressable(message["blocks"])) for message in self.person.slack.messages[before:]), 60)
        return self.person.slack.messages[before:]

    def types(self, text: str) -> list[dict]:
        """Type something."""
        return self.does(lambda: self.person.types(text))

    def chooses(self, topic: str) -> list[dict]:
        """Choose a topic with its button on the home tab."""
        home = {"channel": PRIVATE, "blocks": groups_of(topic)}
        return self.does(lambda: self.person.presses(home, f"|{topic}", f"thuis-{topic}"))

    def offered(self, messages: list[dict]) -> list[str]:
        """What can be chosen."""
        return [action["value"] for _, _, action in pressable(messages[-1]["blocks"])]

    def advice(self, messages: list[dict]) -> tuple[str, list[str], list[str]]:
        """The verdict, the steps and the passages of the advice that can be read."""
        parts = [part for message in messages for block in message["blocks"] if block["type"] == "rich_text"
                 for part in block["elements"]]
        title, = (word["text"] for part in parts for word in part["elements"] if word.get("style") == {"bold": True})
        steps = [step["elements"][0]["text"] for part in parts if part["type"] == "rich_text_list" for step in part["elements"]]
        return title, steps, [part["elements"][0]["text"] for part in parts if part["type"] == "rich_text_quote"]


@dataclass
class InTeams(InChannel):
    """Somebody in Teams, and what they read last."""

    person: TeamsPerson

    def does(self, act: Callable) -> list[dict]:
        """The messages that come in return."""
        before = len(self.person.connector.activities)
        assert act().status_code == 200
        wait_for(lambda: len(self.person.connector.activities) > before, 60)
        return self.person.connector.activities[before:]

    def types(self, text: str) -> list[dict]:
        """Type something."""
        return self.does(lambda: self.person.types(text))

    def chooses(self, topic: str) -> list[dict]:
        """Choose a topic on a card."""
        return self.does(lambda: self.person.deliver(self.person.activity(value={"knop": f"|{topic}"})))

    def offered(self, messages: list[dict]) -> list[str]:
        """What can be chosen."""
        return [value for given in chosen_in(card_in(messages[-1])) for value in given.values()]

    def advice(self, messages: list[dict]) -> tuple[str, list[str], list[str]]:
        """The verdict, the steps and the passages of the advice that can be read."""
        def found(pattern: str) -> list[str]:
            return [words_of({"text": part}) for message in messages for part in re.findall(pattern, message["text"])]
        title, = found(r"<p><b>(.*?)</b></p>")
        return title, found(r"<li>(.*?)</li>"), found(r"<blockquote>(.*?) <a ")


def followed(person: InSlack | InTeams | OnPage, script: dict) -> tuple:
    """The advice that a script leads to: a first message, then a typed reply to each question that comes."""
    read = person.types(script["begint"])
    if person.asked(read) is None and not person.is_advised(read):
        read = person.chooses(script["bedoelt"])
    while asked := person.asked(read):
        read = person.types(script["antwoordt"][asked])
        assert person.asked(read) != asked, f"niet begrepen bij {asked}"
    return person.advice(read)


def groups_of(topic: str) -> list[dict]:
    """The blocks of the home tab with the button of this topic."""
    return [block for block in home(CATALOGUE, None)["blocks"] if f"|{topic}'" in str(block)]


def question_in(offered: list[str]) -> str | None:
    """The open question, by what can be chosen."""
    return next((value.partition("|")[0] for value in offered if value.partition("|")[0] and "|" in value), None)


def told_by(turn: dict) -> tuple[str, list[str], list[str]]:
    """The verdict, the steps and the passages of the advice in a turn of the API, as far as they are said."""
    advice = turn["advies"]
    passages = [f"“{source['citaat']}” ({source['vindplaats']})" for source in advice["bronnen"]]
    return advice["kern"], advice["stappen"], [line for line in turn["berichten"] if line in passages]
