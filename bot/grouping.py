"""The topics in groups, for who does not find the right words."""
from collections.abc import Mapping
from dataclasses import replace

from bot.catalogue import Catalogue
from bot.controls import Reply
from bot.conversation import Conversation
from bot.telling import topic_choices
from bot.turn import Choice, Turn
from bot.words import folded_words

PREFIX = "groep:"


def groups(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """The topics of each group, by the name of the group."""
    found: dict[str, tuple[str, ...]] = {}
    for topic in catalogue.topics.values():
        found[topic.group] = (*found.get(topic.group, ()), topic.id)
    return found


def choice_of(group: str) -> str:
    """The id of the button of a group."""
    return PREFIX + "_".join(folded_words(group))


def group_choices(catalogue: Catalogue) -> tuple[Choice, ...]:
    """A button for each group of topics."""
    return tuple(Choice(choice_of(group), group) for group in groups(catalogue))


def in_group(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """The topics of a group, each with a button."""
    labels = next(labels for group, labels in groups(catalogue).items() if choice_of(group) == choice)
    code = conversation.code or ""
    known = {*catalogue.dilemmas(code), *catalogue.code(code).information}
    choices = topic_choices(catalogue, tuple(label for label in labels if label in known))
    turn = Turn("verduidelijking", None, catalogue.phrases.say("groep"), choices=choices)
    return replace(conversation, offered=tuple(choice.id for choice in choices)), turn
