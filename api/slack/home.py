"""The home tab: what the assistant is, and every topic of this code of conduct as a button."""
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from api.channels.arranging import Button, Piece, button
from api.slack.blocks import Block, actions, plain, texts
from api.slack.blocks import button as slack_button
from api.v1.models import Keuze
from bot.catalogue import Catalogue
from bot.topics import Topic


def home(catalogue: Catalogue, code_id: str | None) -> dict[str, Any]:
    """The view of the home tab."""
    return {"type": "home", "blocks": [*texts(list(introduction(catalogue, code_id))), *groups(catalogue, code_id)]}


def introduction(catalogue: Catalogue, code_id: str | None) -> Iterator[Piece]:
    """What the assistant is, who can read along, and what to do here."""
    say = catalogue.phrases.say
    name, filled = ("welkom", {"organisatie": catalogue.code(code_id).organisation}) if code_id else (
        "welkom_zonder_code", {})
    yield Piece("tekst", say(name, **filled)[0])
    yield from (Piece("tekst", line) for phrase in ("slack_prive", "slack_thuis") for line in say(phrase))


def groups(catalogue: Catalogue, code_id: str | None) -> Iterator[Block]:
    """The topics below the heading of their group."""
    for number, (heading, topics) in enumerate(groupby(offered(catalogue, code_id), key=lambda topic: topic.group)):
        yield {"type": "header", "text": plain(heading)}
        buttons = [slack_button(as_button(topic), place) for place, topic in enumerate(topics)]
        yield actions(buttons, f"thuis{number}", None)


def offered(catalogue: Catalogue, code_id: str | None) -> list[Topic]:
    """The topics that this code of conduct has an answer for; all of them when the code is not known."""
    codes = [catalogue.code(code_id)] if code_id else list(catalogue.codes.values())
    known = {name for code in codes for name in (*catalogue.dilemmas(code.id), *code.information)}
    return [topic for topic in catalogue.topics.values() if topic.id in known]


def as_button(topic: Topic) -> Button:
    """The button that begins a topic."""
    return button(Keuze(keuze_id=topic.id, label=topic.choice), None)
