"""Facts and replies in free text; a wrong fact is worse than a question."""
import pytest

from bot.catalogue import read
from bot.lexicon import Lexicon
from bot.message import Amount, message_of
from bot.recognising import facts, reply_to


@pytest.fixture
def questions(folder):
    return read(folder).questions


@pytest.mark.parametrize(("text", "amounts", "found"), [
    ("Ik kreeg een hele bos rozen!", (), {"hoeveel_bloemen": "meer"}),
    ("het was EEN ENKELE BLOEM", (), {"hoeveel_bloemen": "een"}),
    ("het was één enkele bloem", (), {"hoeveel_bloemen": "een"}),
    ("eerst een enkele bloem, toen een hele bos", (), {}),
    ("een hele bosrand", (), {}),
    ("bos van tien euro", (Amount(10, "10 euro"),), {"waarde": "hoogstens_10"}),
    ("bos van 10,50", (Amount(10.5, "10,50"),), {"waarde": "meer_dan_10"}),
    ("tussen 5 en 15 euro", (Amount(5, "5"), Amount(15, "15 euro")), {}),
    ("", (), {}),
])
def test_facts_are_read_only_when_they_are_plain(questions, text, amounts, found):
    assert {fact.question: fact.answer for fact in facts(questions.values(), message_of(Lexicon(), text, amounts))} == found


@pytest.mark.parametrize(("text", "answer"), [
    ("Eén bloem", "een"), ("meer", "meer"), ("nou, meer bloemen hoor", "meer"), ("bloemen", "meer"),
    ("weet ik niet", "weet_niet"), ("een", None), ("paars", None), ("", None),
])
def test_a_reply_is_matched_with_the_labels(questions, text, answer):
    assert reply_to(questions["hoeveel_bloemen"], message_of(Lexicon(), text)) == answer
