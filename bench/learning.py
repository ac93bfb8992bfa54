"""The learning curve: how the figures grow with the number of training lines."""
import random

from rasa.shared.importers.rasa import RasaFileImporter

from bench import scoring
from engine.blending import learned
from engine.classifying import features
from engine.concepts import concepts_in

SHARES, SHARPNESS = (1 / 8, 1 / 4, 1 / 2), 1.2


def examples(folder):
    """The training lines in this folder as Rasa reads them, in an order that stays the same."""
    found = RasaFileImporter(training_data_paths=[str(folder)]).get_nlu_data().training_examples
    return random.Random(1).sample(found, len(found))


def curve(folder, rows, rankings, without):
    """How many training lines, top-1 and top-3: for a share of them, and for all, which gave `rankings`.

    `without` takes out labels that do not count.
    """
    lines = [(example.get("text"), example.get("intent")) for example in examples(folder)]
    said = {text: (text, concepts_in(text)) for text in (*(text for text, _ in lines), *(row["tekst"] for row in rows))}
    parts = [lines[:round(len(lines) * share)] for share in SHARES]
    found = [(len(part), [without(ranking) for ranking in rankings_of(part, rows, said)]) for part in parts]
    for number, ranked in (*found, (len(lines), rankings)):
        yield number, scoring.top(rows, ranked, 1), scoring.top(rows, ranked, 3)


def rankings_of(lines, rows, said):
    """The ranking of each row by what was learned from these lines."""
    counted = features()
    counts = counted.fit_transform([said[text] for text, _ in lines]).tocsr()
    blend = learned(counts, [label for _, label in lines], SHARPNESS)
    shares = blend.certainties(counted.transform([said[row["tekst"]] for row in rows]))
    return [sorted(zip(blend.labels, certainties), key=lambda pair: -pair[1]) for certainties in shares]
