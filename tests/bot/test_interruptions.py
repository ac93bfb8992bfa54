"""Change, doubt, interrupt: what is waiting comes back, what falls away is named, and nothing is filled in by accident."""
import pytest

from bot import dialogue
from bot.conversation import MOST_WAITING, Conversation, Heard
from bot.message import message_of

GIFT = Conversation("noord-holland", "geschenk", (("gever", "relatie"), ("al_aangenomen", "nee")))
BOTH = "Mijn collega wordt gepest. En ik kreeg een fles wijn van een aannemer."
MOVES = ["wat bedoel je?", "dat heb ik net gezegd", "blub", "klopt", "ja", "nee", "weet ik niet"]


@pytest.fixture
def say(catalogue):
    """Type something that was recognised as this label."""
    def said(conversation, text, label="buiten_bereik", certainty=0.95, **more):
        message = message_of(catalogue.lexicon, text)
        return dialogue.hear(catalogue, conversation, Heard(message, ((label, certainty), ("media", 0.02)), **more))
    return said


@pytest.fixture
def choose(catalogue):
    return lambda conversation, choice: dialogue.choose(catalogue, conversation, choice)


def part(catalogue, text, label, certainty=0.97):
    return Heard(message_of(catalogue.lexicon, text), ((label, certainty),))


def both(catalogue, certainty=0.97, whole=0.3):
    """A message with two dilemmas, each in a sentence of its own."""
    parts = (part(catalogue, "mijn collega wordt gepest", "ongewenst_gedrag", certainty),
             part(catalogue, "ik kreeg een fles wijn van een aannemer", "geschenk", certainty))
    return Heard(message_of(catalogue.lexicon, BOTH), (("geschenk", 0.6), ("ongewenst_gedrag", whole)), parts=parts)


def test_two_dilemmas_are_both_named_and_the_gravest_comes_first(catalogue):
    after, turn = dialogue.hear(catalogue, Conversation("limburg"), both(catalogue))
    assert (after.dilemma, [name for name, _ in after.waiting]) == ("ongewenst_gedrag", ["geschenk"])
    assert "gedrag dat niet oké voelt en een geschenk" in " ".join(turn.messages)
    assert dict(after.waiting)["geschenk"] == (("gever", "relatie"), ("al_aangenomen", "ja"))


def test_two_dilemmas_before_the_code_are_both_remembered(catalogue, choose):
    after, _ = dialogue.hear(catalogue, Conversation(), both(catalogue))
    after, _ = choose(after, "limburg")
    assert (after.dilemma, [name for name, _ in after.waiting]) == ("ongewenst_gedrag", ["geschenk"])


@pytest.mark.parametrize("unsure", [{"certainty": 0.85}, {"whole": 0.001}])
def test_one_dilemma_that_could_be_another_is_not_two(catalogue, unsure):
    after, _ = dialogue.hear(catalogue, Conversation("limburg"), both(catalogue, **unsure))
    assert (after.dilemma, after.waiting) == ("geschenk", ())


def test_who_asks_something_else_as_well_asks_two_things_however_small_the_second_is(catalogue):
    parts = (part(catalogue, "ik kreeg een fles wijn van een aannemer", "geschenk"),
             part(catalogue, "ook wil ik weten of ik raadslid mag worden", "politieke_nevenfunctie"))
    heard = Heard(message_of(catalogue.lexicon, BOTH), (("geschenk", 0.9), ("politieke_nevenfunctie", 0.001)), parts=parts)
    after, _ = dialogue.hear(catalogue, Conversation("limburg"), heard)
    assert {after.dilemma, *(name for name, _ in after.waiting)} == {"geschenk", "politieke_nevenfunctie"}


@pytest.mark.parametrize(("reply", "label", "dilemma", "waiting"), [
    ("ja graag", "antwoord_ja", "media", ["geschenk"]), ("nee", "antwoord_nee", "geschenk", ["media"]),
    ("een journalist of de media", "buiten_bereik", "media", ["geschenk"]),
])
def test_another_dilemma_in_between_is_answered_with_a_word_that_fills_nothing(say, reply, label, dilemma, waiting):
    after, turn = say(GIFT, "en nu belt er ook een journalist", "media")
    assert (turn.kind, after.answers) == ("verduidelijking", GIFT.answers)
    after, _ = say(after, reply, label)
    assert (after.dilemma, [name for name, _ in after.waiting]) == (dilemma, waiting)
    assert dict([*after.waiting, (after.dilemma, after.answers)])["geschenk"] == GIFT.answers


def test_after_the_advice_the_first_dilemma_is_offered_where_it_was(say, choose):
    after, _ = say(GIFT, "en nu belt er ook een journalist", "media")
    after, _ = choose(after, "media")
    after, _ = choose(after, "werk")
    after, turn = choose(after, "nog_niets")
    assert (turn.kind, [choice.id for choice in turn.choices][:2]) == ("advies", ["geschenk", "klaar"])
    resumed, turn = say(after, "ja", "antwoord_ja")
    assert (resumed.answers, turn.place.node.question.id, resumed.waiting) == (GIFT.answers, "lopende_zaak", ())
    left, turn = say(after, "nee hoor", "antwoord_nee")
    assert (left.dilemma, left.waiting, turn.kind) == ("media", (), "informatie")


