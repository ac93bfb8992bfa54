"""No sentence of a turn was said in the turn before it, whatever somebody asks; only a summary by its button is whole."""
import random

import pytest

from bot import dialogue
from bot.advising import step_lines
from bot.conversation import Heard
from bot.errors import WrongAnswerError
from bot.explaining import core_line
from bot.message import message_of
from bot.repeating import sentences_in
from bot.tree import Advice

TALKS, TURNS = 60, 40
TYPED = (
    ("waarom", "vraag_waarom"), ("waar staat dat", "toon_bron"), ("ik wil een mens spreken", "spreek_mens"), ("vat samen", "samenvatting"),
    ("is dit anoniem", "faq_privacy"), ("wie is de vertrouwenspersoon", "faq_vertrouwenspersoon"), ("wie leest dit", "faq_bot"),
    ("wat gebeurt er dan", "faq_gevolgen"), ("qwx zvb", "buiten_bereik"), ("hoe bedoel je", "buiten_bereik"), ("dat heb ik al gezegd", "buiten_bereik"),
    ("hallo", "begroeting"), ("dankjewel", "bedankt"), ("stap terug", "ga_terug"), ("ja", "antwoord_ja"), ("nee", "antwoord_nee"),
    ("geen idee", "antwoord_weet_niet"), ("een journalist belde mij over het project", "media"), ("ik word bedreigd", "nood"), ("stop maar", "stop"),
    ("begin opnieuw", "begin_opnieuw"), ("ik wil mijn antwoord wijzigen", "buiten_bereik"), ("dat klopt niet", "buiten_bereik"),
    ("nee iets anders", "buiten_bereik"), ("what do you mean by that", "buiten_bereik"))
BUTTONS = ("waarom", "bron", "mens", "terug", "weet_niet", "kaart", "afwijzen", "nuttig:ja", "nuttig:nee", "stop", "opnieuw")


def heard(catalogue, chance):
    words, label = chance.choice(TYPED)
    sure = chance.random() > 0.1
    return Heard(message_of(catalogue.lexicon, words), ((label, 0.95 if sure else 0.4),), sure)


def moved(catalogue, conversation, turn, chance):
    """The reply to something that can be asked, chosen or answered now."""
    said = chance.random()
    if said < 0.35:
        return dialogue.hear(catalogue, conversation, heard(catalogue, chance))
    choices = [choice.id for choice in turn.choices] if said < 0.8 else [*BUTTONS]
    return dialogue.choose(catalogue, conversation, chance.choice(choices or BUTTONS))


def repeated(catalogue, before, after):
    """The sentences that stand in both turns, apart from the verdict and the steps of an advice that changed."""
    said = {sentence for line in before.messages for sentence in sentences_in(line)}
    again = [sentence for line in after.messages for sentence in sentences_in(line) if sentence in said]
    if not (before.place and after.place and isinstance(before.place.node, Advice) and isinstance(after.place.node, Advice)):
        return again
    advice = after.place.node
    whole = (core_line(catalogue.phrases, advice), *step_lines(catalogue, after.place))
    again_whole = {sentence for line in whole for sentence in sentences_in(line)}
    return [sentence for sentence in again if sentence not in again_whole and not sentence.endswith(":")]


@pytest.mark.parametrize("code", ["limburg", "noord-holland", None])
def test_no_turn_says_what_the_one_before_it_said(catalogue, code):
    chance, found = random.Random(f"gesprek {code}"), []
    for _ in range(TALKS):
        conversation, turn = dialogue.begin(catalogue, code)
        if code:
            conversation, turn = dialogue.choose(catalogue, conversation, chance.choice(catalogue.dilemmas(code)))
        for _ in range(TURNS):
            before = turn
            try:
                conversation, turn = moved(catalogue, conversation, before, chance)
            except WrongAnswerError:
                continue
            found += [(turn.kind, sentence) for sentence in repeated(catalogue, before, turn)]
    assert found == []


def test_a_summary_by_its_button_is_whole_for_a_page_that_is_opened_again(catalogue):
    conversation, advised = dialogue.begin(catalogue, "limburg")
    conversation, advised = dialogue.choose(catalogue, conversation, "geschenk")
    while not isinstance(advised.place.node, Advice):
        conversation, advised = dialogue.choose(catalogue, conversation, "weet_niet")
    again = dialogue.choose(catalogue, conversation, "samenvatting")[1]
    assert (again.kind, again.place) == ("advies", advised.place)
    assert set(step_lines(catalogue, advised.place)) <= set(again.messages)
