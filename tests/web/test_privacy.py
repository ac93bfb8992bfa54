"""What stays behind: nothing, except this conversation in this tab."""
import json

import pytest
from playwright.sync_api import expect

from tests.web.states import GIFT, NOTHING_RUNS, SECOND, TO_ADVICE, TO_QUESTION
from tests.web.stub import NEUTRAL
from tests.web.visitor import PROVINCE, Visitor

TAB = "() => ({ ...sessionStorage })"
ERASE = "Wis alles"


@pytest.fixture
def halfway(visitor):
    """Somebody at the second question."""
    return visitor.tell(*TO_QUESTION, NOTHING_RUNS)


def test_erasing_deletes_the_conversation_and_empties_the_page(halfway, world):
    halfway.field.fill("Ik wilde nog zeggen")
    with halfway.page.expect_response(lambda response: response.request.method == "DELETE") as erased:
        halfway.press(ERASE)
    assert (erased.value.status, erased.value.url) == (204, f"{halfway.url}v1/gesprekken/gesprek-0")
    expect(halfway.status).to_have_text("Alles is gewist.")
    expect(halfway.log).not_to_contain_text(GIFT)
    expect(halfway.field).to_have_value("")
    assert list(world.conversations) == ["gesprek-1"]
    expect(halfway.question(PROVINCE)).to_be_focused()
    halfway.tell(*TO_ADVICE)
    expect(halfway.card).to_be_visible()


def test_what_could_not_be_erased_can_be_tried_again(halfway, world):
    world.fail(503)
    halfway.press(ERASE)
    expect(halfway.log).to_contain_text(GIFT)
    halfway.press("Probeer opnieuw")
    expect(halfway.status).to_have_text("Alles is gewist.")
    assert list(world.conversations) == ["gesprek-1"]


def test_erasing_what_is_already_gone_is_fine(halfway, world):
    world.forget()
    halfway.press(ERASE)
    expect(halfway.status).to_have_text("Alles is gewist.")


def test_reloading_returns_to_the_conversation(halfway, world):
    halfway.page.reload()
    expect(halfway.log).to_contain_text("We gaan verder waar we waren.")
    halfway.question(SECOND).get_by_role("button").first.click()
    expect(halfway.card).to_be_visible()
    assert list(world.conversations) == ["gesprek-0"]


def test_reloading_a_conversation_that_is_gone_begins_anew(halfway, world):
    world.forget()
    halfway.page.reload()
    expect(halfway.question(PROVINCE)).to_be_visible()
    assert list(world.conversations) == ["gesprek-1"]


def test_another_tab_and_another_browser_begin_anew(halfway, visit, world):
    tab, browser = Visitor(halfway.page.context.new_page(), halfway.url).arrive(), visit().arrive()
    assert list(world.conversations) == ["gesprek-0", "gesprek-1", "gesprek-2"]
    for other in (tab, browser):
        expect(other.log).not_to_contain_text(GIFT)
    expect(halfway.question(SECOND)).to_be_visible()


def test_the_browser_keeps_only_the_id_of_the_conversation_in_this_tab(visitor):
    visitor.tell(*TO_ADVICE)
    kept = visitor.page.context.storage_state(indexed_db=True)
    assert (kept["cookies"], kept["origins"]) == ([], [])
    assert visitor.page.evaluate(TAB) == {"mag-ik-dit:": "gesprek-0"}
    assert visitor.page.evaluate("caches.keys()") == []


def test_no_address_holds_what_is_said_or_is_of_somebody_else(visitor):
    visitor.tell(*TO_ADVICE)
    assert visitor.page.url == visitor.url
    assert [address for address in visitor.sent if "wijn" in address or "://" in address] == []


def test_without_room_to_remember_the_conversation_goes_on(visit):
    visitor = visit()
    visitor.page.add_init_script("delete window.sessionStorage; Object.defineProperty(window, 'sessionStorage', "
                                 "{ get() { throw new DOMException('no', 'SecurityError'); } });")
    visitor.arrive().tell(*TO_ADVICE)
    expect(visitor.card).to_be_visible()


def test_everything_that_is_kept_is_shown_literally(halfway, world):
    halfway.press("Wat bewaren jullie?")
    panel = halfway.page.get_by_role("region", name="Wat bewaren jullie?")
    expect(panel).to_be_focused()
    assert json.loads(panel.locator("pre").inner_text()) == {"gesprekId": "gesprek-0", "gesprek": world.conversations["gesprek-0"]}
    halfway.press("Sluit dit")
    expect(panel).to_have_count(0)
    expect(halfway.button("Wat bewaren jullie?")).to_be_focused()


def test_erasing_takes_what_is_shown_as_kept_away(halfway):
    halfway.press("Wat bewaren jullie?")
    halfway.press(ERASE)
    expect(halfway.status).to_have_text("Alles is gewist.")
    expect(halfway.page.locator("pre")).to_have_count(0)


def test_leaving_erases_and_goes_back_to_nothing(halfway, world):
    halfway.page.route(f"{NEUTRAL}**", lambda route: route.fulfill(body="<title>Weer</title>", content_type="text/html"))
    steps = halfway.page.evaluate("history.length")
    halfway.press("Snel weg")
    expect(halfway.page).to_have_title("Weer")
    assert halfway.page.evaluate("history.length") == steps
    assert world.conversations == {}
    halfway.page.go_back()
    assert halfway.page.url == "about:blank"


def test_a_copy_of_a_tab_begins_anew(halfway, world):
    with halfway.page.expect_popup() as opened:
        halfway.page.evaluate("() => { window.open(location.href); }")
    copy = Visitor(opened.value, halfway.url)
    expect(copy.question(PROVINCE)).to_be_visible()
    assert list(world.conversations) == ["gesprek-0", "gesprek-1"]
    expect(halfway.question(SECOND)).to_be_visible()


@pytest.fixture
def left_alone(visit):
    """Somebody who left in the middle of a conversation; the clock of the browser is in our hands."""
    visitor = visit()
    visitor.page.clock.install()
    visitor.arrive().tell(*TO_QUESTION)
    return visitor


def test_who_leaves_a_conversation_alone_is_warned_and_can_go_on(left_alone):
    left_alone.page.clock.fast_forward("54:00")
    expect(left_alone.status).to_be_empty()
    left_alone.page.clock.fast_forward("01:30")
    expect(left_alone.status).to_have_text("Je gesprek ligt een tijdje stil. Over 5 minuten wissen we het.")
    left_alone.press("Verder met dit gesprek")
    expect(left_alone.log).to_contain_text("We gaan verder waar we waren.")
    left_alone.page.clock.fast_forward("50:00")
    expect(left_alone.log).to_contain_text(GIFT)


def test_who_stays_away_leaves_nothing_on_the_screen(left_alone):
    left_alone.field.fill("Ik wilde nog zeggen")
    left_alone.page.clock.fast_forward("01:00:30")
    expect(left_alone.status).to_have_text("Je gesprek lag te lang stil. Daarom is alles gewist.")
    expect(left_alone.log).to_be_empty()
    expect(left_alone.field).to_have_value("")
    assert left_alone.page.evaluate(TAB) == {}
    left_alone.press("Begin opnieuw")
    expect(left_alone.question(PROVINCE)).to_be_visible()
