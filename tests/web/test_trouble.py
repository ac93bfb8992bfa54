"""What somebody sees when something goes wrong: what happened, and how to go on."""
import pytest
from playwright.sync_api import expect

from tests.web import beurten
from tests.web.states import FIRST, GIFT, PROVINCE
from tests.web.visitor import PROVINCE as WHICH_PROVINCE

AGAIN, LONGEST = "Probeer opnieuw", 2000


@pytest.fixture
def ready(visitor):
    """Somebody who can tell what is the matter."""
    return visitor.tell(PROVINCE)


def own(visitor):
    """What the visitor said according to the page."""
    return visitor.log.locator(".own", has_text=GIFT)


def lose_the_answer(route) -> None:
    """The server gets the message, but its answer never arrives."""
    route.fetch()
    route.abort()


def test_a_lost_connection_keeps_what_was_typed_and_sends_it_when_the_connection_is_back(ready):
    ready.page.context.set_offline(True)
    ready.say(GIFT)
    expect(ready.status).to_contain_text("De assistent is nu niet te bereiken.")
    expect(ready.field).to_have_value(GIFT)
    expect(own(ready)).to_have_count(0)
    expect(ready.button(AGAIN)).to_be_visible()
    ready.page.context.set_offline(False)
    expect(ready.question(FIRST)).to_be_visible()
    expect(ready.field).to_have_value("")
    expect(own(ready)).to_have_count(1)
    expect(ready.button(AGAIN)).to_have_count(0)


@pytest.mark.parametrize("way_on", [AGAIN, "Verstuur"])
def test_a_lost_answer_is_asked_again_with_the_same_key(ready, world, way_on):
    ready.page.route("**/berichten", lose_the_answer, times=1)
    ready.say(GIFT)
    expect(ready.button(AGAIN)).to_be_visible()
    ready.press(way_on)
    expect(ready.question(FIRST)).to_be_visible()
    *_, first, second = world.keys
    assert first == second
    expect(own(ready)).to_have_count(1)


def test_a_lost_answer_to_a_button_is_asked_again_with_the_same_key(visitor, world):
    visitor.page.route("**/berichten", lose_the_answer, times=1)
    visitor.press(PROVINCE)
    visitor.press(AGAIN)
    expect(visitor.log).to_contain_text("Dank je.")
    assert len(world.keys) == 2
    assert len(set(world.keys)) == 1


def test_every_message_has_a_key_of_its_own(ready, world):
    ready.tell(GIFT, "Ik weet het niet", "Ik weet het niet")
    assert len(set(world.keys)) == len(world.keys) == 4


def test_what_is_typed_after_the_trouble_is_kept_as_well(ready):
    ready.page.context.set_offline(True)
    ready.say(GIFT)
    expect(ready.button(AGAIN)).to_be_visible()
    ready.field.fill(f"{GIFT} van een leverancier")
    ready.page.context.set_offline(False)
    ready.press(AGAIN)
    expect(ready.question(FIRST)).to_be_visible()
    expect(ready.field).to_have_value(f"{GIFT} van een leverancier")


def test_too_busy_waits_and_sends_again_by_itself(ready, world):
    world.fail(429)
    ready.say(GIFT)
    expect(ready.status).to_have_text("Het is even druk. Over 1 seconde sturen we je bericht vanzelf opnieuw.")
    expect(ready.question(FIRST)).to_be_visible()
    *_, first, second = world.keys
    assert first == second


def test_an_engine_that_is_away_names_the_people(ready, world):
    world.fail(503)
    ready.say(GIFT)
    for person in (beurten.MANAGER, beurten.CONFIDANT):
        expect(ready.status.get_by_role("listitem").filter(has_text=person["naam"])).to_contain_text(person["bereikbaar"])
    expect(ready.field).to_have_value(GIFT)
    ready.tab_to(AGAIN, "Shift+Tab")
    ready.key("Enter")
    expect(ready.question(FIRST)).to_be_visible()
    expect(ready.field).to_be_focused()


def test_a_conversation_that_is_gone_starts_over_and_says_so(ready, world):
    world.forget()
    ready.say(GIFT)
    expect(ready.status).to_have_text("Het vorige gesprek is er niet meer. We zijn opnieuw begonnen.")
    expect(ready.question(WHICH_PROVINCE)).to_be_focused()
    expect(ready.field).to_have_value(GIFT)
    expect(ready.log).not_to_contain_text("Dank je.")


def test_what_the_server_refuses_is_said_with_its_reason(ready, world):
    world.fail(400)
    ready.say(GIFT)
    expect(ready.status).to_have_text("Dit kon ik niet verwerken.Voorbeeld van 400.")
    expect(ready.field).to_have_value(GIFT)
    ready.press("Laat zien waar we waren")
    expect(ready.log).to_contain_text("We gaan verder waar we waren.")


def test_a_failing_beginning_can_be_tried_again(visit, world):
    visitor = visit()
    world.fail(503, 500)
    visitor.page.goto(visitor.url)
    expect(visitor.status).to_contain_text("Praat intussen gerust")
    visitor.press(AGAIN)
    expect(visitor.status).to_contain_text("Er ging iets mis, en dat ligt aan ons.")
    visitor.press(AGAIN)
    expect(visitor.question(WHICH_PROVINCE)).to_be_visible()


def test_text_does_not_get_longer_than_can_be_sent(ready):
    ready.field.fill("Ik " + "a" * (LONGEST - 13))
    expect(ready.page.get_by_text("Je kunt nog 10 tekens typen.")).to_be_visible()
    ready.field.press("End")
    ready.page.keyboard.insert_text("b" * 30)
    expect(ready.page.get_by_text("Langer kan je bericht niet worden (2000 tekens).")).to_be_visible()
    assert len(ready.field.input_value()) == LONGEST


def test_what_got_no_answer_goes_out_again_by_itself(visit, world):
    visitor = visit()
    visitor.page.clock.install()
    visitor.arrive().tell(PROVINCE)
    world.fail(503)
    visitor.say(GIFT)
    expect(visitor.status).to_contain_text("We proberen het straks vanzelf nog eens.")
    visitor.page.clock.fast_forward("00:09")
    expect(visitor.question(FIRST)).to_be_visible()
    *_, first, second = world.keys
    assert first == second


def test_what_somebody_is_changing_does_not_go_out_by_itself(visit, world):
    visitor = visit()
    visitor.page.clock.install()
    visitor.arrive().tell(PROVINCE)
    world.fail(503)
    visitor.say(GIFT)
    expect(visitor.button(AGAIN)).to_be_visible()
    visitor.field.fill(f"{GIFT} van")
    visitor.page.clock.fast_forward("00:09")
    expect(visitor.field).to_have_value(f"{GIFT} van")
    expect(visitor.button(AGAIN)).to_be_visible()
    assert len(world.keys) == 2
