"""The checker names every kind of fault a tree can have."""
import pytest

from bot.catalogue import read
from bot.checking import faults
from bot.errors import ContentError

TREE = "bomen/zeekant/geschenk.yml"
TWICE = "een: nog_eens, meer: niet_aannemen"
AGAIN = ("  waarde:\n", "  nog_eens:\n    vraag: hoeveel_bloemen\n    bronnen: [enkel_bloempje]\n"
                        "    antwoorden: {een: waarde, meer: aannemen, weet_niet: bespreken}\n  waarde:\n")


def found(folder, *changes, file=TREE):
    path = folder / file
    for wrong, instead in changes:
        assert wrong in path.read_text(encoding="utf-8")
        path.write_text(path.read_text(encoding="utf-8").replace(wrong, instead, 1), encoding="utf-8")
    return "\n".join(faults(read(folder)))


def test_sound_content_has_no_faults(folder):
    assert found(folder) == ""


@pytest.mark.parametrize(("changes", "fault"), [
    ([("begin: hoeveel_bloemen", "begin: nergens")], "begin: 'nergens' bestaat niet"),
    ([("een: waarde", "een: weg")], "antwoord 'een' wijst naar 'weg', en dat bestaat niet"),
    ([("een: waarde, ", "")], "hoeveel_bloemen: antwoord 'een' leidt nergens heen"),
    ([("een: waarde", "een: waarde, twee: waarde")], "antwoord 'twee' hoort niet bij vraag 'hoeveel_bloemen'"),
    ([("hoogstens_10: aannemen", "hoogstens_10: hoeveel_bloemen")], "een pad komt hier terug: hoeveel_bloemen → waarde"),
    ([("meer: niet_aannemen", "meer: bespreken")], "niet_aannemen: hier komt geen enkel pad langs"),
    ([("een: waarde, meer: niet_aannemen", TWICE), AGAIN], "nog_eens: vraag 'hoeveel_bloemen' is op dit pad al gesteld"),
    ([("hoogstens_10: aannemen, meer_dan_10: bespreken", "hoogstens_10: bespreken, meer_dan_10: bespreken")],
     "waarde: alle antwoorden leiden naar hetzelfde"),
    ([("    bronnen: [enkel_bloempje]\n    antwoorden: {een", "    antwoorden: {een")], "hoeveel_bloemen: noemt geen bron"),
    ([("    bronnen: [elke_twijfel]\n", "")], "bespreken: heeft geen bron"),
    ([("    stappen: [Zeg vriendelijk nee.]\n", "")], "niet_aannemen: heeft geen stap"),
    ([("    doorverwijzingen: [{rol: vertrouwenspersoon, waarvoor: Als je twijfelt.}]\n", "")],
     "niet_aannemen: heeft geen doorverwijzing"),
    ([("rol: vertrouwenspersoon", "rol: meldpunt")], "verwijst naar 'meldpunt', maar zeekant kent die niet"),
    ([("{is: concept}", "{is: vastgesteld}")], "vastgesteld, maar door wie en wanneer staat er niet"),
    ([("Meer dan één bloem mag niet.", "Dit is derhalve niet goed.")], "kantoorwoord 'derhalve'"),
    ([("Meer dan één bloem mag niet.", "woord " * 26)], "zin van 26 woorden"),
])
def test_a_fault_in_a_tree_is_named(folder, changes, fault):
    assert fault in found(folder, *changes)


@pytest.mark.parametrize(("changes", "fault"), [
    ([("    weet_niet: {label: Weet ik niet}\nwaarde", "waarde")], "hoeveel_bloemen: heeft geen antwoord 'weet_niet'"),
    ([("    een: {label: Eén bloem}", "    een: {label: Eén bloem}\n" + "\n".join(
        f"    keus_{n}: {{label: Keus}}" for n in range(5)))], "hoeveel_bloemen: heeft 8 antwoorden; 2 tot 6 mag"),
    ([("vraag: Wat kost het ongeveer?", "vraag: Wat kost het? Zeg het. Graag.")], "waarde: de vraag heeft meer dan twee zinnen"),
    ([("anders: Wat is de winkelprijs, ongeveer?", "anders: Schat de winkelprijs.")], "waarde: 'anders' vraagt niets"),
])
def test_a_fault_in_a_question_is_named(folder, changes, fault):
    assert fault in found(folder, *changes, file="vragen/bloemen.yml")


