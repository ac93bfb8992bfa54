"""What somebody can do with an advice: take the card along, decline kindly, say whether it helped."""
from dataclasses import replace

from bot.catalogue import Catalogue
from bot.code import Refusal
from bot.conversation import Conversation
from bot.errors import WrongAnswerError
from bot.receipt import receipt_for
from bot.referring import passages
from bot.telling import place_of, resume
from bot.tree import Advice, Tree
from bot.turn import Turn
from bot.walk import Place

Reply = tuple[Conversation, Turn]
OPINIONS = ("ja", "nee")
SAID, SAID_TWICE = ("nuttig",), ("nuttig", "weer")


def advised(catalogue: Catalogue, conversation: Conversation) -> tuple[Tree, Place] | None:
    """The tree and the advice where the conversation stands, or None."""
    place = place_of(catalogue, conversation)
    if place is None or not isinstance(place.node, Advice):
        return None
    return catalogue.tree(conversation.code or "", conversation.dilemma or ""), place


def told(catalogue: Catalogue, conversation: Conversation, words: tuple[str, ...]) -> Reply:
    """These words; a question that is open comes again."""
    return conversation, resume(catalogue, conversation, words, "informatie")


def card(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Where the card of this advice is."""
    found = advised(catalogue, conversation)
    if found is None:
        return told(catalogue, conversation, catalogue.phrases.say("nog_geen_advies"))
    tree, place = found
    number = receipt_for(catalogue.code(tree.code), tree, place)
    return told(catalogue, conversation, catalogue.phrases.say("kaart", nummer=number))


def decline(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """A sentence and a mail to decline kindly, with the passage behind the reason."""
    found = advised(catalogue, conversation)
    if found is None:
        return told(catalogue, conversation, catalogue.phrases.say("nog_geen_advies"))
    tree, place = found
    refusal = catalogue.code(tree.code).refusals.get((tree.dilemma, place.node.id))
    words = refusal_words(catalogue, refusal) if refusal else catalogue.phrases.say("afwijzen_geen")
    if refusal and all(map(catalogue.phrases.said.wholly, refusal.mail)):
        words = catalogue.phrases.say("afwijzen_weer")
    return told(catalogue, conversation, words)


def refusal_words(catalogue: Catalogue, refusal: Refusal) -> tuple[str, ...]:
    """A way to decline as it is said."""
    say = catalogue.phrases.say
    return (*say("afwijzen"), *say("afwijzen_zin", zin=refusal.sentence),
            *say("afwijzen_mail", onderwerp=refusal.subject), *refusal.mail,
            *say("afwijzen_bron"), *passages(catalogue, refusal.sources))


def helped(catalogue: Catalogue, conversation: Conversation, choice: str) -> Reply:
    """Thanks for saying whether the advice helped; who says it again hears that it counts once."""
    opinion = choice.partition(":")[2]
    if opinion not in OPINIONS:
        raise WrongAnswerError("nuttig", choice, [f"nuttig:{known}" for known in OPINIONS])
    if advised(catalogue, conversation) is None:
        return told(catalogue, conversation, catalogue.phrases.say("nog_geen_advies"))
    if conversation.offered == SAID:
        return told(catalogue, replace(conversation, offered=SAID_TWICE), catalogue.phrases.say("nuttig_al"))
    if conversation.offered == SAID_TWICE:
        return told(catalogue, replace(conversation, offered=SAID), catalogue.phrases.say("nuttig_al_weer"))
    return told(catalogue, replace(conversation, offered=SAID), catalogue.phrases.say(f"nuttig_{opinion}"))
