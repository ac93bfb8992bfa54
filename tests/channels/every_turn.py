"""Every turn that the content can lead to, as a channel gets it."""
from collections.abc import Iterator

from api.v1.models import Beurt
from bot import beside, choosing_code, controls, danger, dialogue, orienting, reading_back, telling
from bot.catalogue import Catalogue
from bot.conversation import Conversation, Heard
from bot.message import Message
from bot.recognising import Fact
from bot.tree import Ask, Tree
from bot.turn import Turn, as_json
from bot.walk import Place, paths, walk

AT_QUESTION = ("waarom", "bron", "samenvatting", "mens", "terug", "weet_niet")
AT_ADVICE = ("bron", "samenvatting", "mens", "terug", "kaart", "afwijzen", "nuttig:ja", "nuttig:nee")
NOTHING = Heard(Message(()))


def turns_of(catalogue: Catalogue, tree: Tree) -> Iterator[Beurt]:
    """Every question and every advice of a tree, and everything that can be said and asked there."""
    places = one_way_to_each_place(tree)
    for place in places:
        held = tuple((one.question.id, one.answer) for one in tree.circumstances if one.question.id not in dict(place.taken))
        told, more = (Conversation(tree.code, tree.dilemma, answers) for answers in (place.taken, (*place.taken, *held)))
        arrived = (telling.arrive(catalogue, told), telling.arrive(catalogue, more), first_turn(catalogue, more))
        for turn in (*arrived, *asked_at(catalogue, told, place)):
            yield beurt(catalogue, turn, tree.code)
    for turn in interruptions(catalogue, tree, max(places, key=lambda place: len(place.taken))):
        yield beurt(catalogue, turn, tree.code)


def one_way_to_each_place(tree: Tree) -> list[Place]:
    """The longest way to each question and each advice."""
    ways = [tuple(path.taken) for path in paths(tree)]
    places = [walk(tree, dict(way[:length])) for way in ways for length in range(len(way) + 1)]
    return list({place.node.id: place for place in sorted(places, key=lambda place: len(place.taken))}.values())


def first_turn(catalogue: Catalogue, told: Conversation) -> Turn:
    """The turn after a first message that told all of this, with all that can come before it."""
    found = tuple(Fact(question, answer, "") for question, answer in told.answers)
    said = (line for name in ("engels", "namen") for line in catalogue.phrases.say(name))
    lead = (*said, *orienting.introduced(catalogue, told, NOTHING), *reading_back.fact_lines(catalogue, found))
    return telling.arrive(catalogue, told, lead, found)


def asked_at(catalogue: Catalogue, told: Conversation, place: Place) -> Iterator[Turn]:
    """What can be asked at a question or an advice, by button; and a question that is not understood, once and again."""
    for control in AT_QUESTION if isinstance(place.node, Ask) else AT_ADVICE:
        yield controls.CONTROLS[control.partition(":")[0]](catalogue, told, control)[1]
    if isinstance(place.node, Ask):
        once, turn = beside.missed(catalogue, told, place.node, NOTHING)
        yield from (turn, beside.missed(catalogue, once, place.node, NOTHING)[1])


def interruptions(catalogue: Catalogue, tree: Tree, place: Place) -> Iterator[Turn]:
    """What can come in between: information, danger, and another dilemma before or after this one."""
    open_at = Conversation(tree.code, tree.dilemma, place.taken[:-1])
    for topic in catalogue.code(tree.code).information:
        yield controls.information(catalogue, open_at, topic)[1]
    yield danger.acute(catalogue, open_at)[1]
    for other in catalogue.dilemmas(tree.code):
        yield orienting.offer_switch(catalogue, open_at, Heard(Message(()), ((other, 0.9),)))[1]
    longest = max(catalogue.dilemmas(tree.code), key=lambda other: len(catalogue.topics[other].name))
    done = Conversation(tree.code, tree.dilemma, place.taken).with_waiting(longest, ())
    yield dialogue.choose(catalogue, done, "samenvatting")[1]


def turns_around(catalogue: Catalogue, code: str) -> Iterator[Beurt]:
    """What is said around the trees: the welcome, all topics, every piece of information, and goodbye."""
    conversation = Conversation(code)
    for topic in catalogue.code(code).information:
        yield beurt(catalogue, controls.information(catalogue, conversation, topic)[1], code)
    for code_id in (code, None):
        yield beurt(catalogue, dialogue.begin(catalogue, code_id)[1], code)
    once, unclear = orienting.unclear(catalogue, conversation, NOTHING)
    likely = Heard(Message(()), tuple((topic, 0.1) for topic in catalogue.topics))
    for turn in (unclear, orienting.unclear(catalogue, once, NOTHING)[1], orienting.unclear(catalogue, conversation, likely)[1],
                 choosing_code.ask_code(catalogue, conversation)[1], danger.acute(catalogue, conversation)[1]):
        yield beurt(catalogue, turn, code)
    for control in ("mens", "stop", "opnieuw", "samenvatting", "bron", "waarom", "terug", "weet_niet", "kaart", "afwijzen"):
        yield beurt(catalogue, controls.CONTROLS[control](catalogue, conversation, control)[1], code)


def beurt(catalogue: Catalogue, turn: Turn, code: str) -> Beurt:
    """A turn as it goes over the line."""
    return Beurt.model_validate(as_json(turn, catalogue, code))
