"""A phrase of the content is found as whole words, with concepts and gaps, and not where it is denied."""
from dataclasses import replace

import pytest

from bot.lexicon import Lexicon
from bot.message import Amount, message_of

LEXICON = Lexicon({"bedrijf": ("leverancier", "aannemer"), "drank": ("fles wijn",)})


ELSEWHERE = replace(LEXICON, elsewhere=("collega .. ooit", "bij mijn vorige baan"))


@pytest.mark.parametrize(("text", "found"), [
    ("een collega kreeg ooit een fles wijn", []), ("kreeg een fles wijn. Mijn collega had dat ooit ook", ["fles wijn"]),
    ("Bij mijn vorige baan was een fles wijn gewoon. Nu kreeg ik er hier weer een", []),
    ("Mijn collega stond ernaast toen ik de fles wijn kreeg", ["fles wijn"])])
def test_what_a_sentence_tells_of_another_case_is_not_said_of_this_one(text, found):
    message = message_of(ELSEWHERE, text)
    assert [message.text(span) for span in message.spans("{drank}")] == found


def test_an_amount_of_another_case_is_not_one_of_this_one():
    here, there = Amount(30.0, "30 euro"), Amount(500.0, "500 euro")
    message = message_of(ELSEWHERE, "ik kreeg een bon van 30 euro. Een collega kreeg er ooit een van 500 euro", (here, there))
    assert [message.is_here(amount) for amount in message.amounts] == [True, False]


@pytest.mark.parametrize(("phrase", "text", "found"), [
    ("van een {bedrijf}", "een pen van een aannemer", ["van een aannemer"]),
    ("van .. {bedrijf}", "van onze vaste leverancier kreeg ik iets", ["van onze vaste leverancier"]),
    ("van .. {bedrijf}", "van de moeder van mijn beste vriend en de leverancier", []),
    ("kreeg .. {drank}", "ik kreeg toen een fles wijn", ["kreeg toen een fles wijn"]),
    ("aanbesteding", "er loopt een aanbesteding", ["aanbesteding"]), ("aanbesteding", "er is geen aanbesteding", []),
    ("aanbesteding", "er loopt niet eens een aanbesteding", []), ("geen aanbesteding", "er is geen aanbesteding", ["geen aanbesteding"]),
    ("kan niet weigeren", "ik kan niet weigeren", ["kan niet weigeren"]), ("pen", "een pennenset", []),
    ("Eén café", "een cafe", ["een cafe"]),
    ("{bedrijf} & {drank}", "ik nam die fles wijn mee van de aannemer", ["aannemer"]),
    ("{bedrijf} & {drank} & kerst", "met kerst gaf de aannemer ons een fles wijn", ["aannemer"]),
    ("{bedrijf} & {drank}", "de aannemer belde. Thuis dronk ik een fles wijn", []),
    ("{bedrijf} & {drank}", "de aannemer gaf geen fles wijn", []),
    ("{bedrijf} & geen {drank}", "de aannemer gaf geen fles wijn", ["aannemer"]),
    ("ben zijn baas", "ik ben zijn baas niet, hij de mijne ook niet", []), ("ken de {bedrijf}", "ik ken de aannemer hem niet", []),
    ("ben zijn baas", "ik ben zijn baas en dat is niet leuk", ["ben zijn baas"]),
    ("een opdracht", "mocht er ooit een opdracht komen", []), ("gevoelige gegevens", "of daar gevoelige gegevens in staan weet ik niet", []),
    ("{bedrijf} & {drank}", "als de aannemer komt, neemt die een fles wijn mee", []),
])
def test_a_phrase_is_found(phrase, text, found):
    message = message_of(LEXICON, text)
    assert [message.text(span) for span in message.spans(phrase)] == found
