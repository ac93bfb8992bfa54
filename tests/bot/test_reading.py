"""Content is read whole or refused with every fault, each naming file, place and field."""
import pytest

from bot.catalogue import read
from bot.errors import ContentError, UnknownError

TREE = "bomen/zeekant/geschenk.yml"


def test_a_made_up_organisation_is_added_as_content_only(folder):
    catalogue = read(folder)
    assert catalogue.code("zeekant").sections["1"].text.endswith("Een enkel bloempje mag, als je het meldt bij je leidinggevende.")
    assert catalogue.tree("zeekant", "geschenk").start == "hoeveel_bloemen"


@pytest.mark.parametrize(("file", "wrong", "instead", "fault"), [
    (TREE, "oordeel: overleg", "oordeel: misschien", "geschenk.yml › bespreken: veld 'oordeel': 'misschien' is niet een van"),
    (TREE, "titel: Bespreek het eerst", "tietel: Bespreek het eerst", "bespreken: veld 'tietel' is onbekend"),
    (TREE, "titel: Bespreek het eerst", "titel: [een, twee]", "bespreken: veld 'titel': verwacht tekst"),
    (TREE, "bronnen: [elke_twijfel]", "bronnen: [elke_twijfl]", "bespreken: bron 'elke_twijfl' staat niet bij de bronnen"),
    (TREE, "rol: vertrouwenspersoon", "rol: buurman", "niet_aannemen › doorverwijzingen 1: veld 'rol': 'buurman'"),
    (TREE, "  waarde:\n", "  warde:\n", "vraag 'warde' staat niet in de vragenbibliotheek"),
    (TREE, "status: {is: concept}", "status: concept", "status: verwacht velden met een waarde"),
    (TREE, "titel: Bloemen aannemen", "titel: A\ntitel: B", "duplicate key"),
    (TREE, "begin: hoeveel_bloemen", "begin: [", "geschenk.yml: while parsing"),
    ("codes/zeekant/bronnen/bloemen.yml", "Een enkel bloempje mag", "Een enkel bosje mag", "staat niet letterlijk in Artikel 1"),
    ("codes/zeekant/bronnen/bloemen.yml", 'artikel: "2"', 'artikel: "9"', "'9' staat niet in artikelen.yml"),
    ("codes/zeekant/errata.yml", "staat: bloemtje", "staat: boompje", "'boompje' komt niet voor in de tekst"),
    ("codes/zeekant/artikelen.yml", "Artikel 2 Overig", "Artikel 3 Overig", "staat niet in de tekst na het vorige artikel"),
    ("codes/zeekant/contacten.yml", "vertrouwenspersoon:", "buurvrouw:", "rol 'buurvrouw' is niet een van"),
    ("vragen/bloemen.yml", "hoogstens: 10", "hoogstens: tien", "veld 'hoogstens': verwacht een getal"),
    ("herkennen/hoeveel_bloemen.yml", "      - een hele bos", "      bos", "hoeveel_bloemen.yml › meer: veld 'herken': verwacht een lijst"),
    ("herkennen/hoeveel_bloemen.yml", "een hele bos", "een <grote> bos", "meer: veld 'herken': bij 'woorden' in dit bestand staat geen <grote>"),
    ("herkennen/hoeveel_bloemen.yml", "antwoorden:", "woorden: {grote: heel}\nantwoorden:", "woorden: veld 'grote': verwacht een lijst"),
    ("herkennen/hoeveel_bloemen.yml", "  meer:", "  veel:", "veel: antwoord 'veel' hoort niet bij vraag 'hoeveel_bloemen'"),
    ("herkennen/hoeveel_bloemen.yml", "antwoorden:", "antwoord:", "veld 'antwoord' is onbekend; bekend zijn: woorden, antwoorden"),
    ("vragen/bloemen.yml", "label: Eén bloem", "label: Eén bloem, herken: [een enkele bloem]", "veld 'herken' is onbekend"),
    ("onderwerpen.yml", "knop: Een geschenk, ", "", "geschenk: veld 'knop': verwacht tekst, kreeg niets"),
    ("gesprek.yml", "mensen: [leidinggevende", "mensen: [baas", "rol 'baas' is niet een van"),
])
def test_a_broken_file_is_refused(folder, file, wrong, instead, fault):
    path = folder / file
    assert wrong in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(wrong, instead, 1), encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        read(folder)
    assert fault in str(refused.value)


def test_all_faults_are_listed_at_once(folder):
    path = folder / TREE
    words = path.read_text(encoding="utf-8").replace("oordeel: overleg", "oordeel: x").replace("melden: nvt", "melden: y")
    path.write_text(words, encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        read(folder)
    assert len(refused.value.faults) == 3


def test_a_question_stands_in_one_file_only(folder):
    (folder / "vragen" / "dubbel.yml").write_text((folder / "vragen" / "bloemen.yml").read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(ContentError, match="vraag 'waarde' staat ook al in een ander bestand"):
        read(folder)


def test_what_is_recognised_belongs_to_a_question(folder):
    (folder / "herkennen" / "kleur.yml").write_text("herken_niet: [rood]\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"herkennen/kleur.yml: vraag 'kleur' staat niet in de vragenbibliotheek"):
        read(folder)


def test_words_that_belong_together_are_written_once(folder):
    path = folder / "herkennen" / "hoeveel_bloemen.yml"
    text = path.read_text(encoding="utf-8").replace("een hele bos", "een <grote> bos|boeket")
    path.write_text(f"woorden:\n  grote: [hele, enorme]\n{text}", encoding="utf-8")
    assert "een hele|enorme bos|boeket" in read(folder).questions["hoeveel_bloemen"].answers["meer"].phrases


def test_a_name_that_does_not_exist_is_answered_with_those_that_do(folder):
    with pytest.raises(UnknownError, match="dilemma 'reis' bestaat niet; verwacht: geschenk"):
        read(folder).tree("zeekant", "reis")
