"""One message counted by itself: to the last digit what scikit-learn makes of it."""
import numpy
import pytest

from engine.blending import learned
from engine.classifying import features
from engine.counting import blocks_of, features_of

LEARNED = [("ik kreeg een fles wijn", ("drank",)), ("een fles wijn van een leverancier", ("drank", "leverancier")),
           ("mag ik mijn auto lenen", ("auto",)), ("de dienstauto lenen voor thuis", ("auto", "thuis"))] * 4
LABELS = ["geschenk", "geschenk", "dienstauto", "dienstauto"] * 4


@pytest.fixture(scope="module")
def trained():
    """What was learned to count, and the blend."""
    counted = features()
    return counted, learned(counted.fit_transform(LEARNED).tocsr(), LABELS, 1.4)


@pytest.mark.parametrize("said", [
    ("ik kreeg een fles wijn", ("drank",)), ("Fles, fles, FLÉS!", ("drank", "drank")), ("mag dat", ()), ("", ()),
    ("wijn van de leverancier in de dienstauto " * 40, ("drank", "leverancier", "auto")), ("xyzzy", ("onbekend",)),
])
def test_the_certainties_are_those_of_scikit_learn(trained, said):
    counted, blend = trained
    places, values = features_of(blocks_of(counted), said)
    whole = blend.certainties(counted.transform([said]))[0]
    numpy.testing.assert_array_equal(blend.certainties_of(places, values), whole)
