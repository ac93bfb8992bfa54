"""Canned turns that follow the public contract; the passages are those of Noord-Holland's code."""
CODE = "noord-holland"
PLACE = "Omkoping, geschenken, diensten en andere voordelen of beloningen"
QUOTE = (
    "Het aannemen van geschenken, mits de waarde niet méér is dan € 50,-, mag alleen als je daar toestemming voor hebt "
    "van je leidinggevende. Het kan zijn dat het niet mogelijk is om vooraf toestemming te vragen. In dat geval meld je "
    "het achteraf direct bij je leidinggevende.")
SECOND_QUOTE = (
    "Als er een aanbestedingsprocedure loopt, of een gesprek over een vervolgo opdracht, dan is het aannemen van "
    "geschenken van betrokkenen niet gepast.")
SOURCES = [
    {"code": CODE, "vindplaats": f"{PLACE}, uitgangspunten", "citaat": QUOTE},
    {"code": CODE, "vindplaats": f"{PLACE}, uitgangspunten bij het moment", "citaat": SECOND_QUOTE},
]
MANAGER = {"rol": "leidinggevende", "naam": "Je leidinggevende", "waarvoor": "Om toestemming te vragen voordat je iets aanneemt.",
           "bereikbaar": "Spreek je leidinggevende aan of plan een gesprek."}
CONFIDANT = {"rol": "vertrouwenspersoon", "naam": "Een vertrouwenspersoon", "waarvoor": "Om vertrouwelijk mee te denken.",
             "bereikbaar": "Je organisatie heeft dit nog niet ingevuld."}
QUESTIONS = {
    "lopende_zaak": ("Loopt er nu iets tussen deze persoon of organisatie en de provincie waar jij bij betrokken bent?", [
        ("ja", "Ja, er loopt iets"), ("nee", "Nee, er loopt niets"), ("weet_niet", "Weet ik niet")]),
    "waarde": ("Hoeveel is het ongeveer waard?", [("hoogstens_50", "Hoogstens 50 euro"), ("meer_dan_50", "Meer dan 50 euro")]),
}
ORDER = tuple(QUESTIONS)
TITLE = "Je mag dit aannemen, als je leidinggevende het vooraf goed vindt"
WHY = ("Een geschenk van hoogstens 50 euro mag je alleen aannemen met toestemming van je leidinggevende. "
       "Kon je dat niet vooraf vragen? Meld het dan meteen achteraf.")
STEPS = ["Vraag je leidinggevende om toestemming voordat je het geschenk aanneemt.",
         "Leg kort vast wat je kreeg, van wie en waarom.", "Laat het geschenk niet thuis bezorgen."]
CORE = f"Dit mag onder voorwaarden. {TITLE}."
SETTLED = {"vraagId": "waarde", "keuzeId": "hoogstens_50", "vraag": "Hoeveel is het ongeveer waard?", "antwoord": "Hoogstens 50 euro"}
TURNING = {"vraagId": "waarde", "keuzeId": "meer_dan_50", "vraag": "Hoeveel is het ongeveer waard?", "antwoord": "Meer dan 50 euro",
           "oordelen": ["niet_toegestaan"], "zeker": True, "tekst": "Hoeveel is het ongeveer waard? Bij “Meer dan 50 euro” wordt het: dit mag niet."}
OPEN = "De code zegt niet hoe je de waarde bepaalt."
REFUSAL = {"zin": "Lief bedoeld, maar ik neem het niet aan.", "onderwerp": "Bedankt voor je geschenk",
           "mail": ["Goedendag,", "Dank je wel. Toch neem ik het niet aan.", "Met vriendelijke groet,"], "bronnen": SOURCES[:1]}
CLOSING = "Dit is een advies. Toestemming geven kan ik niet, dat doet je organisatie zelf."


def turn(kind: str, messages: list[str], **more: object) -> dict:
    """A turn with everything else empty unless given."""
    return {"soort": kind, "dilemma": None, "berichten": messages, "vraag": None, "advies": None, "keuzes": [],
            "begrepen": None} | more


