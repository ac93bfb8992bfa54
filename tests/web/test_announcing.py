"""What a screen reader hears: everything once, at the right moment."""
import pytest
from playwright.sync_api import expect

from tests.web import beurten
from tests.web.states import FIRST, GIFT, NOTHING_RUNS, PROVINCE, SECOND, TO_ADVICE, TO_QUESTION

THINKING = "De assistent denkt even na…"
LISTEN = """log => { window.heard = []; new MutationObserver((changes) => changes.forEach(({ addedNodes }) =>
  addedNodes.forEach((node) => window.heard.push(node.textContent)))).observe(log, { childList: true, subtree: true }); }"""
PRESS_AND_WAIT = """button => new Promise((resolve) => {
  const status = button.getRootNode().querySelector("[role=status]");
  const since = performance.now();
  new MutationObserver(() => resolve([status.textContent, performance.now() - since])).observe(status, { childList: true });
  button.click(); })"""


@pytest.fixture
def listener(visitor):
    """Somebody who hears what is added to the conversation from now on."""
    visitor.log.evaluate(LISTEN)
    return visitor


def heard(listener) -> str:
    """Everything that was added, in one text."""
    return "\n".join(listener.page.evaluate("window.heard"))


def test_the_log_is_there_before_the_first_message(visit):
    visitor = visit()
    held = visitor.hold("**/gesprekken")
    visitor.page.goto(visitor.url)
    expect(visitor.status).to_have_text(THINKING)
    expect(visitor.log).to_be_empty()
    expect(visitor.log).to_have_attribute("aria-live", "polite")
    expect(visitor.log.get_by_role("status")).to_have_count(0)
    visitor.let_go(held)
    expect(visitor.log).to_contain_text("Bij welke provincie werk je?")
    expect(visitor.status).to_be_empty()


def test_every_message_is_said_once_and_by_whom(listener):
    listener.tell(*TO_QUESTION)
    listener.question(FIRST).get_by_role("button").first.click()
    expect(listener.question(SECOND)).to_be_visible()
    said = [f"Jij zegt:{PROVINCE}", "De assistent zegt:Dank je. Ik kijk met je in de gedragscode.", f"Jij zegt:{GIFT}",
            FIRST, "Jij zegt:Ja, er loopt iets", "De assistent zegt:Dit is mijn laatste vraag.", SECOND]
    assert {words: heard(listener).count(words) for words in said} == dict.fromkeys(said, 1)


def test_every_part_of_an_advice_is_said_once(listener):
    listener.tell(*TO_ADVICE)
    expect(listener.card).to_be_visible()
    said = [beurten.TITLE, beurten.WHY, *beurten.STEPS, beurten.QUOTE, beurten.SECOND_QUOTE, beurten.CLOSING]
    assert {words: heard(listener).count(words) for words in said} == dict.fromkeys(said, 1)


def test_a_question_that_takes_the_focus_is_not_said_by_the_log_as_well(visitor):
    visitor.tell(*TO_QUESTION)
    expect(visitor.question(FIRST)).not_to_have_attribute("aria-live", "off")
    visitor.tell(NOTHING_RUNS)
    expect(visitor.question(SECOND)).to_be_focused()
    expect(visitor.question(SECOND)).to_have_attribute("aria-live", "off")


def test_the_status_says_that_an_answer_is_coming_within_a_tenth_of_a_second(visitor):
    held = visitor.hold()
    said, milliseconds = visitor.button(PROVINCE).evaluate(PRESS_AND_WAIT)
    assert (said, milliseconds < 100) == (THINKING, True)
    expect(visitor.status).to_have_text(THINKING)
    visitor.let_go(held)
    expect(visitor.status).to_be_empty()


def test_while_waiting_nothing_else_can_be_sent_and_the_focus_stays(visitor):
    held = visitor.hold()
    visitor.tab_to(PROVINCE)
    visitor.key("Enter", "Enter")
    expect(visitor.button(PROVINCE)).to_have_attribute("aria-disabled", "true")
    expect(visitor.button(PROVINCE)).to_be_focused()
    visitor.button("Wis alles").dispatch_event("click")
    visitor.let_go(held)
    expect(visitor.log).to_contain_text("Dank je.")
    assert [request for request in visitor.sent if not request.startswith("GET")] == [
        "POST v1/gesprekken", "POST v1/gesprekken/gesprek-0/berichten"]


def test_what_is_typed_while_waiting_is_kept(visitor, world):
    held = visitor.hold()
    visitor.press(PROVINCE)
    visitor.field.fill(GIFT)
    visitor.key("Enter")
    visitor.let_go(held)
    expect(visitor.status).to_be_empty()
    expect(visitor.field).to_have_value(GIFT)
    assert len(world.keys) == 1
