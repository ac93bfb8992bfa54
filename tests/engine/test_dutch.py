"""Dutch for spaCy: our own pipeline, or the published one when it is there."""
import pytest
import spacy

from engine import dutch


@pytest.fixture(autouse=True)
def nothing_loaded_yet():
    """Each test loads anew, and leaves nothing for the others."""
    dutch.SpacyNLP.load_model.cache_clear()
    yield
    dutch.SpacyNLP.load_model.cache_clear()


@pytest.fixture
def own(tmp_path):
    return spacy.load(dutch.make(tmp_path / "nl_eigen"))


def test_our_own_pipeline_knows_lemmas(own):
    assert [token.lemma_ for token in own("leveranciers gekregen")] == ["leverancier", "krijgen"]


def test_our_own_pipeline_marks_amounts(own):
    assert [(entity.text, entity.label_) for entity in own("een fles van 30 euro").ents] == [("30 euro", "MONEY")]


def test_an_installed_pipeline_is_taken(tmp_path, monkeypatch):
    small = spacy.blank("nl")
    small.add_pipe("sentencizer")
    small.to_disk(tmp_path / "nl_core_news_sm")
    monkeypatch.setattr(spacy.util, "is_package", lambda name: name == "nl_core_news_sm")
    monkeypatch.setattr(spacy, "load", lambda name, **_: spacy.util.load_model(tmp_path / name))
    assert dutch.SpacyNLP.load_model("nl_core_news_sm").model.pipe_names == ["sentencizer"]


def test_without_it_our_own_is_taken(tmp_path, monkeypatch):
    monkeypatch.setattr(dutch, "OWN", tmp_path / "nl_eigen")
    monkeypatch.setattr(dutch.make, "__defaults__", (tmp_path / "nl_eigen",))
    assert dutch.SpacyNLP.load_model("nl_core_news_sm").model.pipe_names == ["lemmatizer", "entity_ruler"]
