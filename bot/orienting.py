"""Find out what somebody wants to talk about."""
from collections.abc import Sequence
from dataclasses import replace

from bot.advising import unsaid
from bot.catalogue import Catalogue
from bot.controls import Reply, information, nothing_asked, stop
from bot.conversation import Answers, Conversation, Heard
from bot.grouping import group_choices
from bot.reading_back import fact_lines, undoable
from bot.recognising import Fact, facts
from bot.telling import arrive, known_to, lasting, open_question, people_for, resume, topic_choices, understood
from bot.topics import Topic
from bot.tree import Tree
from bot.turn import Choice, Turn, Understood
from bot.waiting import kept_for_later, put_aside, take_up

KINDS = {"begroeting": "welkom", "bedankt": "informatie", "buiten_bereik": "buiten_bereik", "verder": "informatie"}
LIKELY, SURE = 0.05, 0.8


def on_topic(catalogue: Catalogue, conversation: Conversation, label: str, heard: Heard | None = None) -> Reply:
    """Go into a label: a dilemma, an information question or something small."""
    conversation = replace(conversation, offered=())
    if label in dict(conversation.waiting):
        return take_up(catalogue, conversation, label, heard)
    if label in catalogue.dilemmas(conversation.code or ""):
        return start(catalogue, conversation, label, heard)
    if label in catalogue.code(conversation.code or "").information:
        return information(catalogue, conversation, label)
    if label == "iets_anders":
        return something_else(catalogue, conversation, heard)
    return small(catalogue, conversation, label, heard)


def small(catalogue: Catalogue, conversation: Conversation, label: str, heard: Heard | None) -> Reply:
    """A greeting, thanks, something else than integrity, or nothing that can be gone into now."""
    if label.startswith("antwoord_"):
        return nothing_asked(catalogue, conversation)
    if label not in KINDS:
        return stop(catalogue, conversation, label)
    turn = resume(catalogue, conversation, catalogue.phrases.say(label), KINDS[label])
    who = people_for(catalogue, conversation) if label == "buiten_bereik" else ()
    return conversation, replace(turn, messages=(*turn.messages, *who), understood=heard_as(heard))


def something_else(catalogue: Catalogue, conversation: Conversation, heard: Heard | None) -> Reply:
    """Leave the dilemma that was not meant, and ask what is going on."""
    words = catalogue.phrases.say("iets_anders")
    return conversation.about(None), Turn("verduidelijking", messages=words, understood=heard_as(heard))


def start(catalogue: Catalogue, conversation: Conversation, dilemma: str, heard: Heard | None) -> Reply:
    """Start a dilemma with the facts that were already told; an unfinished one is put aside."""
    tree = catalogue.tree(conversation.code or "", dilemma)
    found = told_so_far(tree, conversation, heard)
    conversation = put_aside(catalogue, conversation).about(dilemma, lasting(tree, conversation))
    for fact in found:
        conversation = conversation.with_answer(fact.question, fact.answer)
    lead = (*introduced(catalogue, conversation, heard), *fact_lines(catalogue, found))
    turn = arrive(catalogue, conversation, lead, found)
    doubted = undo_topic(catalogue, heard)
    offered = (*undoable(found), *(choice.id for choice in doubted))
    return (replace(conversation, offered=offered),
            replace(turn, choices=(*turn.choices, *doubted), understood=heard_as(heard, found)))


def told_so_far(tree: Tree, conversation: Conversation, heard: Heard | None) -> tuple[Fact, ...]:
    """The facts in a message, after those that were read before it was clear what they were about."""
    before = known_to(tree, conversation.answers) if conversation.dilemma is None else ()
    now = facts(tree.questions.values(), heard.message) if heard else ()
    told_again = {fact.question for fact in now}
    return (*(Fact(question, answer, "") for question, answer in before if question not in told_again), *now)


