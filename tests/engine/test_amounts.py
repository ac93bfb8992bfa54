"""Amounts as people type them."""
import pytest

from engine.amounts import amounts_in


@pytest.mark.parametrize(("text", "euros"), [
    ("een fles van 30 euro", [30]), ("€ 49,95 geloof ik", [49.95]), ("€ 1.250,-", [1250]), ("50 eu", [50]),
    ("vijftig euro", [50]), ("vijfendertig euro vijftig", [35.5]), ("tweehonderd euro", [200]), ("twee tientjes", [20]),
    ("een tientje", [10]), ("een paar tientjes", []), ("12,50 euro", [12.5]), ("60€", [60]), ("twintig piek", [20]),
    ("tussen 20 euro en 30 euro", [20, 30]), ("ik zit in schaal 14", []), ("op 12 mei om 10 uur", []), ("", []),
    ("60 à 70 euro", [60, 70]), ("tussen de 40 en 60 euro", [40, 60]), ("5 mille", [5000]), ("1,5 ton omzet", [150000]),
    ("een lot van 17,50", [17.5]), ("23 cent per kilometer", [0.23]), ("waarde 1500,-", [1500]), ("19 euro 60", [19.6]),
    ("nog geen tientje waard", [10]), ("2,50 meter hoog", []), ("3 ton grind", []), ("7,50 uur", []),
    ("hij is 50", []), ("de eurocommissaris kwam", []), ("fles van een tientje of drie", [30]),
    ("een euro of vijftig", [50]), ("een tientje of wat", []), ("een paar honderd euro", []), ("duizenden euro's", []),
    ("een briefje van vijftig", [50]), ("twee briefjes van 20", [40]), ("een vijftigje", [50]), ("2.500,-", [2500]),
    ("een cadeaubon van 25", [25]), ("een VVV-bon t.w.v. vijftig", [50]), ("een waarde van rond de 75", [75]),
    ("dat kost me 15.", [15]), ("kost 15 minuten", []), ("een kaart van 12 collega's", []), ("kaart van 10 ritten", []),
    ("anderhalve ton", [150000]), ("1,5 miljoen", [1500000]), ("15 duizend euro", [15000]), ("25 eurie", [25]),
    ("twenty five euros", [25]), ("the euros", []), ("iets wat honderd euro kost", [100]), ("dat kost me 100 en een beetje", [100]),
])
def test_an_amount_is_read(text, euros):
    assert [amount for amount, _ in amounts_in(text)] == euros
