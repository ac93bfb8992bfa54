"""Why an advice is what it is and what would change it, on the made-up organisation and on what ships."""
import pytest

from bot.catalogue import read
from bot.comparing import ends
from bot.explaining import core_line, main_sources, settled, turning, turning_line
from bot.walk import paths, walk


@pytest.fixture
def content(folder):
    return read(folder)


def found(content, **answers):
    tree = content.tree("zeekant", "geschenk")
    return tree, walk(tree, answers)


def test_the_last_answers_settled_it(content):
    told = settled(*found(content, hoeveel_bloemen="een", waarde="hoogstens_10", ik_ben="stagiair"))
    assert [(question.id, answer.id) for question, answer in told] == [
        ("hoeveel_bloemen", "een"), ("waarde", "hoogstens_10"), ("ik_ben", "stagiair")]


@pytest.mark.parametrize(("answers", "changes"), [
    ({"hoeveel_bloemen": "een", "waarde": "hoogstens_10"},
     [("waarde", "meer_dan_10", ("overleg",), True), ("hoeveel_bloemen", "meer", ("niet_toegestaan",), True)]),
    ({"hoeveel_bloemen": "meer"}, [("hoeveel_bloemen", "een", ("toegestaan_mits", "overleg"), True)]),
    ({"hoeveel_bloemen": "weet_niet"}, [("hoeveel_bloemen", "meer", ("niet_toegestaan",), True)]),
])
def test_what_would_change_it(content, answers, changes):
    assert [(one.question.id, one.answer.id, one.verdicts, one.sure) for one in turning(*found(content, **answers))] == changes


def test_what_depends_on_the_next_question_is_said_to_be_unsure(catalogue):
    tree = catalogue.tree("noord-holland", "geschenk")
    place = walk(tree, {"gever": "relatie", "al_aangenomen": "nee", "lopende_zaak": "nee", "waarde": "meer_dan_50"})
    last = turning(tree, place)[0]
    assert (last.question.id, last.answer.id, last.verdicts, last.sure) == ("waarde", "hoogstens_50", ("toegestaan_mits",), False)
    assert turning_line(catalogue.phrases, last) == (
        "Hoeveel is het ongeveer waard? Bij “€ 50 of minder” kan het worden: dit mag onder voorwaarden.")


def test_everything_that_is_said_to_change_an_advice_is_true_in_every_tree(catalogue):
    for tree in catalogue.trees.values():
        for place in list(paths(tree))[::5]:
            changes = turning(tree, place)
            assert len(changes) <= 3
            for one in changes:
                told = {**dict(place.taken), one.question.id: one.answer.id}
                led_to = {end.node.verdict for end in ends(tree, told)}
                assert set(one.verdicts) == led_to - {place.node.verdict, "geen_oordeel"}
                assert one.sure is (set(one.verdicts) == led_to)


def test_help_without_a_verdict_has_nothing_to_change_and_only_its_title(catalogue):
    tree = catalogue.tree("limburg", "faciliteit")
    place = next(place for place in paths(tree) if place.node.verdict == "geen_oordeel")
    assert turning(tree, place) == ()
    assert core_line(catalogue.phrases, place.node) == place.node.title


def test_the_verdict_is_one_line(content):
    _, place = found(content, hoeveel_bloemen="meer")
    assert core_line(content.phrases, place.node) == "Dit mag niet. Neem de bloemen niet aan."


def test_the_passage_of_a_circumstance_is_among_the_main_ones(content):
    assert [source.section for source in main_sources(*found(content, hoeveel_bloemen="meer"))] == ["1"]
    assert [source.section for source in main_sources(*found(content, hoeveel_bloemen="meer", ik_ben="stagiair"))] == ["1", "2"]
