"""Words that were never seen are met by their form, their parts or in spite of a typing error."""
import pytest

from bot.lexicon import Lexicon, concept_ids
from bot.words import bases, folded_words, normal

LEXICON = Lexicon({
    "drank": ("fles wijn", "wijn", "fles", "bier"), "leverancier": ("leverancier",), "kerst": ("kerst", "kerstpakket"),
    "aannemen": ("aannemen", "aangenomen"), "boom": ("boom",), "brief": ("brief",), "in_de_hand": ("in de hand gedrukt",),
})


@pytest.mark.parametrize(("text", "concepts"), [
    ("wijn", ("drank",)), ("twee flessen", ("drank",)), ("een flesje", ("drank",)), ("bomen en brieven", ("boom", "brief")),
    ("een fles wijn", ("drank",)), ("kerstpakketleverancier", ("leverancier", "kerst")), ("wijnleverancier", ("leverancier", "drank")),
    ("bierbrief", ("brief", "drank")), ("leverancir", ("leverancier",)), ("leveranncier", ("leverancier",)), ("aangenome", ("aannemen",)),
    ("kreeg ik zo in de hand gedrukt", ("in_de_hand",)), ("in de hand", ()), ("paars met stippen", ()), ("", ()),
])
def test_concepts_are_found(text, concepts):
    assert concept_ids(LEXICON.in_words(folded_words(text))) == concepts


def test_a_longer_entry_hides_the_shorter_ones_inside_it():
    assert [(one.first, one.last) for one in LEXICON.in_words(["een", "fles", "wijn"])] == [(1, 3)]


@pytest.mark.parametrize(("word", "base"), [
    ("flesjes", "fles"), ("bomen", "boom"), ("brieven", "brief"), ("huizen", "huis"), ("auto's", "auto"), ("uitnodigingen", "uitnodiging"),
])
def test_a_form_has_its_base(word, base):
    assert base in bases(word)


def test_text_is_compared_without_case_accents_and_signs():
    assert normal("  Eén  café-BON!? ") == "een cafe bon"
