"""A whole conversation, by mouse and by keyboard only."""
import pytest
from playwright.sync_api import expect

from tests.web import beurten
from tests.web.states import CHEAP, FIRST, GIFT, NOTHING_RUNS, PROVINCE, SECOND, STATES, TO_ADVICE
from tests.web.visitor import FIELD


def test_by_mouse_from_the_province_to_the_advice(visitor):
    visitor.press(PROVINCE)
    visitor.say(GIFT)
    visitor.press(NOTHING_RUNS)
    visitor.press(CHEAP)
    expect(visitor.card.get_by_role("heading", level=2)).to_have_text(beurten.TITLE)


def test_by_keyboard_from_the_province_to_the_advice(visitor):
    visitor.tab_to(PROVINCE)
    visitor.key("Enter")
    expect(visitor.field).to_be_focused()
    visitor.page.keyboard.type(GIFT)
    visitor.key("Enter")
    expect(visitor.question(FIRST)).to_be_visible()
    expect(visitor.field).to_be_focused()
    visitor.tab_to(NOTHING_RUNS, "Shift+Tab")
    visitor.key("Enter")
    expect(visitor.question(SECOND)).to_be_focused()
    visitor.key("Tab", "Enter")
    expect(visitor.card).to_be_focused()


def test_the_skip_link_shows_itself_and_goes_to_the_conversation(visitor):
    visitor.key("Tab")
    link = visitor.page.get_by_role("link", name="Ga meteen naar het gesprek")
    expect(link).to_be_in_viewport(ratio=1)
    visitor.key("Enter")
    expect(visitor.page.get_by_role("main")).to_be_focused()
    visitor.key("Tab")
    expect(visitor.button("Snel weg")).to_be_focused()
    visitor.key("Tab")
    expect(visitor.button("Limburg")).to_be_focused()


@pytest.mark.parametrize("state", ["advice", "down"])
def test_the_focus_is_seen_at_every_stop(visit, world, state):
    visitor = visit()
    STATES[state](visitor, world)
    visitor.tab_to("Wis alles", "Shift+Tab")
    stops = []
    while "Ga meteen naar het gesprek" not in [name for name, _ in stops]:
        visitor.key("Shift+Tab")
        stops.append(visitor.stop())
    assert [name for name, width in stops if width < 2] == []


def test_a_text_that_nobody_understands_gets_choices(visitor):
    visitor.tell(PROVINCE, "Ik zit ergens mee")
    expect(visitor.question("Ik wil je goed begrijpen. Waar gaat het vooral over?").get_by_role("button")).to_have_text(
        ["Een geschenk", "Iets anders"])


def test_nothing_is_not_sent(visitor, world):
    visitor.say(" \n ")
    expect(visitor.page.get_by_text("Typ eerst je bericht")).to_be_visible()
    expect(visitor.field).to_be_focused()
    assert world.keys == []


def test_what_is_said_is_text_and_never_markup(visitor):
    visitor.tell(PROVINCE, "Ik <img src=x onerror=alert(1)> <b>wijn</b>")
    expect(visitor.log).to_contain_text("Ik <img src=x onerror=alert(1)> <b>wijn</b>")
    expect(visitor.log.locator("img, b")).to_have_count(0)


def test_an_answer_can_be_changed_from_the_advice(visitor):
    visitor.tell(*TO_ADVICE)
    visitor.press(f"Wijzig: {SECOND}")
    expect(visitor.question(SECOND)).to_be_focused()


def test_the_field_has_a_label_says_how_to_send_and_takes_a_new_line(visitor):
    field = visitor.page.get_by_role("textbox")
    expect(field).to_have_accessible_name(FIELD)
    expect(field).to_have_accessible_description(
        "Enter verstuurt je bericht. Shift en Enter samen geeft een nieuwe regel.")
    field.press_sequentially("Ik")
    field.press("Shift+Enter")
    expect(field).to_have_value("Ik\n")
