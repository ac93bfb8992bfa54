"""Change an earlier answer: what still holds is kept, what falls away is named."""
from collections.abc import Iterator
from dataclasses import replace

from bot.catalogue import Catalogue
from bot.controls import Reply, change
from bot.conversation import Answers, Conversation, Heard
from bot.reading_back import answer_lines, change_choices, undoable
from bot.recognising import Fact, facts
from bot.telling import arrive, place_of, understood
from bot.tree import Ask, Tree
from bot.turn import Choice, Turn
from bot.walk import Place
from bot.words import folded_words

TELLING = 5


def settled(catalogue: Catalogue, conversation: Conversation) -> tuple[Conversation, tuple[str, ...]]:
    """The conversation after a change, without the answers that no longer count, and the sentences that name them."""
    place = place_of(catalogue, conversation)
    if place is None:
        return conversation, ()
    tree = catalogue.tree(conversation.code or "", conversation.dilemma or "")
    holding = {*dict(place.taken), *asked_from(tree, place), *(held.question.id for held in tree.circumstances)}
    fallen = tuple(pair for pair in conversation.answers if pair[0] not in holding)
    kept = tuple(pair for pair in conversation.answers if pair[0] in holding)
    return replace(conversation, answers=kept), fallen_lines(catalogue, fallen)


def asked_from(tree: Tree, place: Place) -> Iterator[str]:
    """The questions that can still be asked from a place on."""
    waiting, seen = [place.node.id], set()
    while waiting:
        node = tree.nodes.get(waiting.pop())
        if isinstance(node, Ask) and node.id not in seen:
            seen.add(node.id)
            yield node.question.id
            waiting.extend(node.leads_to.values())


def fallen_lines(catalogue: Catalogue, fallen: Answers) -> tuple[str, ...]:
    """The answers that fall away, by name."""
    return (*catalogue.phrases.say("telt_niet_mee"), *answer_lines(catalogue, fallen)) if fallen else ()


def corrected(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply | None:
    """Change what a message states otherwise than before, or ask what to change; None when it does neither."""
    disputes = cued(catalogue, "klopt_niet", heard) and bool(conversation.offered)
    asks = disputes or cued(catalogue, "wijzigen", heard)
    if not (conversation.dilemma and conversation.answers) or not (asks or cued(catalogue, "herstel", heard)):
        return None
    if found := otherwise(catalogue, conversation, heard):
        return with_corrections(catalogue, conversation, found, heard)
    if question := named(catalogue, conversation, heard):
        return change(catalogue, conversation, f"wijzig:{question}")
    return which(catalogue, conversation) if asks else None


def named(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> str | None:
    """The one answered question that a request to change something names by its words."""
    if not cued(catalogue, "wijzigen", heard):
        return None
    telling = {word for word in heard.message.words if len(word) >= TELLING}
    found = [question for question, _ in conversation.answers if telling & words_of(catalogue, question)]
    return found[0] if len(found) == 1 else None


def words_of(catalogue: Catalogue, question: str) -> set[str]:
    """The words by which a question can be named."""
    return {*question.split("_"), *folded_words(catalogue.questions[question].text)}


def otherwise(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> tuple[Fact, ...]:
    """The facts in a correction that differ from the answers given before; a mere reply counts when it fits one."""
    tree = catalogue.tree(conversation.code or "", conversation.dilemma or "")
    answered = [question for name, question in tree.questions.items() if name in conversation.given]
    replies = differing(conversation, facts((question.just_put for question in answered), heard.message))
    return differing(conversation, facts(answered, heard.message)) or (replies if len(replies) == 1 else ())


def differing(conversation: Conversation, found: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts that are not what was answered, or were not answered yet."""
    return tuple(fact for fact in found if conversation.given.get(fact.question) != fact.answer)


def with_corrections(catalogue: Catalogue, conversation: Conversation, found: tuple[Fact, ...], heard: Heard) -> Reply:
    """Note these facts in place of what was answered, and go on."""
    for fact in found:
        conversation = conversation.with_answer(fact.question, fact.answer)
    conversation, fallen = settled(catalogue, conversation)
    told = answer_lines(catalogue, tuple((fact.question, fact.answer) for fact in found))
    turn = arrive(catalogue, conversation, (*catalogue.phrases.say("verbeterd"), *told, *fallen), found)
    return replace(conversation, offered=undoable(found)), replace(turn, understood=understood(heard.ranking, found))


def which(catalogue: Catalogue, conversation: Conversation) -> Reply:
    """Ask which answer to change, with a button for each and one to go on."""
    choices = (*change_choices(catalogue, conversation), Choice("verder", catalogue.phrases.buttons["verder"]))
    turn = Turn("verduidelijking", conversation.dilemma, catalogue.phrases.say("wat_wijzigen"), choices=choices)
    return replace(conversation, offered=tuple(choice.id for choice in choices)), turn


def cued(catalogue: Catalogue, name: str, heard: Heard) -> bool:
    """Whether the message holds words by which this move is known."""
    return any(True for phrase in catalogue.phrases.cues.get(name, ()) for _ in heard.message.stands(phrase))
