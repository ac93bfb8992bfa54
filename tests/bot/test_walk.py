"""State is a replay of the answers."""
import pytest

from bot.catalogue import read
from bot.errors import UnknownError, WrongAnswerError
from bot.walk import decisive, paths, steps_left, walk


@pytest.fixture
def tree(folder):
    return read(folder).tree("zeekant", "geschenk")


@pytest.mark.parametrize(("given", "reached"), [
    ({}, "hoeveel_bloemen"),
    ({"hoeveel_bloemen": "meer"}, "niet_aannemen"),
    ({"hoeveel_bloemen": "een"}, "waarde"),
    ({"hoeveel_bloemen": "een", "waarde": "hoogstens_10"}, "aannemen"),
    ({"waarde": "hoogstens_10", "hoeveel_bloemen": "een"}, "aannemen"),
    ({"waarde": "hoogstens_10"}, "hoeveel_bloemen"),
])
def test_answers_lead_to(tree, given, reached):
    assert walk(tree, given).node.id == reached


def test_an_answer_that_is_not_asked_for_is_kept_out_of_the_path(tree):
    assert walk(tree, {"hoeveel_bloemen": "meer", "waarde": "hoogstens_10"}).taken == (("hoeveel_bloemen", "meer"),)


def test_an_answer_that_does_not_exist_is_refused(tree):
    with pytest.raises(WrongAnswerError, match="waarde: antwoord 'veel' bestaat niet; verwacht: hoogstens_10, meer_dan_10"):
        walk(tree, {"waarde": "veel"})


def test_a_question_that_does_not_exist_is_refused(tree):
    with pytest.raises(UnknownError, match="vraag 'kleur' bestaat niet; verwacht: hoeveel_bloemen, waarde"):
        walk(tree, {"kleur": "rood"})


def test_every_path_is_walked_once(tree):
    assert [place.node.id for place in paths(tree)] == ["aannemen", "bespreken", "bespreken", "niet_aannemen", "bespreken"]


def test_the_questions_that_are_left_are_counted_at_their_most(tree):
    assert [steps_left(tree, tree.nodes[name]) for name in ("hoeveel_bloemen", "waarde", "aannemen")] == [2, 1, 0]


def test_the_last_two_answers_are_decisive(tree):
    place = walk(tree, {"hoeveel_bloemen": "een", "waarde": "hoogstens_10"})
    assert decisive(place) == (("hoeveel_bloemen", "een"), ("waarde", "hoogstens_10"))
