"""Dutch for spaCy: nl_core_news_sm when it is installed, otherwise our own small pipeline."""
from __future__ import annotations

import functools
import logging
import pathlib
import sys

import spacy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.utils import spacy_utils
from rasa.nlu.utils.spacy_utils import SpacyModel
from spacy.language import Language

PUBLISHED = "nl_core_news_sm"
OWN = pathlib.Path("models") / "nl_eigen"
MONEY = [{"LIKE_NUM": True}, {"LOWER": {"IN": ["euro", "euro's", "eur", "piek"]}}]

logger = logging.getLogger(__name__)


def built() -> Language:
    """A blank Dutch pipeline with lemmas from the look-up tables and rules for amounts."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    ruler = nlp.add_pipe("entity_ruler")
    nlp.initialize()
    ruler.add_patterns([{"label": "MONEY", "pattern": MONEY}])
    return nlp


def make(folder: pathlib.Path = OWN) -> pathlib.Path:
    """Put our own pipeline on disk; done by the set-up."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    built().to_disk(folder)
    return folder


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.MODEL_LOADER, DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER],
    is_trainable=False, model_from="SpacyNLP")
class SpacyNLP(spacy_utils.SpacyNLP):
    """Rasa's component that picks the Dutch pipeline this machine has; Rasa finds it by this very name."""

    @staticmethod
    @functools.cache
    def load_model(spacy_model_name: str) -> SpacyModel:
        """The named pipeline when it is installed, otherwise our own; two places in Rasa's graph share one."""
        if spacy.util.is_package(spacy_model_name):
            return SpacyModel(model=spacy.load(spacy_model_name, disable=["parser"]), model_name=spacy_model_name)
        logger.info("%s is not installed: using our own Dutch pipeline", spacy_model_name)
        folder = OWN if OWN.exists() else make()
        return SpacyModel(model=spacy.load(folder), model_name=str(folder))


if __name__ == "__main__":
    make()
    sys.exit(0)
