"""The training data is wide enough, repeats nothing, and holds nothing of what the assistant is measured with."""
import json
import pathlib
import re

import numpy
import pytest
from rapidfuzz import fuzz, process, utils
from rasa.shared.core.constants import DEFAULT_INTENTS
from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.validator import Validator

from bot.tree import DILEMMAS

ROOT = pathlib.Path(__file__).parent.parent.parent
MOVES = ("antwoord_ja", "antwoord_nee", "antwoord_weet_niet", "vraag_waarom", "ga_terug", "begin_opnieuw", "stop", "toon_bron",
         "spreek_mens", "samenvatting", "vertelt_meer")
FAQ = ("faq_vertrouwenspersoon", "faq_team_integriteit", "faq_meldpunt", "faq_voor_wie", "faq_gevolgen", "faq_eed", "faq_privacy",
       "faq_bot", "faq_begrip", "faq_bescherming", "faq_workshop")
LEAST = {**dict.fromkeys(DILEMMAS, 500), **dict.fromkeys(FAQ, 150), **dict.fromkeys(MOVES, 100), "buiten_bereik": 800, "nood": 400}
ALIKE = 80


def examples():
    """The training examples by label."""
    found = {}
    for path in sorted((ROOT / "data" / "nlu").rglob("*.yml")):
        lines = re.findall(r"^    - (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        found[path.stem] = [utils.default_process(line) for line in lines]
    return found


EXAMPLES = examples()
MEASURED = [utils.default_process(json.loads(line)["tekst"]) for path in sorted((ROOT / "tests" / "nlu").glob("*.jsonl"))
            for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_domain_knows_every_label_and_beside_them_only_buttons():
    assert set(Domain.load(str(ROOT / "domain.yml")).intents) - set(DEFAULT_INTENTS) == {*EXAMPLES, "begin", "keuze"}


def test_no_two_rules_or_stories_contradict_each_other():
    core = RasaFileImporter(domain_path=str(ROOT / "domain.yml"), training_data_paths=[str(ROOT / "data" / "rules"), str(ROOT / "data" / "stories")])
    assert Validator.from_importer(core).verify_story_structure(ignore_warnings=False)


@pytest.mark.parametrize("label", sorted(LEAST))
def test_there_are_enough_different_situations(label):
    assert len(EXAMPLES[label]) >= LEAST[label]


@pytest.mark.parametrize("label", sorted(EXAMPLES))
def test_no_two_lines_of_a_label_are_alike(label):
    lines = EXAMPLES[label]
    alike = numpy.argwhere(numpy.triu(process.cdist(lines, lines, scorer=fuzz.ratio, score_cutoff=ALIKE + 1, dtype=numpy.uint8), 1))
    assert [(lines[one], lines[other]) for one, other in alike] == []


@pytest.mark.parametrize("label", sorted(EXAMPLES))
def test_nothing_of_the_measuring_sets_is_trained_on(label):
    assert set(EXAMPLES[label]) & set(MEASURED) == set()
    near = process.cdist(EXAMPLES[label], MEASURED, scorer=fuzz.ratio, score_cutoff=91, dtype=numpy.uint8)
    assert numpy.count_nonzero(near) == 0
