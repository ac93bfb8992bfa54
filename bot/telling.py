"""Turns that say something: a question, an advice, a passage, people, a summary."""
from collections.abc import Collection, Sequence

from bot.advising import advice_words, afterwards
from bot.catalogue import Catalogue
from bot.circumstances import held_in
from bot.conversation import Conversation, Heard
from bot.reading_back import changes, corrections
from bot.recognising import Fact, facts
from bot.referring import contacts
from bot.tree import Advice, Ask, Circumstance, Tree
from bot.turn import Choice, Json, Turn, Understood, choices_of, understood_json
from bot.walk import Place, steps_left, walk


def place_of(catalogue: Catalogue, conversation: Conversation) -> Place | None:
    """Where the conversation stands in its tree, or None when no dilemma is open."""
    if not (conversation.code and conversation.dilemma):
        return None
    return walk(catalogue.tree(conversation.code, conversation.dilemma), conversation.given)


def open_question(catalogue: Catalogue, conversation: Conversation) -> Ask | None:
    """The question that waits for an answer, or None."""
    place = place_of(catalogue, conversation)
    return place.node if place and isinstance(place.node, Ask) else None


def arrive(catalogue: Catalogue, conversation: Conversation, lead: Sequence[str] = (),
           found: Sequence[Fact] = ()) -> Turn:
    """The question or the advice that the answers lead to, after the lead."""
    place = place_of(catalogue, conversation)
    if place is None:
        return Turn("informatie", messages=tuple(lead))
    tree = catalogue.tree(conversation.code or "", conversation.dilemma or "")
    if isinstance(place.node, Advice):
        words = (*lead, *advice_words(catalogue, tree, place))
        choices = (*changes(catalogue, tree, place), *afterwards(catalogue, tree, place))
        return Turn("advies", tree.dilemma, words, place, choices)
    asked = wording(catalogue, place.node)
    words = (*lead, *progress(catalogue, tree, place), asked)
    choices = (*choices_of(place.node), *corrections(catalogue, found))
    return Turn("vraag", tree.dilemma, words, place, choices, asked=asked)


def wording(catalogue: Catalogue, ask: Ask) -> str:
    """The question, in other words when the last turn put it."""
    [asked] = catalogue.phrases.fresh((ask.question.text,), (ask.question.rephrased,))
    return asked


def resume(catalogue: Catalogue, conversation: Conversation, lead: Sequence[str], kind: str) -> Turn:
    """Something said in between, followed by the question that is still open; an advice is not said again."""
    waiting = open_question(catalogue, conversation) is not None
    return ask_again(catalogue, conversation, (*lead, *(catalogue.phrases.say("weer_vraag") if waiting else ())), kind)


def ask_again(catalogue: Catalogue, conversation: Conversation, lead: Sequence[str], kind: str) -> Turn:
    """The lead, followed by the question that is still open, if any."""
    ask = open_question(catalogue, conversation)
    if ask is None:
        return Turn(kind, conversation.dilemma, tuple(lead))
    return put(catalogue, conversation, lead, kind, wording(catalogue, ask))


def put(catalogue: Catalogue, conversation: Conversation, lead: Sequence[str], kind: str, asked: str) -> Turn:
    """The lead, followed by the open question in these words."""
    place, ask = place_of(catalogue, conversation), open_question(catalogue, conversation)
    choices = choices_of(ask) if ask else ()
    return Turn(kind, conversation.dilemma, (*lead, asked), place, choices, asked=asked)


def progress(catalogue: Catalogue, tree: Tree, place: Place) -> tuple[str, ...]:
    """How many questions can still come, said from the second question on."""
    left = steps_left(tree, place.node)
    if place.step == 1:
        return ()
    phrases = catalogue.phrases
    return phrases.say("nog_een_vraag") if left == 1 else phrases.say("nog_vragen", aantal=left)


def people_for(catalogue: Catalogue, conversation: Conversation,
               involved: Collection[str | None] = ()) -> tuple[str, ...]:
    """The people to talk to in this conversation; nobody who is involved in it, as was told or as given here."""
    held = held_in(circumstances_of(catalogue, conversation), conversation.given)
    return people(catalogue, conversation.code, {*involved, *(fact.replaces for fact in held)})


def circumstances_of(catalogue: Catalogue, conversation: Conversation) -> tuple[Circumstance, ...]:
    """What can hold in this conversation; before there is a dilemma what can hold in any under its code."""
    code, dilemma = conversation.code, conversation.dilemma
    trees = (tree for key, tree in catalogue.trees.items() if key == (code, dilemma or key[1]))
    return next((tree.circumstances for tree in trees), ())


def people(catalogue: Catalogue, code_id: str | None, involved: Collection[str | None] = ()) -> tuple[str, ...]:
    """The people that this code names for anyone who wants to talk, each with how to reach them."""
    known = catalogue.code(code_id).contacts if code_id else {}
    found = (known[role] for role in catalogue.phrases.people if role in known and role not in involved)
    return contacts(catalogue, [
        {"naam": contact.name, "waarvoor": contact.purpose, "bereikbaar": contact.reach} for contact in found])


def known_to(tree: Tree, answers: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The answers to questions that matter in this tree."""
    return tuple((question, answer) for question, answer in answers if question in tree.questions)


def lasting(tree: Tree, conversation: Conversation) -> tuple[tuple[str, str], ...]:
    """The answers about the person, which hold in the next dilemma as well."""
    about_person = {held.question.id for held in tree.circumstances if held.replaces is None}
    return tuple(pair for pair in conversation.answers if pair[0] in about_person)


def topic_choices(catalogue: Catalogue, labels: Sequence[str]) -> tuple[Choice, ...]:
    """A button for each topic, and one for something else."""
    offered = tuple(Choice(label, catalogue.topics[label].choice) for label in labels)
    return (*offered, Choice("iets_anders", catalogue.phrases.buttons["iets_anders"]))


def code_choices(catalogue: Catalogue) -> tuple[Choice, ...]:
    """A button for each code of conduct."""
    return tuple(Choice(code.id, code.short) for code in catalogue.codes.values())


def understood(ranking: Sequence[tuple[str, float]], found: Sequence[Fact] = ()) -> Understood | None:
    """What a message was taken for, with at most three other labels."""
    if not ranking:
        return None
    (label, certainty), *others = ranking
    return Understood(label, certainty, tuple(others[:3]), tuple(found))


def recognised(catalogue: Catalogue, heard: Heard, code_id: str | None) -> Json:
    """What a message is about; its facts are those of the likeliest dilemma under this code."""
    tree = catalogue.trees.get((code_id or next(iter(catalogue.codes)), heard.label))
    found = facts(tree.questions.values(), heard.message) if tree else ()
    return understood_json(Understood(heard.label, heard.certainty, heard.ranking[1:4], found))
