"""Every turn that the content can lead to, as a channel gets it."""
from collections.abc import Iterator

from api.v1.models import Beurt
from bot import controls, orienting, telling
from bot.catalogue import Catalogue
from bot.conversation import Conversation, Heard
from bot.message import Message
from bot.tree import Tree
from bot.turn import Turn, as_json
from bot.walk import Place, paths, walk


def turns_of(catalogue: Catalogue, tree: Tree) -> Iterator[Beurt]:
    """Every question and every advice of a tree, each also with its passages and with what any conversation can hold."""
    for place in one_way_to_each_place(tree):
        held = tuple((one.question.id, one.answer) for one in tree.circumstances if one.question.id not in dict(place.taken))
        for answers in (place.taken, dict((*place.taken, *held)).items()):
            told = Conversation(tree.code, tree.dilemma, tuple(answers))
            yield beurt(catalogue, telling.arrive(catalogue, told), tree.code)
        for control in ("waarom", "bron", "samenvatting"):
            yield beurt(catalogue, controls.CONTROLS[control](catalogue, told, control)[1], tree.code)


def one_way_to_each_place(tree: Tree) -> list[Place]:
    """The longest way to each question and each advice."""
    ways = [tuple(path.taken) for path in paths(tree)]
    places = [walk(tree, dict(way[:length])) for way in ways for length in range(len(way) + 1)]
    return list({place.node.id: place for place in sorted(places, key=lambda place: len(place.taken))}.values())


def turns_around(catalogue: Catalogue, code: str) -> Iterator[Beurt]:
    """What is said around the trees: the welcome, all topics, every piece of information, and goodbye."""
    conversation = Conversation(code)
    for topic in catalogue.code(code).information:
        yield beurt(catalogue, controls.information(catalogue, conversation, topic)[1], code)
    unclear = orienting.unclear(catalogue, conversation, Heard(Message(())))[1]
    human = controls.human(catalogue, conversation, "mens")[1]
    for turn in (human, unclear, controls.stop(catalogue, conversation, "stop")[1], orienting.ask_code(catalogue, conversation)[1]):
        yield beurt(catalogue, turn, code)


def beurt(catalogue: Catalogue, turn: Turn, code: str) -> Beurt:
    """A turn as it goes over the line."""
    return Beurt.model_validate(as_json(turn, catalogue, code))
