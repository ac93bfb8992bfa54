"""What a reply means when the assistant just put something forward."""
from collections.abc import Sequence
from dataclasses import replace

from bot.catalogue import Catalogue
from bot.changing import cued, which
from bot.controls import Reply, change
from bot.conversation import Conversation, Heard
from bot.danger import GO_ON, acute, just_alarmed
from bot.grouping import PREFIX, groups, in_group
from bot.grouping import choice_of as group_id
from bot.orienting import on_topic
from bot.recognising import reply_to
from bot.telling import open_question
from bot.turn import Turn
from bot.waiting import LET_GO, let_go, take_up
from bot.words import folded_words

POLITE = frozenset(("ja", "graag", "alstublieft", "alsjeblieft", "aub", "dan", "maar", "eerst", "doe"))
SHORT_ANSWERS = {"antwoord_ja": "ja", "antwoord_nee": "nee", "antwoord_weet_niet": "weet_niet"}
DECLINES, MOST_WORDS, MOST_IN_OFFER = (GO_ON, LET_GO), 3, 7


def take_offer(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Do what was put forward."""
    kind = choice.partition(":")[0]
    if choice == LET_GO:
        return let_go(catalogue, conversation)
    if choice == GO_ON and open_question(catalogue, conversation) is None:
        return with_what_waits(catalogue, conversation)
    if kind == "wijzig":
        return change(catalogue, conversation, choice)
    return (in_group if f"{kind}:" == PREFIX else on_topic)(catalogue, conversation, choice)


def with_what_waits(catalogue: Catalogue, conversation: Conversation) -> Reply:
    """Go on with the dilemma that waits, or ask what is going on."""
    if conversation.waiting:
        return take_up(catalogue, conversation, conversation.waiting[-1][0])
    return resumed(catalogue, conversation)


def reply_to_offer(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Take what was put forward, or decline it; None when the message is no reply to that."""
    if (named := named_in(catalogue, conversation, heard)) is not None:
        return take_offer(catalogue, conversation, named)
    decline = next((choice for choice in conversation.offered if choice in DECLINES), None)
    said = short_answer(catalogue, conversation, heard)
    if decline == GO_ON and wants_on(catalogue, heard):
        return reassured(catalogue, conversation, heard)
    if decline is None or said not in ("ja", "nee"):
        return None
    if said == "nee":
        return take_offer(catalogue, conversation, decline)
    return accepted(catalogue, conversation, [choice for choice in conversation.offered if choice != decline])


def wants_on(catalogue: Catalogue, heard: Heard) -> bool:
    """Whether somebody says that there is no danger or that it was meant otherwise, or just wants to go on."""
    return any(cued(catalogue, name, heard) for name in ("ga_verder", "geen_gevaar", "anders_bedoeld"))


def reassured(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Go on with what was open; after a false alarm with a word about that, and with what the message tells."""
    lead = catalogue.phrases.say("loos_alarm") if just_alarmed(conversation) else ()
    if open_question(catalogue, conversation) is None and conversation.waiting:
        after, turn = take_up(catalogue, conversation, conversation.waiting[-1][0], heard)
    else:
        after, turn = resumed(catalogue, conversation)
    return after, replace(turn, messages=(*lead, *turn.messages))


def resumed(catalogue: Catalogue, conversation: Conversation) -> Reply:
    """The open question once more; without one, ask what is going on."""
    if open_question(catalogue, conversation) is None:
        return conversation, Turn("informatie", conversation.dilemma, catalogue.phrases.say("vertel"))
    return on_topic(catalogue, conversation, GO_ON)


def accepted(catalogue: Catalogue, conversation: Conversation, proposed: list[str]) -> Reply:
    """Take the one thing that was proposed; after a question about danger, give the help again."""
    if not proposed:
        return acute(catalogue, conversation)
    return take_offer(catalogue, conversation, proposed[0]) if len(proposed) == 1 else which(catalogue, conversation)


def short_answer(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> str | None:
    """The yes or no that a message of a few words says, unless they are the words of an answer that was asked for."""
    ask = open_question(catalogue, conversation)
    if ask and reply_to(ask.question, heard.message) not in (None, "ja", "nee"):
        return None
    most = MOST_IN_OFFER if any(choice in DECLINES for choice in conversation.offered) else MOST_WORDS
    return SHORT_ANSWERS.get(heard.label) if heard.certain and len(heard.message.words) <= most else None


def named_in(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> str | None:
    """The choice that was put forward and whose button or name was typed."""
    said = bare(heard.message.words)
    return next((choice for choice in conversation.offered
                 if said and any(said == bare(folded_words(name)) for name in names_of(catalogue, choice))), None)


def bare(words: Sequence[str]) -> list[str]:
    """The words without those that only make a choice polite."""
    return [word for word in words if word not in POLITE]


def names_of(catalogue: Catalogue, choice: str) -> tuple[str, ...]:
    """The words on the button of a choice, and other words for it."""
    if choice in catalogue.topics:
        topic, buttons = catalogue.topics[choice], catalogue.phrases.buttons
        asked = (buttons[name].format(onderwerp=topic.name) for name in ("wisselen", "weer_verder"))
        return topic.choice, topic.name, topic.id.replace("_", " "), *asked
    group = next((name for name in groups(catalogue) if group_id(name) == choice), None)
    label = catalogue.phrases.buttons.get(choice)
    return tuple(name for name in (group, label) if name)
