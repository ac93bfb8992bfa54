"""People who are named in a message are left out of it, and everything else stays as it was typed."""
import pathlib
import re

import pytest

from api.masking import mask_for
from bot.catalogue import shipped

ROOT = pathlib.Path(__file__).parent.parent.parent
MASK = mask_for(shipped())


@pytest.mark.parametrize(("typed", "left"), [
    ("Jan de Vries van Bouwbedrijf Jansen gaf me een fles wijn", "… van Bouwbedrijf Jansen gaf me een fles wijn"),
    ("mijn collega jan jansen zegt dat het mag", "mijn collega … zegt dat het mag"),
    ("de fles kwam van Roos van Communicatie", "de fles kwam van … van Communicatie"),
    ("Piet van der Velde en J. de Boer", "… en …"), ("ik heet fatima", "ik heet …"),
    ("mevrouw jansen van de gemeente belde", "mevrouw … van de gemeente belde"), ("dhr. Van der Berg", "dhr. …"),
    ("wethouder Smit wil iets", "wethouder … wil iets"), ("een map van Henk, mag dat?", "een map van …, mag dat?"),
    ("ik word bedreigd door kees", "ik word bedreigd door …"), ("Mohammed belde", "… belde"),
    ("bel me op 06-12345678", "bel me op …"), ("bel +31 6 1234 5678 even", "bel … even"), ("043 321 45 67 is zijn nummer", "… is zijn nummer"),
    ("mail p.jansen@bedrijf.nl even", "mail … even"), ("zaaknummer Z2024-00123 ligt bij mij", "zaaknummer … ligt bij mij"),
    ("dossier 2024/1234 loopt nog", "dossier … loopt nog"), ("BSN 123456782", "BSN …"), ("NL91 ABNA 0417 1643 00", "…"),
    ("ik ben Jan", "ik ben …"),
])
def test_who_is_named_is_left_out(typed, left):
    assert MASK.masked(typed) == left


@pytest.mark.parametrize(("typed", "left"), [
    ("het gaat om zaak 12 van 2024", "het gaat om zaak …"), ("dossier 2024-113 ligt bij mij", "dossier … ligt bij mij"),
    ("zaaknummer Z/24/1234", "zaaknummer …"), ("zaaknummer: Z/24/1234", "zaaknummer: …"), ("zaaknr. 24-17", "zaaknr. …"),
    ("het kenmerk is 2024.0034/PZ", "het kenmerk is …"), ("onder kenmerk PZH-2024-8822 staat alles", "onder kenmerk … staat alles"),
    ("zaak AWB 23/1234", "zaak …"), ("zie Z/24/9912", "zie …"), ("in zaak 12", "in zaak …"), ("mijn kenteken is 12-ABC-3", "mijn kenteken is …"),
    ("ECLI:NL:RBLIM:2024:1234", "…"), ("klachtnummer 7", "klachtnummer …"), ("aanvraag 20241 is van hem", "aanvraag … is van hem"),
])
def test_a_number_of_a_case_is_left_out(typed, left):
    assert MASK.masked(typed) == left


@pytest.mark.parametrize(("typed", "left"), [
    ("Ik sprak met Van der Heijde daarover", "Ik sprak met … daarover"), ("ik sprak met van der Heijde", "ik sprak met …"),
    ("Van den Bosch belde", "… belde"), ("Fenna zei dat het mocht", "… zei dat het mocht"), ("Oosterhof zei dat het mocht", "… zei dat het mocht"),
    ("bij Oosterhof aan tafel", "bij … aan tafel"), ("volgens Brandsma mag het", "volgens … mag het"), ("een gesprek met El Idrissi", "een gesprek met …"),
    ("ik kreeg het van Ter Horst", "ik kreeg het van …"), ("een lunch met Jansen", "een lunch met …"), ("Quirijn Oosterhof belde", "… belde"),
    ("mijn collega Quirijn vindt van niet", "mijn collega … vindt van niet"),
])
def test_a_name_that_is_in_no_list_is_known_by_the_words_around_it(typed, left):
    assert MASK.masked(typed) == left


@pytest.mark.parametrize("typed", [
    "in deze zaak 3 keer gebeld", "een zaak van 50 euro", "dit dossier 20 jaar geleden", "bel nummer 112", "in de zaak 12 maart 2024",
    "dossier 1.500 euro", "over de N280 en de A2", "artikel 2.10 van de code", "versie 2024/2 van het plan", "hij is nummer 1", "zaak van 2 miljoen",
    "met Pasen", "bij Velsen", "van Texel naar Horst aan de Maas", "werken bij Zaanstad", "in Bergen", "een mevrouw van 91", "zwarte Piet",
    "Van de Provincie kreeg ik niets", "Gisteren vroeg me iemand iets", "Leverancier zei dat het mocht", "Niemand zei me iets", "Hij zei dat het mocht",
    "dat Gedeputeerde Staten het wil", "collega Handhaving", "Bureau Berenschot", "in maart bij de Maas", "wethouder Financiën", "Jong Limburg",
])
def test_what_looks_like_a_name_or_a_case_stays_as_it_was_typed(typed):
    assert MASK.masked(typed) == typed


@pytest.mark.parametrize("typed", [
    "mag ik in mei op reis voor max 50 euro", "in januari kreeg ik een bon", "Albert Heijn gaf een bon van 1250 euro", "iets van 60 à 70 euro",
    "ben ik verplicht dit te melden? Ben je zeker?", "een roos en een bloem", "Provincie Noord-Holland en Limburg, Team Integriteit", "collega van ICT",
    "Mevrouw heeft mij een bon gegeven", "een opdracht van 150000 euro", "er ligt 1.500.000 euro subsidie", "bel 0800-0113 of 112", "een meneer. Ik ken hem niet",
    "Gedeputeerde Staten", "mijn naam is gebruikt in een folder", "schaal 11", "op 12-03-2024 om 10.30 uur", "drie ton subsidie", "P&O. Ik weet het niet",
    "het werk in Anna Paulowna", "mijn collega wel", "burgemeester van Roermond", "", "…", "🎁",
])
def test_what_names_nobody_stays_as_it_was_typed(typed):
    assert MASK.masked(typed) == typed


def test_hardly_anything_in_ordinary_messages_is_taken_for_a_name():
    lines = [line for path in (ROOT / "data" / "nlu").rglob("*.yml")
             for line in re.findall(r"^    - (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)][::5]
    assert sum(MASK.masked(line) != line for line in lines) / len(lines) < 0.006


def test_a_name_never_reaches_the_engine_and_the_engine_knows_that_it_was_left_out(api, conversation, world):
    api.post(f"{conversation}/berichten", json={"tekst": "mag ik een cadeau van Henk de Vries aannemen?"})
    api.post("/v1/_herken", json={"tekst": "mag ik een cadeau van Henk de Vries aannemen?"})
    said, asked = world.received[-2:]
    assert (said["tekst"], said["gemaskeerd"]) == ("mag ik een cadeau van … aannemen?", True)
    assert asked == {"tekst": "mag ik een cadeau van … aannemen?", "code": None}
