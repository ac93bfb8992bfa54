"""What the stand-in answers to typed text and to a button."""
from functools import partial

from tests.web import beurten

CONTROLS = {
    "waarom": "Ik vraag dit omdat: een voordeel kan jouw onafhankelijkheid raken.",
    "mens": "Fijn dat je met iemand wilt praten. Bij deze mensen kun je terecht:",
    "samenvatting": "Dit heb je tot nu toe verteld over een geschenk:",
}


def reply(conversation: dict, body: dict) -> dict:
    """The next turn of this conversation."""
    if "tekst" in body:
        return heard(conversation, body["tekst"].lower())
    return chosen(conversation, body["keuze"])


def heard(conversation: dict, text: str) -> dict:
    """The turn after typed text."""
    stand = partial(beurten.here, conversation["code"])
    if "bedreigd" in text:
        return stand(conversation["answers"], beurten.ACUTE, "acuut")
    if conversation["answers"] is not None:
        return stand(conversation["answers"], ["Dat begreep ik nog niet helemaal. Ik vraag het even anders."], "niet_begrepen")
    if "cadeau" in text or "wijn" in text:
        conversation["answers"] = []
        return stand([], ["Ik begrijp dat het gaat over een geschenk. Ik stel je een paar korte vragen."])
    return beurten.turn("verduidelijking", ["Ik wil je goed begrijpen. Waar gaat het vooral over?"],
                        keuzes=beurten.choices([("geschenk", "Een geschenk"), ("iets_anders", "Iets anders")]))


def chosen(conversation: dict, choice: str) -> dict:
    """The turn after a button."""
    answers = conversation["answers"]
    stand = partial(beurten.here, conversation["code"])
    if choice in ("limburg", "noord-holland"):
        conversation["code"] = choice
        return beurten.turn("welkom", ["Dank je. Ik kijk met je in de gedragscode.", "Vertel in je eigen woorden waar je mee zit."])
    if choice in ("opnieuw", "stop"):
        conversation["answers"] = None
        return beurten.turn("afscheid" if choice == "stop" else "welkom", ["Goed.", "Vertel in je eigen woorden waar je mee zit."])
    if choice == "bron" and answers is not None and len(answers) == len(beurten.ORDER):
        return beurten.turn("informatie", [f"“{beurten.QUOTE}”"], advies=beurten.advice([])["advies"])
    if choice.startswith("nuttig:"):
        return beurten.turn("informatie", ["Fijn, dank je wel. Je ja telt mee."], dilemma="geschenk")
    if choice in CONTROLS or choice == "bron":
        return stand(answers, [CONTROLS.get(choice, f"“{beurten.QUOTE}”")], "informatie")
    if choice == "terug" or choice.startswith("wijzig:"):
        conversation["answers"] = (answers or [])[:-1]
        return stand(conversation["answers"], ["We gaan één vraag terug."])
    conversation["answers"] = [*(answers or []), choice] if choice != "geschenk" else []
    lead = ["Dit is mijn laatste vraag."] if len(conversation["answers"]) == 1 else []
    return stand(conversation["answers"], lead)
