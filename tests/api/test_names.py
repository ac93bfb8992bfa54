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
])
def test_who_is_named_is_left_out(typed, left):
    assert MASK.masked(typed) == left


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
