"""What is quoted stands in the official text, apart from the errata."""
import pathlib

import pytest

SHARED = pathlib.Path(__file__).parent.parent.parent.parent / "shared" / "codes"
CONTENT = pathlib.Path(__file__).parent.parent.parent / "bot" / "content" / "codes"


@pytest.mark.skipif(not SHARED.exists(), reason="de officiële teksten staan niet naast dit project")
@pytest.mark.parametrize("code", ["limburg", "noord-holland"])
def test_the_stored_text_is_the_official_text(code):
    assert (CONTENT / code / "tekst.txt").read_bytes() == (SHARED / f"{code}.txt").read_bytes()


def test_every_quote_stands_in_the_section_it_names(catalogue):
    for code in catalogue.codes.values():
        for source in code.sources.values():
            assert source.quote in " ".join(code.sections[source.section].text.split()), source


def test_no_quote_is_a_scrap(catalogue):
    assert [source for code in catalogue.codes.values() for source in code.sources.values() if len(source.quote) < 15] == []


def test_limburg_knows_no_office_of_noord_holland(catalogue):
    strangers = ("Team Integriteit", "meldpunt", "klachtencommissie", "HR-adviseur", "IT-Servicedesk", "€ 50")
    said = [text for (code, _), tree in catalogue.trees.items() if code == "limburg" for advice in tree.advices
            for text in (advice.title, advice.explanation, *(step.text for step in advice.steps))]
    assert [(word, text) for text in said for word in strangers if word.lower() in text.lower()] == []


def test_noord_holland_knows_no_office_of_limburg(catalogue):
    strangers = ("Huis voor Klokkenluiders", "Regeling Melding", "cluster Communicatie")
    said = [text for (code, _), tree in catalogue.trees.items() if code == "noord-holland" for advice in tree.advices
            for text in (advice.title, advice.explanation, *(step.text for step in advice.steps))]
    assert [(word, text) for text in said for word in strangers if word.lower() in text.lower()] == []