def introduced(catalogue: Catalogue, conversation: Conversation, heard: Heard | None) -> tuple[str, ...]:
    """A human sentence for somebody in trouble, and what was understood; questions are promised when there are any."""
    topic, asks = catalogue.topics[conversation.dilemma or ""], open_question(catalogue, conversation) is not None
    name = "begrepen_twijfel" if undo_topic(catalogue, heard) else "begrepen" if asks else "begrepen_direct"
    return (*first_words(catalogue, topic), *catalogue.phrases.say(name, onderwerp=topic.name))


def first_words(catalogue: Catalogue, topic: Topic) -> tuple[str, ...]:
    """The human sentence that comes before anything else, unless the last turn said it."""
    return unsaid(catalogue, [topic.first] if topic.first else [])


def undo_topic(catalogue: Catalogue, heard: Heard | None) -> tuple[Choice, ...]:
    """The button for who meant something else, when a message was not quite surely understood."""
    if heard is None or heard.certainty >= SURE:
        return ()
    return (Choice("iets_anders", catalogue.phrases.buttons["iets_anders"]),)


def offer_switch(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Another dilemma in the middle of one: ask whether to go there first; it is not forgotten if not."""
    topic, phrases = catalogue.topics[heard.label], catalogue.phrases
    choices = (Choice(topic.id, phrases.buttons["wisselen"].format(onderwerp=topic.name)),
               Choice("verder", phrases.buttons["verder"]))
    words = (*first_words(catalogue, topic), *phrases.say(
        "wisselen", onderwerp=topic.name, huidig=catalogue.topics[conversation.dilemma or ""].name))
    turn = Turn("verduidelijking", conversation.dilemma, words, choices=choices, understood=heard_as(heard))
    conversation = kept_for_later(catalogue, conversation, topic.id, heard)
    return replace(conversation, offered=tuple(choice.id for choice in choices)), turn


def unclear(catalogue: Catalogue, conversation: Conversation, heard: Heard) -> Reply:
    """Not sure enough: offer the likeliest topics; after a second miss all topics in groups, and people to talk to."""
    likely = tuple(label for label, share in heard.ranking if label in catalogue.topics and share >= LIKELY)[:4]
    if conversation.misses:
        others = tuple(Choice(name, catalogue.phrases.buttons[name]) for name in ("iets_anders", "mens"))
        kind, choices = "niet_begrepen", (*group_choices(catalogue), *others)
        words = (*catalogue.phrases.say("niet_begrepen_onderwerp_weer"), *people_for(catalogue, conversation))
    else:
        kind, choices = "verduidelijking", topic_choices(catalogue, likely) if likely else group_choices(catalogue)
        words = catalogue.phrases.say("verduidelijken" if likely else "niet_begrepen_onderwerp")
    turn = Turn(kind, None, words, choices=choices, understood=heard_as(heard))
    offered = tuple(choice.id for choice in choices)
    answers = read_ahead(catalogue, conversation, offered, heard)
    return replace(conversation, answers=answers, offered=offered, misses=conversation.misses + 1), turn


def read_ahead(catalogue: Catalogue, conversation: Conversation, offered: Sequence[str], heard: Heard) -> Answers:
    """The answers so far; before any dilemma with what the message tells about those that are offered, or about all."""
    if conversation.dilemma:
        return conversation.answers
    code, all_of_them = conversation.code or "", catalogue.dilemmas(conversation.code or "")
    dilemmas = [dilemma for dilemma in all_of_them if dilemma in offered] or all_of_them
    trees = (catalogue.tree(code, dilemma) for dilemma in dilemmas)
    questions = {name: question for tree in trees for name, question in tree.questions.items()}
    told = ((fact.question, fact.answer) for fact in facts(questions.values(), heard.message))
    return tuple(dict((*conversation.answers, *told)).items())


def heard_as(heard: Heard | None, found: Sequence[Fact] = ()) -> Understood | None:
    """What a message was taken for; None when there was no message."""
    return understood(heard.ranking, found) if heard else None
