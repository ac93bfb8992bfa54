"""The buttons that are always there."""
import pytest
from playwright.sync_api import expect

from tests.web import beurten
from tests.web.replies import CONTROLS
from tests.web.states import FIRST, NOTHING_RUNS, SECOND, TO_ADVICE, TO_QUESTION

ALWAYS = ["Terug", "Waarom?", "Waar staat dat?", "Een mens spreken", "Opnieuw", "Stoppen"]


@pytest.fixture
def halfway(visitor):
    """Somebody at the second question."""
    return visitor.tell(*TO_QUESTION, NOTHING_RUNS)


def test_the_same_buttons_are_there_from_the_start(visitor):
    bar = visitor.question("Hulp bij dit gesprek")
    expect(bar.get_by_role("button")).to_have_text(ALWAYS)


@pytest.mark.parametrize(("control", "choice", "said"), [
    ("Waarom?", "waarom", CONTROLS["waarom"]),
    ("Waar staat dat?", "bron", beurten.QUOTE),
    ("Een mens spreken", "mens", CONTROLS["mens"]),
])
def test_help_is_said_and_the_question_stays_open(halfway, control, choice, said):
    with halfway.page.expect_request("**/berichten") as request:
        halfway.press(control)
    assert request.value.post_data_json == {"keuze": choice}
    expect(halfway.log.get_by_text(said)).to_be_visible()
    expect(halfway.question(SECOND)).to_be_focused()


def test_back_goes_to_the_question_before(halfway):
    halfway.press("Terug")
    expect(halfway.question(FIRST)).to_be_focused()


def test_back_from_the_advice_goes_to_the_last_question(visitor):
    visitor.tell(*TO_ADVICE, "Terug")
    expect(visitor.question(SECOND)).to_be_focused()


def test_the_source_of_an_advice_leaves_its_card_to_use(visitor):
    visitor.tell(*TO_ADVICE, "Waar staat dat?")
    expect(visitor.log.get_by_text(beurten.QUOTE)).to_have_count(2)
    expect(visitor.card.get_by_role("link")).to_be_visible()


@pytest.mark.parametrize(("control", "choice"), [("Opnieuw", "opnieuw"), ("Stoppen", "stop")])
def test_ending_leaves_no_question_open(halfway, world, control, choice):
    with halfway.page.expect_request("**/berichten") as request:
        halfway.press(control)
    assert request.value.post_data_json == {"keuze": choice}
    expect(halfway.log.get_by_text("Goed.")).to_be_visible()
    expect(halfway.question(SECOND)).to_have_count(0)
    assert [kept["answers"] for kept in world.conversations.values()] == [None]


def test_after_stopping_a_new_dilemma_can_be_told(halfway):
    halfway.tell("Stoppen", "Ik kreeg een cadeau")
    expect(halfway.question(FIRST)).to_be_visible()


def test_not_knowing_can_be_said_exactly_once(visitor):
    expect(visitor.button("Weet ik niet")).to_have_count(0)
    visitor.tell(*TO_QUESTION)
    expect(visitor.button("Weet ik niet")).to_have_count(1)
    visitor.tell(NOTHING_RUNS)
    expect(visitor.button("Weet ik niet")).to_have_count(1)
