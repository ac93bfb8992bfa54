"""What a turn looks like: a question, an advice, and help when it is acute."""
import pytest
from playwright.sync_api import expect

from tests.web import beurten
from tests.web.states import FIRST, NOTHING_RUNS, SECOND, TO_ADVICE, TO_QUESTION

PLACES = [source["vindplaats"] for source in beurten.SOURCES]
QUOTES = [source["citaat"] for source in beurten.SOURCES]


@pytest.fixture
def asked(visitor):
    """Somebody who was asked a question."""
    return visitor.tell(*TO_QUESTION)


@pytest.fixture
def advised(visitor):
    """Somebody who got the advice."""
    return visitor.tell(*TO_ADVICE)


def border_of(locator) -> str:
    """The colour of the line around this."""
    return locator.evaluate("node => getComputedStyle(node).borderBottomColor")


def test_a_question_is_a_fieldset_with_a_legend_and_real_buttons(asked):
    fieldset = asked.page.locator("fieldset.question")
    expect(fieldset.locator("legend")).to_have_text(FIRST)
    expect(fieldset.locator("button[type=button]")).to_have_text(["Ja, er loopt iets", NOTHING_RUNS, "Weet ik niet"])


def test_an_answered_question_stays_to_read_and_not_to_press(asked):
    asked.tell(NOTHING_RUNS)
    expect(asked.log.get_by_text(FIRST)).to_be_visible()
    expect(asked.question(FIRST)).to_have_count(0)
    expect(asked.question(SECOND)).to_be_visible()


def test_what_was_chosen_is_shown_as_said(asked):
    asked.tell(NOTHING_RUNS)
    expect(asked.log.locator(".own").last).to_have_text(f"Jij zegt:{NOTHING_RUNS}")


def test_the_card_shows_the_verdict_and_whether_to_report(advised):
    expect(advised.card.locator(".verdict")).to_have_text("Mag, onder voorwaardenMelden is verplicht")
    expect(advised.card).to_have_accessible_name(beurten.TITLE)
    expect(advised.card).to_contain_text(beurten.WHY)


def test_the_card_shows_the_steps_in_order(advised):
    expect(advised.card.locator("ol > li")).to_have_text(beurten.STEPS)


def test_the_card_shows_who_to_talk_to_and_how(advised):
    expect(advised.card.locator("ul.people > li")).to_have_text(
        [person["naam"] + person["waarvoor"] + person["bereikbaar"] for person in (beurten.MANAGER, beurten.CONFIDANT)])


def test_the_card_shows_every_passage_with_its_place(advised):
    expect(advised.card.locator("summary")).to_have_text(PLACES)
    expect(advised.card.locator("blockquote")).to_have_text(QUOTES)
    for quote in QUOTES:
        expect(advised.card.get_by_text(quote)).to_be_visible()


def test_a_passage_can_be_closed(advised):
    advised.card.get_by_text(PLACES[1]).click()
    expect(advised.card.get_by_text(QUOTES[1])).to_be_hidden()


def test_the_card_links_to_the_page_to_take_along(advised, world):
    link = advised.card.get_by_role("link", name="Gesprekskaart (opent in een nieuw tabblad)")
    with advised.page.expect_popup() as opened:
        link.click()
    expect(opened.value).to_have_title("Gesprekskaart")
    assert opened.value.url == f"{advised.url}v1/gesprekken/{next(iter(world.conversations))}/gesprekskaart"


def test_the_card_says_that_it_is_no_permission(advised):
    expect(advised.card.get_by_text(beurten.CLOSING)).to_be_visible()


def test_the_card_offers_what_may_also_hold_apart_from_what_can_be_changed(advised):
    expect(advised.question("Geldt dit ook voor jou?").get_by_role("button")).to_have_text(["Ik geef zelf leiding"])
    expect(advised.question("Klopt er iets niet?").get_by_role("button")).to_have_text(
        [f"Wijzig: {FIRST}", f"Wijzig: {SECOND}"])
    expect(advised.page.get_by_text("Maak een keuze")).to_have_count(0)


def test_another_question_begins_from_the_card(advised):
    advised.press("Andere vraag")
    expect(advised.field).to_be_focused()
    expect(advised.card.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("number", ["112", "113"])
def test_an_acute_turn_has_a_link_to_call(asked, number):
    asked.tell("Ik word bedreigd")
    expect(asked.page.get_by_role("link", name=f"Bel {number}")).to_have_attribute("href", f"tel:{number}")


def test_an_acute_turn_says_everything_and_keeps_the_question_open(asked):
    asked.tell("Ik word bedreigd")
    for words in beurten.ACUTE:
        expect(asked.log.get_by_text(words, exact=True)).to_be_visible()
    expect(asked.question(FIRST)).to_be_visible()


def test_only_what_is_acute_is_framed_as_such(asked):
    asked.tell("Ik word bedreigd", NOTHING_RUNS)
    acute = border_of(asked.log.locator(".bubble", has_text="Bel 112"))
    others = asked.log.locator(".bubble", has_not_text="Bel 112").all()
    assert others
    assert acute not in {border_of(other) for other in others}
