"""What a turn looks like: a question, an advice, and help when it is acute."""
import pytest
from playwright.sync_api import Locator, expect

from tests.web import beurten
from tests.web.states import FIRST, NOTHING_RUNS, SECOND, TO_ADVICE, TO_QUESTION


@pytest.fixture
def asked(visitor):
    """Somebody who was asked a question."""
    return visitor.tell(*TO_QUESTION)


@pytest.fixture
def advised(visitor):
    """Somebody who got the advice."""
    return visitor.tell(*TO_ADVICE)


def border_of(part: Locator) -> str:
    """The colour of the line around a part."""
    return part.evaluate("node => getComputedStyle(node).borderBottomColor")


def test_a_question_is_a_fieldset_and_once_answered_it_stays_to_read_only(asked):
    fieldset = asked.page.locator("fieldset.question")
    expect(fieldset.locator("legend")).to_have_text(FIRST)
    expect(fieldset.locator("button[type=button]")).to_have_text(["Ja, er loopt iets", NOTHING_RUNS, "Weet ik niet"])
    asked.tell(NOTHING_RUNS)
    expect(asked.log.get_by_text(FIRST)).to_be_visible()
    expect(asked.question(FIRST)).to_have_count(0)
    expect(asked.question(SECOND)).to_be_visible()


def test_the_card_shows_the_verdict_what_to_do_and_who_to_talk_to(advised):
    expect(advised.card).to_have_accessible_name(beurten.TITLE)
    expect(advised.card.locator(".verdict > *")).to_have_text(["Mag, onder voorwaarden", "Melden is verplicht"])
    expect(advised.card.get_by_text(beurten.WHY)).to_be_visible()
    expect(advised.card.locator("ol > li")).to_have_text(beurten.STEPS)
    expect(advised.card.locator("ul.people > li")).to_have_text(
        [person["naam"] + person["waarvoor"] + person["bereikbaar"] for person in (beurten.MANAGER, beurten.CONFIDANT)])
    expect(advised.card.get_by_text(beurten.CLOSING)).to_be_visible()


def test_the_card_shows_every_passage_with_its_place_the_first_one_open(advised):
    passages = advised.card.locator("details.passage")
    assert [[passages.nth(at).locator(part).text_content() for part in ("summary", "blockquote")] for at in range(passages.count())] == [
        [source["vindplaats"], source["citaat"]] for source in beurten.SOURCES]
    expect(advised.card.get_by_text(beurten.QUOTE)).to_be_visible()
    expect(advised.card.get_by_text(beurten.SECOND_QUOTE)).to_be_hidden()
    passages.last.locator("summary").click()
    expect(advised.card.get_by_text(beurten.SECOND_QUOTE)).to_be_visible()


def test_the_card_shows_what_settled_it_and_what_the_code_leaves_open(advised):
    expect(advised.card.locator("dl > *")).to_have_text([beurten.SETTLED["vraag"], beurten.SETTLED["antwoord"]])
    expect(advised.card.get_by_text(beurten.OPEN, exact=True)).to_be_visible()


def test_what_would_change_it_opens_on_request(advised):
    expect(advised.card.get_by_text(beurten.TURNING["tekst"])).to_be_hidden()
    advised.card.get_by_text("Wat het anders zou maken").click()
    expect(advised.card.get_by_text(beurten.TURNING["tekst"])).to_be_visible()


@pytest.mark.parametrize(("button", "copied"), [
    ("Kopieer de zin", beurten.REFUSAL["zin"]), ("Kopieer de mail", "\n\n".join(beurten.REFUSAL["mail"])),
])
def test_words_to_decline_with_can_be_copied(advised, button, copied):
    advised.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    advised.card.get_by_text("Zo zeg je vriendelijk nee").click()
    advised.press(button)
    expect(advised.card.get_by_text("Gekopieerd")).to_be_visible()
    assert advised.page.evaluate("navigator.clipboard.readText()") == copied


def test_the_opinion_is_asked_once(advised):
    asked = advised.question("Had je iets aan dit advies?")
    expect(asked.get_by_role("button")).to_have_text(["Ja, ik heb er iets aan", "Nee, nog niet"])
    advised.press("Ja, ik heb er iets aan")
    expect(asked).to_have_count(0)


def test_the_card_links_to_the_page_to_take_along(advised):
    link = advised.card.get_by_role("link", name="Gesprekskaart (opent in een nieuw tabblad)")
    with advised.page.expect_popup() as opened:
        link.click()
    expect(opened.value).to_have_title("Gesprekskaart")
    assert opened.value.url == f"{advised.url}v1/gesprekken/gesprek-0/gesprekskaart"


def test_the_card_offers_what_may_also_hold_and_what_can_be_changed_and_another_question(advised):
    expect(advised.question("Geldt dit ook voor jou?").get_by_role("button")).to_have_text(["Ik geef zelf leiding"])
    expect(advised.question("Klopt er iets niet?").get_by_role("button")).to_have_text(
        [f"Wijzig: {FIRST}", f"Wijzig: {SECOND}"])
    expect(advised.page.get_by_text("Maak een keuze")).to_have_count(0)
    advised.press("Andere vraag")
    expect(advised.field).to_be_focused()
    expect(advised.card.get_by_role("button")).to_have_count(0)


def test_an_acute_turn_has_links_to_call_says_everything_and_keeps_the_question_open(asked):
    asked.tell("Ik word bedreigd")
    for number in ("112", "113"):
        expect(asked.page.get_by_role("link", name=f"Bel {number}")).to_have_attribute("href", f"tel:{number}")
    for words in beurten.ACUTE:
        expect(asked.log.get_by_text(words, exact=True)).to_be_visible()
    expect(asked.question(FIRST)).to_be_visible()


def test_only_what_is_acute_is_framed_as_such(asked):
    asked.tell("Ik word bedreigd", NOTHING_RUNS)
    acute = border_of(asked.log.locator(".bubble", has_text="Bel 112"))
    others = asked.log.locator(".bubble", has_not_text="Bel 112").all()
    assert len(others) > 4
    assert acute not in {border_of(other) for other in others}


def test_every_passage_opens_in_the_whole_text(advised):
    links = advised.card.locator("a.whole")
    assert links.count() == advised.card.locator("details.passage").count()
    assert "/codes/noord-holland/bron?vindplaats=" in links.first.get_attribute("href")
