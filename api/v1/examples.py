"""An example of everything that goes over the line, made from the content that is served."""
from collections.abc import Mapping
from datetime import date
from typing import Any

from api.access.gate import NOT_ALLOWED, NOTHING_SHOWN
from api.access.rights import TALK
from api.card_page import as_html
from api.edge import people
from api.faults import Fault, named
from api.handlers import AWAY
from api.problems import ProblemError, details_of, storing
from api.v1.code_json import code_short, code_whole, contact, passage, tree_short, tree_whole
from bot import dialogue
from bot.card import as_json as card_json
from bot.card import card_of
from bot.card_text import as_markdown
from bot.catalogue import Catalogue
from bot.conversation import Conversation
from bot.telling import arrive
from bot.tree import Tree
from bot.turn import as_json
from bot.walk import Place, paths

CONVERSATION = "2uBzVw0aQ5pQe7yTj4mXn8kLr1sHdC6f"
DILEMMA, TEXT = "geschenk", "Een leverancier geeft mij een fles wijn. Mag ik die aannemen?"
Json = dict[str, Any]
DETAILS: Mapping[int, str] = {
    401: NOTHING_SHOWN, 403: NOT_ALLOWED.format(right=TALK), 500: storing().detail, 503: AWAY,
    406: "Dit antwoord is er alleen als: application/json.",
    408: "De aanvraag kwam niet binnen 10 seconden helemaal aan.",
    409: "Bij deze Idempotency-Key hoort al een ander bericht. Gebruik een nieuwe sleutel.",
    410: "Dit advies is gegeven met een andere versie van de beslisboom. Stel je vraag opnieuw.",
    413: "De aanvraag is te groot: hoogstens 16384 bytes.",
    415: "Stuur de aanvraag als application/json en zet dat in Content-Type.",
    429: "Dat ging even te snel. Probeer het over 5 seconden opnieuw.",
}
FAULTS: Mapping[int, Fault] = {
    400: Fault(veld="tekst", melding="Dit mag niet leeg zijn."),
    404: Fault(veld="gesprekId", melding="Dit gesprek is er niet, of niet meer.", gegeven="abc",
               verwacht=("een gesprekId van POST /v1/gesprekken",)),
}


class Examples:
    """The examples for one catalogue: its first code, the tree about gifts (or else the first), its shortest path."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.code = next(iter(catalogue.codes.values()))
        dilemmas = catalogue.dilemmas(self.code.id)
        self.tree: Tree = catalogue.tree(self.code.id, DILEMMA if DILEMMA in dilemmas else dilemmas[0])
        self.place: Place = min(paths(self.tree), key=lambda place: len(place.taken))

    def asked(self) -> Json:
        """What each operation is sent, by its id."""
        return {"beginGesprek": {"code": self.code.id}, "stuurBericht": {"tekst": TEXT}, "herkenTekst": {"tekst": TEXT},
                "doorloopBeslisboom": {"antwoorden": dict(self.place.taken)}}

    def given(self) -> Json:
        """What each operation answers when all is well, by its id."""
        return {**self.of_codes(), **self.of_conversations(), "toonGezondheid": {"status": "ok"},
                "toonKlaar": {"status": "ok"}, "toonOpenapi": {"openapi": "3.0.3", "info": {"title": "Mag ik dit?"}},
                "herkenTekst": self.understood(), "doorloopBeslisboom": self.advice()}

    def of_codes(self) -> Json:
        """The answers about codes and trees."""
        first, tree = next(iter(self.code.sections.values())), tree_whole(self.catalogue, self.tree)
        people_named = [contact(person) for person in self.code.contacts.values()][:2]
        short = tree.model_copy(update={"vragen": tree.vragen[:1], "adviezen": tree.adviezen[:1]})
        return {
            "toonCodes": {"codes": [plain(code_short(code)) for code in self.catalogue.codes.values()]},
            "toonCode": plain(code_whole(self.code, self.catalogue.dilemmas(self.code.id))),
            "toonArtikelen": {"artikelen": [plain(passage(first))]},
            "toonContacten": {"contacten": [plain(person) for person in people_named]},
            "toonBeslisbomen": {"beslisbomen": [plain(tree_short(self.tree))]}, "toonBeslisboom": plain(short)}

    def of_conversations(self) -> Json:
        """The answers in a conversation."""
        _, welcome = dialogue.begin(self.catalogue, self.code.id)
        kept = {"code": self.code.id, "dilemma": self.tree.dilemma, "aangeboden": [], "misverstanden": 0,
                "antwoorden": [list(pair) for pair in dict(self.place.taken).items()]}
        return {
            "beginGesprek": {"gesprekId": CONVERSATION, "code": self.code.id,
                             "beurt": as_json(welcome, self.catalogue, self.code.id)},
            "stuurBericht": {**self.question(), "begrepen": self.understood()},
            "toonGesprek": {"gesprekId": CONVERSATION, "code": self.code.id, "begonnen": "2026-01-05T09:30:00Z",
                            "beoordeeld": [], "herhalingen": [], "gesprek": kept}}

    def card(self) -> Json:
        """The card in each of its forms."""
        answers = dict(self.place.taken)
        card = card_of(self.catalogue, self.code.id, self.tree.dilemma, answers, date(2026, 1, 5))
        if card is None:
            return {}
        return {"text/html": as_html(card), "application/pdf": "%PDF-1.7 …", "text/markdown": as_markdown(card),
                "application/json": card_json(card)}

    def question(self) -> Json:
        """The first question of the tree."""
        return self.turn({})

    def advice(self) -> Json:
        """The advice at the end of the path."""
        return self.turn(dict(self.place.taken))

    def turn(self, answers: Mapping[str, str]) -> Json:
        """The turn after these answers."""
        conversation = Conversation(self.code.id, self.tree.dilemma, tuple(answers.items()))
        return dict(as_json(arrive(self.catalogue, conversation), self.catalogue, self.code.id))

    def understood(self) -> Json:
        """What a text was taken for."""
        return {"label": self.tree.dilemma, "zekerheid": 0.93, "alternatieven": [], "feiten": []}

    def refused(self, status: int) -> Json:
        """A refusal with this status."""
        faults = [FAULTS[status]] if status in FAULTS else []
        persons = people(self.catalogue, self.code.id) if status == 503 else ()
        detail = DETAILS.get(status) or " ".join(named(faults))
        return plain(details_of(ProblemError(status, detail, faults, persons)))


def plain(model: Any) -> Json:
    """A model as it goes over the line."""
    made: Json = model.model_dump(mode="json", by_alias=True)
    return made