def test_no_more_than_a_few_dilemmas_wait():
    conversation = Conversation("limburg")
    for name in ("media", "reis", "geschenk", "dienstauto", "media"):
        conversation = conversation.with_waiting(name, ())
    assert [name for name, _ in conversation.waiting] == ["geschenk", "dienstauto", "media"][-MOST_WAITING:]


def test_a_change_keeps_what_holds_and_names_what_falls_away(choose):
    after, turn = choose(GIFT, "wijzig:gever")
    after, turn = choose(after, "inwoner")
    assert (dict(after.answers), turn.messages[0]) == ({"gever": "inwoner", "al_aangenomen": "nee"}, turn.messages[0])
    after, _ = choose(after, "wijzig:gever")
    after, turn = choose(after, "collega")
    assert dict(after.answers) == {"gever": "collega"}
    assert "Heb je het geschenk al? – Nee" in turn.messages[1]


def test_back_while_changing_leaves_the_answer_as_it_was(choose):
    changing, _ = choose(GIFT, "wijzig:gever")
    assert choose(changing, "terug")[0].given == GIFT.given


@pytest.mark.parametrize(("typed", "gever"), [
    ("wacht, het komt van een inwoner", "inwoner"), ("sorry, ik bedoel van een inwoner", "inwoner"),
    ("ik kreeg het van een inwoner", "relatie"), ("wacht, dat weet ik niet zo", "relatie"),
])
def test_only_who_corrects_themselves_changes_an_answer(say, typed, gever):
    assert say(GIFT, typed)[0].given["gever"] == gever


@pytest.mark.parametrize("typed", ["ik wil een antwoord wijzigen", "ik heb iets verkeerd ingevuld"])
def test_who_asks_to_change_something_gets_a_button_for_each_answer(say, typed):
    after, turn = say(GIFT, typed)
    assert [choice.id for choice in turn.choices] == ["wijzig:gever", "wijzig:al_aangenomen", "verder"]
    assert after.answers == GIFT.answers


@pytest.mark.parametrize(("typed", "kind"), [
    ("wat bedoel je?", "informatie"), ("hoe bedoel je dat", "informatie"), ("ik snap de vraag niet", "informatie"),
    ("dat heb ik net gezegd", "niet_begrepen"), ("je vroeg dat net", "niet_begrepen"), ("blub", "niet_begrepen"),
])
def test_a_question_back_or_a_complaint_fills_nothing_and_the_second_time_offers_a_person(say, typed, kind):
    once, first = say(GIFT, typed)
    twice, second = say(once, typed)
    assert (first.kind, once.answers, twice.answers) == (kind, GIFT.answers, GIFT.answers)
    assert "mens" not in [choice.id for choice in first.choices]
    assert "mens" in [choice.id for choice in second.choices]


def test_confirming_what_was_read_back_answers_no_question(say):
    after, turn = say(Conversation("limburg"), "ik kreeg een fles van een aannemer", "geschenk")
    assert "Klopt" in " ".join(turn.messages)
    confirmed, turn = say(after, "ja dat klopt", "antwoord_ja")
    assert (confirmed.answers, turn.kind) == (after.answers, "informatie")


def test_who_is_not_understood_twice_sees_the_topics_in_groups_and_people(say, choose):
    after, _ = say(Conversation("limburg"), "iets geks", certainty=0.1, certain=False)
    after, turn = say(after, "iets raars", certainty=0.1, certain=False)
    assert "groep:belangen" in [choice.id for choice in turn.choices]
    assert "vertrouwenspersoon" in " ".join(turn.messages)
    after, turn = choose(after, "groep:belangen")
    assert "draaideur" in [choice.id for choice in turn.choices]
    assert choose(after, "draaideur")[0].dilemma == "draaideur"


def test_names_are_asked_not_to_be_given_once(say):
    after, first = say(GIFT, "… gaf het", masked=True)
    _, second = say(after, "… gaf het", masked=True)
    assert ("geen namen" in first.messages[0], "geen namen" in second.messages[0]) == (True, False)


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("conversation", [GIFT, Conversation("limburg"), Conversation("limburg", "dienstauto", (("auto_kwestie", "prive_rit"),))])
def test_two_turns_in_a_row_never_say_the_same(catalogue, say, conversation, move):
    known = {line for ways in catalogue.phrases.lines.values() for way in ways for line in way if "{" not in line}
    label = {"ja": "antwoord_ja", "nee": "antwoord_nee", "weet ik niet": "antwoord_weet_niet"}.get(move, "buiten_bereik")
    said = []
    for _ in range(5):
        conversation, turn = say(conversation, move, label)
        said.append(turn.messages)
    assert all(one != other and not known & set(one) & set(other) for one, other in zip(said, said[1:]))
