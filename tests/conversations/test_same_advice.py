"""The core, the API without a conversation and the chat give the same advice for the same answers."""
import pytest

from bot import catalogue
from bot.receipt import receipt_for
from bot.walk import paths, walk
from tests.conversations.talking import begun

CATALOGUE = catalogue.read()
TREES = list(CATALOGUE.trees)


def core(code, dilemma, given):
    """The advice of the core."""
    tree = CATALOGUE.tree(code, dilemma)
    place = walk(tree, given)
    advice = place.node
    return (receipt_for(CATALOGUE.code(code), tree, place), advice.verdict, advice.duty, advice.title,
            [step.text for step in advice.steps], [person.role for person in advice.referrals],
            [source.quote for source in advice.sources])


def told(turn):
    """The advice in a turn."""
    advice = turn["advies"]
    return (advice["adviesId"], advice["oordeel"], advice["melden"], advice["titel"], advice["stappen"],
            [person["rol"] for person in advice["doorverwijzingen"]], [source["citaat"] for source in advice["bronnen"]])


def ways(code, dilemma):
    """The answers of every path of a tree."""
    return [dict(place.taken) for place in paths(CATALOGUE.tree(code, dilemma))]


def one_way_to_each_advice(code, dilemma):
    """The shortest answers that lead to each advice of a tree."""
    found = {place.node.id: dict(place.taken)
             for place in sorted(paths(CATALOGUE.tree(code, dilemma)), key=lambda place: -len(place.taken))}
    return list(found.values())


@pytest.mark.parametrize(("code", "dilemma"), TREES)
def test_every_path_gives_the_advice_of_the_core_without_a_conversation(web, code, dilemma):
    address = f"/v1/codes/{code}/beslisbomen/{dilemma}/_doorloop"
    given = ways(code, dilemma)
    answers = [told(web.post(address, json={"antwoorden": answers}).json()) for answers in given]
    assert answers == [core(code, dilemma, answers) for answers in given]


@pytest.mark.parametrize(("code", "dilemma"), TREES)
def test_every_advice_is_the_same_in_the_chat(web, code, dilemma):
    given = one_way_to_each_advice(code, dilemma)
    assert len(given) == len(CATALOGUE.tree(code, dilemma).advices)
    assert [chatted(web, code, dilemma, answers) for answers in given] == [
        core(code, dilemma, answers) for answers in given]


def chatted(web, code, dilemma, answers):
    """The advice that the chat gives when these answers are chosen."""
    talk = begun(web, code)
    talk.chooses(dilemma)
    for question, answer in answers.items():
        assert talk.turn["vraag"]["vraagId"] == question
        talk.chooses(answer)
    return told(talk.turn)


@pytest.mark.parametrize("code", CATALOGUE.codes)
def test_the_same_answers_in_another_order_give_the_same_advice(web, code):
    address = f"/v1/codes/{code}/beslisbomen/geschenk/_doorloop"
    given = max(ways(code, "geschenk"), key=len)
    backwards = dict(reversed(given.items()))
    assert web.post(address, json={"antwoorden": given}).json() == web.post(address, json={"antwoorden": backwards}).json()
