"""Turns that say something: a question, an advice, a passage, people, a summary."""
from collections.abc import Iterator, Mapping, Sequence

from bot.advising import advice_words, afterwards
from bot.catalogue import Catalogue
from bot.conversation import Conversation, Heard
from bot.recognising import Fact, facts
from bot.tree import Advice, Ask, Tree
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
    words = (*lead, *progress(catalogue, tree, place), place.node.question.text)
    choices = (*choices_of(place.node), *corrections(catalogue, found))
    return Turn("vraag", tree.dilemma, words, place, choices)


def resume(catalogue: Catalogue, conversation: Conversation, lead: Sequence[str], kind: str) -> Turn:
    """Something said in between, followed by the question that is still open; an advice is not said again."""
    waiting = open_question(catalogue, conversation) is not None
    return ask_again(catalogue, conversation, (*lead, *(catalogue.phrases.say("weer_vraag") if waiting else ())), kind)


def ask_again(catalogue: Catalogue, conversation: Conversation, lead: Sequence[str], kind: str) -> Turn:
    """The lead, followed by the question that is still open, if any."""
    place = place_of(catalogue, conversation)
    if place is None or isinstance(place.node, Advice):
        return Turn(kind, conversation.dilemma, tuple(lead))
    return Turn(kind, conversation.dilemma, (*lead, place.node.question.text), place, choices_of(place.node))


def progress(catalogue: Catalogue, tree: Tree, place: Place) -> tuple[str, ...]:
    """How many questions can still come, said from the second question on."""
    left = steps_left(tree, place.node)
    if place.step == 1:
        return ()
    phrases = catalogue.phrases
    return phrases.say("nog_een_vraag") if left == 1 else phrases.say("nog_vragen", aantal=left)


def changes(catalogue: Catalogue, tree: Tree, place: Place) -> tuple[Choice, ...]:
    """A button to change each answer that led here, and one for each circumstance that may hold as well."""
    told = (*place.taken, *place.held)
    return (*(change(catalogue, question) for question, _ in told), *additions(tree, place, dict(told)))


def additions(tree: Tree, place: Place, told: Mapping[str, str]) -> Iterator[Choice]:
    """A button for each circumstance that would change this advice and is not told yet."""
    roles = {referral.role for referral in place.node.referrals} if isinstance(place.node, Advice) else set()
    for held in tree.circumstances:
        if held.question.id not in told and (held.replaces is None or held.replaces in roles):
            yield Choice(f"ook:{held.question.id}:{held.answer}", held.label)


def corrections(catalogue: Catalogue, found: Sequence[Fact]) -> tuple[Choice, ...]:
    """A button to undo each fact that was read from the text."""
    return tuple(change(catalogue, fact.question) for fact in found)


def change(catalogue: Catalogue, question: str) -> Choice:
    """The button that changes the answer to this question."""
    label = catalogue.phrases.buttons["wijzig"].format(vraag=catalogue.questions[question].text)
    return Choice(f"wijzig:{question}", label)


def people(catalogue: Catalogue, code_id: str | None) -> tuple[str, ...]:
    """The people that this code names for anyone who wants to talk, each with how to reach them."""
    contacts = catalogue.code(code_id).contacts if code_id else {}
    return tuple(line for role in catalogue.phrases.people if role in contacts for line in catalogue.phrases.say(
        "contact", naam=contacts[role].name, waarvoor=contacts[role].purpose, bereikbaar=contacts[role].reach))


def change_choices(catalogue: Catalogue, conversation: Conversation) -> tuple[Choice, ...]:
    """A button to change each answer that was given."""
    return tuple(change(catalogue, question) for question, _ in conversation.answers)


def undoable(found: Sequence[Fact]) -> tuple[str, ...]:
    """The choices that undo these facts, offered for as long as they were just read back."""
    return tuple(f"wijzig:{fact.question}" for fact in found)


def fact_lines(catalogue: Catalogue, found: Sequence[Fact]) -> tuple[str, ...]:
    """The facts as they are read back to the person, and how to undo them."""
    if not found:
        return ()
    told = answer_lines(catalogue, tuple((fact.question, fact.answer) for fact in found))
    return (*catalogue.phrases.say("feiten"), *told, *catalogue.phrases.say("feiten_klopt"))


def known_to(tree: Tree, answers: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The answers to questions that matter in this tree."""
    return tuple((question, answer) for question, answer in answers if question in tree.questions)


def lasting(tree: Tree, conversation: Conversation) -> tuple[tuple[str, str], ...]:
    """The answers about the person, which hold in the next dilemma as well."""
    about_person = {held.question.id for held in tree.circumstances if held.replaces is None}
    return tuple(pair for pair in conversation.answers if pair[0] in about_person)


def answer_lines(catalogue: Catalogue, answers: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Each question with the answer given to it."""
    say, questions = catalogue.phrases.say, catalogue.questions
    return tuple(line for question, answer in answers for line in say(
        "samenvatting_regel", vraag=questions[question].text, antwoord=questions[question].answers[answer].label))


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
