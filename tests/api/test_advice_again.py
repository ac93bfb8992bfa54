"""An advice that was given before comes back by its id, in every form and as a page; a wrong id is refused."""
import io
import shutil

import httpx
import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from api.app import create_app
from api.settings import Settings
from bot import catalogue as catalogues
from bot.catalogue import shipped
from bot.receipt import Parts, parts_of, receipt_for, sealed
from bot.walk import paths
from tests.api.conftest import running

FORMS = ["application/json", "text/html", "text/markdown", "application/pdf"]


@pytest.fixture
def receipt(choose) -> str:
    """The id of an advice that was given in a conversation."""
    return choose("geschenk", "nee", "klein").json()["advies"]["adviesId"]


@pytest.fixture(scope="module")
def shipping():
    """A caller of an edge with the content that ships."""
    settings = Settings(requests_per_minute=0)
    with running(create_app(settings), settings) as url, httpx.Client(base_url=url, timeout=30) as client:
        yield client


@pytest.mark.parametrize("form", FORMS)
def test_an_advice_comes_back_in_every_form(api, receipt, form):
    answer = api.get(f"/v1/adviezen/{receipt}", headers={"Accept": form})
    assert (answer.status_code, answer.headers["Content-Type"].partition(";")[0]) == (200, form)
    assert answer.headers["Vary"] == "Accept"


def test_data_comes_back_when_no_form_is_asked_for(api, receipt):
    assert api.get(f"/v1/adviezen/{receipt}").json()["advies"]["adviesId"] == receipt


def test_the_card_of_the_conversation_is_the_card_of_its_receipt(api, conversation, receipt):
    for form in ("application/json", "text/html", "text/markdown"):
        now, again = (api.get(path, headers={"Accept": form}).text for path in (f"{conversation}/gesprekskaart", f"/v1/adviezen/{receipt}"))
        assert now == again


def test_it_comes_back_after_the_conversation_is_erased_and_without_the_engine(api, conversation, receipt, world):
    api.delete(conversation)
    world.failure = "status"
    assert api.get(f"/v1/adviezen/{receipt}").status_code == 200


def test_another_form_is_refused(api, receipt):
    assert api.get(f"/v1/adviezen/{receipt}", headers={"Accept": "image/png"}).status_code == 406


def wrong_ids(receipt: str) -> list[str]:
    """Damaged and forged ids."""
    parts = vars(parts_of(receipt))
    return [receipt[:-1], receipt[:-1] + ("0" if receipt[-1] != "0" else "1"), receipt.replace("geschenk", "reis"), "x", "%00", "é",
            forged(parts, answers="1000"), forged(parts, answers="1"), forged(parts, code="utrecht"), "9" * 3000]


def forged(parts: dict, **instead: str) -> str:
    """An id with other parts and a right check sum."""
    return sealed(Parts(**(parts | instead)))


