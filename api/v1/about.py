"""What each operation does, in Dutch, for the description of the API."""
from collections.abc import Mapping

ABOUT: Mapping[str, str] = {
    "beginGesprek": (
        "Begin een gesprek. Zonder code geldt die van deze installatie. Is die er niet, dan vraagt de eerste "
        "beurt ernaar."),
    "stuurBericht": (
        "Stuur wat iemand typt, of een keuze uit de vorige beurt. Deze keuzes kunnen altijd: terug, opnieuw, "
        "waarom, bron, weet_niet, stop, mens en wijzig:<vraagId>."),
    "toonGesprek": "Laat alles zien wat er van dit gesprek wordt bewaard: alleen ids, nooit wat iemand typte.",
    "wisGesprek": "Wis het gesprek. Er blijft niets over.",
    "toonGesprekskaart": "Eén pagina met het laatste advies om mee te nemen. Kies de vorm met Accept.",
    "toonAdvies": (
        "De gesprekskaart bij een adviesId, opnieuw gemaakt uit wat in dat id staat. Hoort het id bij een eerdere "
        "versie, dan is het antwoord 410."),
    "toonCodes": "Alle gedragscodes waarmee je een gesprek kunt beginnen.",
    "toonCode": "Eén gedragscode, met de dilemma's waarvoor er een beslisboom is.",
    "toonArtikelen": "De letterlijke tekst van een gedragscode, per passage.",
    "toonContacten": "De mensen die de gedragscode noemt om mee te praten.",
    "toonBeslisbomen": "De beslisbomen van een gedragscode, met hun versie en of ze zijn vastgesteld.",
    "toonBeslisboom": "Eén beslisboom: elke vraag, elk antwoord, elk advies en waar elk antwoord naartoe leidt.",
    "doorloopBeslisboom": (
        "Loop een beslisboom door zonder gesprek. Dezelfde antwoorden geven altijd dezelfde beurt, en er "
        "wordt niets bewaard."),
    "herkenTekst": "Herken waar een tekst over gaat. Er wordt niets van bewaard.",
    "toonGezondheid": "Antwoordt alleen goed als de assistent nu een vraag kan beantwoorden.",
    "toonKlaar": (
        "Antwoordt goed zodra de voorkant aanvragen kan aannemen, ook als de engine er even niet "
        "is."),
    "toonOpenapi": "Deze beschrijving van de API, als OpenAPI 3.0.3.",
}
PARAMETERS: Mapping[str, tuple[str, str]] = {
    "gesprekId": ("Het id van het gesprek, uit het antwoord op het begin.", "2uBzVw0aQ5pQe7yTj4mXn8kLr1sHdC6f"),
    "adviesId": ("Het id van een advies, zoals het bij het advies en op de gesprekskaart staat.",
                 "limburg.geschenk.1.0011.jh9dmwmdg.g673j6"),
    "code": ("Het id van de gedragscode.", "limburg"),
    "dilemma": ("Het dilemma van de beslisboom.", "geschenk"),
    "Idempotency-Key": ("Bij dezelfde sleutel en hetzelfde bericht hoort hetzelfde antwoord, ook als je het opnieuw "
                        "stuurt.", "bericht-1"),
}
