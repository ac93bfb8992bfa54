"""The buttons that are always there."""
import pytest
from playwright.sync_api import expect

from tests.web import beurten
from tests.web.replies import CONTROLS
from tests.web.states import FIRST, NOTHING_RUNS, SECOND, TO_ADVICE, TO_QUESTION

ALWAYS = ["Terug", "Waarom?", "Waar staat dat?", "Een mens spreken", "Opnieuw", "Stoppen"]
HELP = [("Waarom?", "waarom", CONTROLS["waarom"]), ("Waar staat dat?", "bron", beurten.QUOTE),
        ("Een mens spreken", "mens", CONTROLS["mens"])]


@pytest.fixture
def halfway(visitor):
    """Somebody at the second question."""
    return visitor.tell(*TO_QUESTION, NOTHING_RUNS)


def choice_sent(visitor, control: str) -> dict:
    """What is sent when this button is pressed."""
    with visitor.page.expect_request("**/berichten") as request:
        visitor.press(control)
    return request.value.post_data_json


def test_help_is_said_and_the_question_stays_open(halfway):
    for control, choice, said in HELP:
        assert choice_sent(halfway, control) == {"keuze": choice}
        expect(halfway.log.get_by_text(said)).to_be_visible()
        expect(halfway.question(SECOND)).to_be_focused()


def test_back_goes_one_question_back_each_time(visitor):
    visitor.tell(*TO_ADVICE)
    assert choice_sent(visitor, "Terug") == {"keuze": "terug"}
    expect(visitor.question(SECOND)).to_be_focused()
    visitor.press("Terug")
    expect(visitor.question(FIRST)).to_be_focused()


def test_the_source_of_an_advice_leaves_its_card_to_use(visitor):
    visitor.tell(*TO_ADVICE, "Waar staat dat?")
    expect(visitor.log.get_by_text(beurten.QUOTE)).to_have_count(2)
    expect(visitor.card.get_by_role("link", name="Gesprekskaart")).to_be_visible()


@pytest.mark.parametrize(("control", "choice"), [("Opnieuw", "opnieuw"), ("Stoppen", "stop")])
def test_ending_leaves_no_question_open_and_something_new_can_be_told(halfway, world, control, choice):
    assert choice_sent(halfway, control) == {"keuze": choice}
    expect(halfway.log.get_by_text("Goed.")).to_be_visible()
    expect(halfway.question(SECOND)).to_have_count(0)
    assert [kept["answers"] for kept in world.conversations.values()] == [None]
    halfway.tell("Ik kreeg een cadeau")
    expect(halfway.question(FIRST)).to_be_visible()


def test_the_same_buttons_are_always_there_and_not_knowing_can_be_said_exactly_once(visitor):
    bar = visitor.question("Hulp bij dit gesprek").get_by_role("button")
    expect(bar).to_have_text(ALWAYS)
    visitor.tell(*TO_QUESTION)
    expect(visitor.button("Weet ik niet")).to_have_count(1)
    expect(bar).to_have_text(ALWAYS)
    visitor.tell(NOTHING_RUNS)
    expect(bar).to_have_text([*ALWAYS[:3], "Weet ik niet", *ALWAYS[3:]])
