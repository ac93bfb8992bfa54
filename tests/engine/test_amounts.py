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
    ("hij is 50", []), ("de eurocommissaris kwam", []),
])
def test_an_amount_is_read(text, euros):
    assert [amount for amount, _ in amounts_in(text)] == euros