@pytest.mark.parametrize(("wrong", "instead", "fault"), [
    ("een enkele bloem", '"een {bloemetje}"', "'een {bloemetje}': begrip '{bloemetje}' staat niet in het lexicon"),
    ("een enkele bloem", '"een {bloem"', "'een {bloem': begrip '{bloem' staat niet in het lexicon"),
    ("een enkele bloem", '"een roos|zonne-bloem"', "'een roos|zonne-bloem': 'zonne-bloem' is geen één woord"),
    ("een enkele bloem", '"een roos||bloem"', "'een roos||bloem': '' is geen één woord"),
    ("een enkele bloem", "een hele bos", "'een hele bos' staat bij 'een' en bij 'meer'"),
    ("een enkele bloem", '"^ .. $"', "'^ .. $': hierin staat geen woord"),
    ("antwoorden:", "bedrag_bij: [geld]\nantwoorden:", "begrip 'geld' staat niet in het lexicon"),
])
def test_a_fault_in_how_an_answer_is_recognised_is_named(folder, wrong, instead, fault):
    file = "herkennen/hoeveel_bloemen.yml"
    assert f"{file}: {fault}" in found(folder, (wrong, instead), file=file)


def test_a_fault_in_how_a_move_is_recognised_is_named(folder):
    fault = "gesprek.yml › herken › erbij: 'oh {nee}': begrip '{nee}' staat niet in het lexicon"
    assert fault in found(folder, ("herken:\n", "herken:\n  erbij: ['oh {nee}']\n"), file="gesprek.yml")


@pytest.mark.parametrize(("wrong", "instead", "fault"), [
    ("bij: [niet_aannemen]", "bij: [aannemen]", "'aannemen' is geen advies van zeekant met oordeel niet_toegestaan"),
    ("bij: [niet_aannemen]", "bij: [nergens]", "'nergens' is geen advies"),
    ("geschenk:", "reis:", "'niet_aannemen' is geen advies"),
    ("    bronnen: [enkel_bloempje]\n", "", "heeft geen bron of geen mail"),
    ("Meer dan één bloem mag ik niet aannemen.", "Meer dan € 75 mag ik niet aannemen.", "'€ 75' staat niet in bedragen.yml van zeekant"),
    ("Meer dan één bloem mag ik niet aannemen.", "Dit is derhalve niet goed.", "kantoorwoord 'derhalve'"),
])
def test_a_fault_in_words_to_decline_with_is_named(folder, wrong, instead, fault):
    assert fault in found(folder, (wrong, instead), file="codes/zeekant/afwijzen.yml")


def test_an_advice_with_two_ways_to_decline_is_named(folder):
    path = folder / "codes/zeekant/afwijzen.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text.replace("geschenk:\n", "").replace("te_veel", "nog_een"), encoding="utf-8")
    with pytest.raises(ContentError, match="advies 'niet_aannemen' heeft al een andere afwijzing"):
        read(folder)


def test_a_dilemma_without_a_name_is_named(folder):
    assert "'geschenk' ontbreekt" in found(folder, ("geschenk:", "reis:"), file="onderwerpen.yml")


def test_a_dilemma_that_nobody_knows_is_named(folder):
    (folder / TREE).rename(folder / "bomen/zeekant/vuurwerk.yml")
    assert "dilemma 'vuurwerk' is onbekend" in "\n".join(faults(read(folder)))


def test_a_question_that_no_tree_asks_is_named(folder):
    extra = "kleur:\n  vraag: Welke kleur?\n  waarom: Zomaar.\n  anders: Rood?\n  antwoorden: {ja: {label: Ja}, weet_niet: {label: Nee}}\n"
    (folder / "vragen" / "los.yml").write_text(extra, encoding="utf-8")
    assert "kleur: geen enkele boom stelt deze vraag" in "\n".join(faults(read(folder)))


def test_the_shipped_content_has_no_faults(catalogue):
    assert list(faults(catalogue)) == []
