"""What somebody can do with an advice: decline kindly, take the card, say whether it helped."""
from itertools import pairwise

import pytest

from bot import dialogue
from bot.catalogue import read
from bot.conversation import Conversation
from bot.errors import WrongAnswerError
from bot.receipt import receipt_for
from bot.walk import walk

START = Conversation("zeekant", "geschenk")
HALFWAY = Conversation("zeekant", "geschenk", (("hoeveel_bloemen", "een"),))
REFUSED = Conversation("zeekant", "geschenk", (("hoeveel_bloemen", "meer"),))
ALLOWED = Conversation("zeekant", "geschenk", (("hoeveel_bloemen", "een"), ("waarde", "hoogstens_10")))


@pytest.fixture
def content(folder):
    return read(folder)


def words(content, conversation, choice):
    return " ".join(dialogue.choose(content, conversation, choice)[1].messages)


@pytest.mark.parametrize(("answer", "offered"), [
    ("meer", ["nuttig:ja", "nuttig:nee", "afwijzen", "kaart", "opnieuw"]),
    ("weet_niet", ["nuttig:ja", "nuttig:nee", "kaart", "opnieuw"]),
])
def test_an_advice_offers_what_can_be_done_with_it(content, answer, offered):
    turn = dialogue.choose(content, START, answer)[1]
    assert [choice.id for choice in turn.choices if choice.id.partition(":")[0] not in ("wijzig", "ook")] == offered


def test_the_advice_is_said_in_the_order_in_which_somebody_wants_to_know_it(content):
    said = "\n".join(dialogue.choose(content, HALFWAY, "hoogstens_10")[1].messages)
    order = ["Dit mag onder voorwaarden. Dit mag, als je het meldt.", "Eén bloem mag", "Wat kost het ongeveer? – 10 euro of minder",
             "“Een enkel bloempje mag", "Wat je nu doet:", "1. Meld het", "Met wie je kunt praten:", "Je leidinggevende: Om het te melden.",
             "Wat het anders zou maken:", "wordt het: overleg eerst", "Dit is een advies.", "Had je iets aan dit advies?"]
    assert all(part in said for part in order)
    assert [said.index(part) for part in order] == sorted(said.index(part) for part in order)


def test_what_the_code_leaves_open_is_said_under_its_own_heading(content):
    said = dialogue.choose(content, START, "weet_niet")[1].messages
    assert ("Wat de gedragscode openlaat:", "De code zegt niets over twijfel aan het aantal.") in list(pairwise(said))


def test_declining_gives_a_sentence_a_mail_and_the_passage_behind_the_reason(content):
    said = words(content, REFUSED, "afwijzen")
    for part in ("zoveel bloemen mag ik niet aannemen", "Bedankt voor de bloemen", "Met vriendelijke groet,", "“Een enkel bloempje"):
        assert part in said


def test_an_advice_without_words_to_decline_says_so(content):
    assert "geen voorbeeldzin" in words(content, ALLOWED, "afwijzen")


def test_the_card_is_found_by_the_receipt(content):
    tree = content.tree("zeekant", "geschenk")
    receipt = receipt_for(content.code("zeekant"), tree, walk(tree, REFUSED.given))
    assert f"/adviezen/{receipt}" in words(content, REFUSED, "kaart")


@pytest.mark.parametrize("choice", ["kaart", "afwijzen", "nuttig:ja", "nuttig:nee"])
@pytest.mark.parametrize("conversation", [Conversation("zeekant"), START, HALFWAY])
def test_without_an_advice_there_is_nothing_to_do_with_it_and_nothing_changes(content, conversation, choice):
    after, turn = dialogue.choose(content, conversation, choice)
    assert "geen advies" in turn.messages[0]
    assert (after, turn.kind) == (conversation, "informatie")


@pytest.mark.parametrize("conversation", [START, HALFWAY])
def test_an_open_question_comes_again(content, conversation):
    turn = dialogue.choose(content, conversation, "kaart")[1]
    assert turn.messages[-1] == turn.place.node.question.text


@pytest.mark.parametrize("choice", ["nuttig", "nuttig:", "nuttig:misschien"])
def test_another_opinion_is_refused(content, choice):
    with pytest.raises(WrongAnswerError, match="nuttig:ja"):
        dialogue.choose(content, REFUSED, choice)


@pytest.mark.parametrize("opinions", [["ja", "ja", "ja", "ja"], ["nee", "nee", "nee"], ["ja", "nee", "ja", "nee", "nee"]])
def test_thanks_are_never_said_the_same_way_twice_in_a_row_and_change_no_answer(content, opinions):
    conversation, said = REFUSED, []
    for opinion in opinions:
        conversation, turn = dialogue.choose(content, conversation, f"nuttig:{opinion}")
        said.append(turn.messages)
        assert conversation.answers == REFUSED.answers
    assert all(one != other for one, other in pairwise(said))
    assert sum("telt mee, zonder" in " ".join(one) for one in said) == 1


def test_after_another_answer_the_opinion_counts_again(content):
    conversation, _ = dialogue.choose(content, REFUSED, "nuttig:ja")
    conversation, _ = dialogue.choose(content, conversation, "wijzig:hoeveel_bloemen")
    conversation, _ = dialogue.choose(content, conversation, "weet_niet")
    assert "telt mee" in words(content, conversation, "nuttig:ja")
