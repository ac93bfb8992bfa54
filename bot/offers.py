"""What a reply means when the assistant just put something forward."""
from bot.catalogue import Catalogue
from bot.changing import which
from bot.controls import Reply, change
from bot.conversation import Conversation, Heard
from bot.danger import acute
from bot.grouping import PREFIX, groups, in_group
from bot.grouping import choice_of as group_id
from bot.orienting import on_topic
from bot.recognising import reply_to
from bot.telling import open_question
from bot.turn import Turn
from bot.waiting import LET_GO, let_go, take_up
from bot.words import folded_words

SHORT_ANSWERS = {"antwoord_ja": "ja", "antwoord_nee": "nee", "antwoord_weet_niet": "weet_niet"}
DECLINES, MOST_WORDS = ("verder", LET_GO), 3


def take_offer(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Do what was put forward."""
    kind = choice.partition(":")[0]
    if choice == LET_GO:
        return let_go(catalogue, conversation)
    if choice == "verder" and open_question(catalogue, conversation) is None:
        return with_what_waits(catalogue, conversation)
    if kind == "wijzig":
        return change(catalogue, conversation, choice)
    return (in_group if f"{kind}:" == PREFIX else on_topic)(catalogue, conversation, choice)


def with_what_waits(catalogue: Catalogue, conversation: Conversation) -> Reply:
    """Go on with the dilemma that waits, or ask what is going on."""
    if conversation.waiting:
        return take_up(catalogue, conversation, conversation.waiting[-1][0])
    return conversation, Turn("informatie", conversation.dilemma, catalogue.phrases.say("vertel"))


def reply_to_offer(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Take what was put forward, or decline it; None when the message is no reply to that."""
    if (named := named_in(catalogue, conversation, heard)) is not None:
        return take_offer(catalogue, conversation, named)
    decline = next((choice for choice in conversation.offered if choice in DECLINES), None)
    said = short_answer(catalogue, conversation, heard)
    if decline is None or said not in ("ja", "nee"):
        return None
    if said == "nee":
        return take_offer(catalogue, conversation, decline)
    return accepted(catalogue, conversation, [choice for choice in conversation.offered if choice != decline])


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
    return SHORT_ANSWERS.get(heard.label) if heard.certain and len(heard.message.words) <= MOST_WORDS else None


def named_in(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> str | None:
    """The choice that was put forward and whose button or name was typed."""
    said = list(heard.message.words)
    return next((choice for choice in conversation.offered
                 if any(said == folded_words(name) for name in names_of(catalogue, choice))), None)


def names_of(catalogue: Catalogue, choice: str) -> tuple[str, ...]:
    """The words on the button of a choice, and other words for it."""
    if choice in catalogue.topics:
        topic = catalogue.topics[choice]
        return topic.choice, topic.name, topic.id.replace("_", " ")
    group = next((name for name in groups(catalogue) if group_id(name) == choice), None)
    label = catalogue.phrases.buttons.get(choice)
    return tuple(name for name in (group, label) if name)