def choices(pairs: list[tuple[str, str]]) -> list[dict]:
    """Choices as the contract writes them."""
    return [{"keuzeId": choice, "label": label} for choice, label in pairs]


def welcome(code: str | None) -> dict:
    """The first turn; without a code it asks for one."""
    if code is None:
        return turn("welkom", ["Hoi. Ik help je nadenken over integriteit, met de gedragscode van jouw provincie ernaast.",
                               "Bij welke provincie werk je?"],
                    keuzes=choices([("limburg", "Limburg"), ("noord-holland", "Noord-Holland")]))
    return turn("welkom", [
        "Hoi. Ik help je nadenken over integriteit, met de gedragscode van de provincie Noord-Holland ernaast.",
        "Vertel in je eigen woorden waar je mee zit. Je naam hoef je niet te geven, en noem liever ook geen namen van anderen."])


def question(question_id: str, lead: list[str], kind: str = "vraag", extra: tuple = ()) -> dict:
    """A turn with this question open."""
    text, answers = QUESTIONS[question_id]
    return turn(kind, [*lead, text], dilemma="geschenk", keuzes=choices([*answers, *extra]), vraag={
        "vraagId": question_id, "tekst": text, "waarom": "Een voordeel kan jouw onafhankelijkheid raken.",
        "bronnen": SOURCES[:1], "stap": ORDER.index(question_id) + 1})


def advice(lead: list[str], kind: str = "advies", verdict: str = "toegestaan_mits") -> dict:
    """The advice, said in words and given as data."""
    people = [f"{who['naam']}: {who['waarvoor']} {who['bereikbaar']}" for who in (MANAGER, CONFIDANT)]
    passages = [f"“{source['citaat']}” ({source['vindplaats']})" for source in SOURCES]
    changes = [(f"wijzig:{name}", f"Wijzig: {text}") for name, (text, _) in QUESTIONS.items()]
    added = [("ook:ik_ben:leidinggevende", "Ik geef zelf leiding")]
    after = [("nuttig:ja", "Ja, ik heb er iets aan"), ("nuttig:nee", "Nee, nog niet"), ("afwijzen", "Hoe zeg ik vriendelijk nee?"),
             ("kaart", "Gesprekskaart"), ("opnieuw", "Een andere vraag stellen")]
    said = [CORE, WHY, *passages, *STEPS, *people, TURNING["tekst"], OPEN, CLOSING, "Had je iets aan dit advies?"]
    return turn(kind, [*lead, *said], dilemma="geschenk", keuzes=choices([*changes, *added, *after]), advies={
        "adviesId": "noord-holland.geschenk.1.000.abcdefghj.klmnpq", "oordeel": verdict, "melden": "verplicht", "titel": TITLE,
        "kern": CORE, "uitleg": f"{WHY} {OPEN}", "stappen": STEPS, "doorverwijzingen": [MANAGER, CONFIDANT], "bronnen": SOURCES,
        "doorslaggevend": [{"vraagId": "waarde", "keuzeId": "hoogstens_50"}],
        "waarom": {"tekst": WHY, "antwoorden": [SETTLED]}, "anders": [TURNING], "openPunten": [{"soort": "dubbelzinnig", "tekst": OPEN}],
        "opmerkingen": [CLOSING], "afwijzen": REFUSAL})


def here(code: str | None, answers: list[str] | None, lead: list[str], kind: str | None = None) -> dict:
    """Where somebody stands: nowhere yet (None), at a question, or at the advice."""
    if answers is None:
        return turn(kind or "informatie", lead, keuzes=[] if code else welcome(None)["keuzes"])
    if len(answers) < len(ORDER):
        return question(ORDER[len(answers)], lead, kind or "vraag")
    return advice(lead, kind or "advies")


ACUTE = [
    "Wat je schrijft klinkt ernstig. Je veiligheid gaat nu voor alles.",
    "Ben je of is iemand anders nu in gevaar? Bel 112.",
    "Denk je aan zelfdoding? Praat met iemand. Bel 113 of 0800-0113, of chat op 113.nl. Dat is gratis, dag en nacht.",
    "Dit is algemeen veiligheidsadvies. Het staat niet in de gedragscode.",
]