def test_a_damaged_or_forged_id_is_refused_as_a_problem_and_as_a_page(api, receipt):
    for wrong in wrong_ids(receipt):
        problem, page = api.get(f"/v1/adviezen/{wrong}"), api.get(f"/adviezen/{wrong}")
        assert (problem.status_code, problem.headers["Content-Type"]) == (404, "application/problem+json")
        assert (page.status_code, page.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
        assert "aannemen" not in problem.json()["detail"]


@pytest.mark.parametrize(("file", "wrong", "instead", "said"), [
    ("bomen/limburg/geschenk.yml", 'versie: "1.2"', 'versie: "1.3"', "andere versie"),
    ("bomen/limburg/geschenk.yml", "Blijf er open over", "Zeg het", "veranderd"),
    ("codes/limburg/code.yml", "editie:", "editie: nieuwe", "andere editie"),
])
def test_an_advice_of_another_version_says_so_instead_of_giving_another(content, tmp_path, api_with, receipt, file, wrong, instead, said):
    folder = shutil.copytree(content, tmp_path / "nieuw")
    text = (folder / file).read_text(encoding="utf-8")
    new = text.replace(wrong, instead) if wrong != "editie:" else "\n".join(
        "editie: nieuwe editie" if line.startswith("editie:") else line for line in text.splitlines())
    (folder / file).write_text(new, encoding="utf-8")
    client = api_with(content_folder=folder)
    problem, page = client.get(f"/v1/adviezen/{receipt}"), client.get(f"/adviezen/{receipt}")
    assert (problem.status_code, page.status_code) == (410, 410)
    assert said in problem.json()["detail"]
    assert said in page.text


def test_the_page_shows_the_card_again_with_the_icon_of_the_site(api, receipt):
    page = api.get(f"/adviezen/{receipt}")
    assert (page.status_code, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert f'href="/adviezen/{receipt}"' in page.text
    assert '<link rel="icon" href="/web/icoon.svg"' in page.text
    assert "img-src 'self'" in page.headers["Content-Security-Policy"]
    assert page.headers["Cache-Control"] == "no-store"


def test_the_answers_in_the_id_stay_out_of_the_log(api, receipt, caplog):
    api.get(f"/v1/adviezen/{receipt}")
    api.get(f"/adviezen/{receipt}")
    assert receipt not in caplog.text
    assert receipt.rpartition(".")[2] not in caplog.text


def longest(code: str) -> str:
    """The receipt of the advice with the most to say under this code."""
    catalogue = catalogues.shipped()
    found = ((len(place.node.explanation) + sum(len(source.quote) for source in place.node.sources) + 80 * len(place.taken), tree, place)
             for (home, _), tree in catalogue.trees.items() if home == code for place in paths(tree))
    _, tree, place = max(found, key=lambda one: one[0])
    return receipt_for(catalogue.code(code), tree, place)


def pdf_of(shipping, code: str) -> PdfReader:
    """The card with the most to say as PDF."""
    answer = shipping.get(f"/v1/adviezen/{longest(code)}", headers={"Accept": "application/pdf"})
    assert answer.status_code == 200
    return PdfReader(io.BytesIO(answer.content))


def kinds_in(element) -> list[str]:
    """The kinds of every element in the structure of a PDF, in reading order."""
    element = element.get_object()
    if isinstance(element, ArrayObject):
        return [kind for child in element for kind in kinds_in(child)]
    if not isinstance(element, DictionaryObject):
        return []
    own = [element["/S"]] if "/S" in element else []
    return own + (kinds_in(element["/K"]) if "/K" in element else [])


@pytest.mark.parametrize("code", list(shipped().codes))
def test_the_pdf_is_tagged_names_its_language_and_title_and_claims_pdf_ua(shipping, code):
    pdf = pdf_of(shipping, code)
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"].startswith("nl")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert pdf.metadata.title.startswith("Gesprekskaart: ")
    assert "pdfuaid:part" in root["/Metadata"].get_object().get_data().decode()


@pytest.mark.parametrize("code", list(shipped().codes))
def test_the_structure_of_the_pdf_has_headings_lists_and_paragraphs(shipping, code):
    kinds = kinds_in(pdf_of(shipping, code).trailer["/Root"]["/StructTreeRoot"]["/K"])
    assert kinds.count("/H1") == 1
    assert kinds.index("/H1") < kinds.index("/H2")
    assert kinds.count("/H2") >= 5
    assert {"/L", "/LI", "/LBody", "/P"} <= set(kinds)


@pytest.mark.parametrize("code", list(shipped().codes))
def test_the_longest_card_is_one_page_and_reads_in_the_order_of_the_talk(shipping, code):
    pdf = pdf_of(shipping, code)
    words = " ".join(pdf.pages[0].extract_text().split())
    order = ["Gesprekskaart:", "Deze kaart is gemaakt op", "Wat er speelt", "Advies", "Wat je nu doet", "Met wie je praat",
             "Wat de gedragscode zegt", "Besluit van de leidinggevende", "Akkoord", "Niet akkoord", "Datum:", "Adviesnummer:", "Dit is een advies."]
    assert len(pdf.pages) == 1
    assert [words.find(part) for part in order] == sorted(words.find(part) for part in order)
    assert words.find(order[0]) >= 0
