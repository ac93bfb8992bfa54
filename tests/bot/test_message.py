"""A phrase of the content is found as whole words, with concepts and gaps, and not where it is denied."""
import pytest

from bot.lexicon import Lexicon
from bot.message import message_of

LEXICON = Lexicon({"bedrijf": ("leverancier", "aannemer"), "drank": ("fles wijn",)})


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
    ("{bedrijf} & {drank}", "als de aannemer komt, neemt die een fles wijn mee", []),
])
def test_a_phrase_is_found(phrase, text, found):
    message = message_of(LEXICON, text)
    assert [message.text(span) for span in message.spans(phrase)] == found
