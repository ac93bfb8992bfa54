"""Everything that can be refused, as application/problem+json (RFC 9457)."""
from collections.abc import Mapping, Sequence

from pydantic import BaseModel, Field
from starlette.responses import Response

from api.faults import Fault, named

MEDIA_TYPE = "application/problem+json"
KINDS: Mapping[int, tuple[str, str]] = {
    400: ("onjuiste-invoer", "De aanvraag klopt niet"),
    401: ("niet-aangemeld", "Je bent niet aangemeld"),
    403: ("niet-toegestaan", "Dit mag je niet"),
    404: ("niet-gevonden", "Niet gevonden"),
    405: ("methode", "Dit kan hier niet"),
    406: ("antwoordvorm", "Deze antwoordvorm is er niet"),
    408: ("te-traag", "De aanvraag kwam te langzaam"),
    409: ("sleutel-hergebruikt", "Deze sleutel hoort bij een ander bericht"),
    410: ("andere-versie", "Dit advies hoort bij een andere versie"),
    413: ("te-groot", "De aanvraag is te groot"),
    415: ("invoervorm", "Deze invoervorm wordt niet gelezen"),
    429: ("te-snel", "Te veel aanvragen"),
    500: ("storing", "Er ging iets mis"),
    503: ("niet-bereikbaar", "De assistent is even niet bereikbaar"),
}


class Person(BaseModel):
    """Somebody to talk to, by role."""

    code: str = Field(description="De gedragscode die deze rol noemt.")
    rol: str = Field(description="De rol, zoals leidinggevende of vertrouwenspersoon.")
    naam: str = Field(description="Hoe deze rol in de organisatie heet.")
    waarvoor: str = Field(description="Waar je met deze persoon over praat.")
    bereikbaar: str = Field(description="Hoe je deze persoon bereikt.")


class ProblemDetails(BaseModel):
    """The body of every refusal."""

    type: str = Field(description="Vaste naam van deze soort fout.")
    title: str = Field(description="De soort fout in gewone woorden.")
    status: int = Field(description="De HTTP-status.")
    detail: str = Field(description="Wat er deze keer aan de hand is.")
    fouten: tuple[Fault, ...] = Field(default=(), description="Elke fout apart.")
    contacten: tuple[Person, ...] = Field(default=(), description="Met wie je kunt praten als dit niet lukt.")


class ProblemError(Exception):
    """A request that is refused, said so that the caller can mend it."""

    def __init__(self, status: int, detail: str, faults: Sequence[Fault] = (), people: Sequence[Person] = (),
                 headers: Mapping[str, str] | None = None) -> None:
        super().__init__(KINDS[status][0])
        self.status, self.detail, self.headers = status, detail, dict(headers or {})
        self.faults, self.people = tuple(faults), tuple(people)


def bad_input(faults: Sequence[Fault]) -> ProblemError:
    """A body with these faults."""
    return ProblemError(400, " ".join(named(faults)), faults)


def not_found(fault: Fault) -> ProblemError:
    """An address that names something that does not exist."""
    return ProblemError(404, " ".join(named([fault])), [fault])


def storing() -> ProblemError:
    """A fault of our own."""
    return ProblemError(500, "Er ging bij ons iets mis. Probeer het opnieuw, of praat met je leidinggevende of een "
                        "vertrouwenspersoon.")


def details_of(problem: ProblemError) -> ProblemDetails:
    """The problem as it is told; signs that do not exist in UTF-8 are replaced."""
    name, title = KINDS[problem.status]
    return ProblemDetails(type=f"urn:mag-ik-dit:probleem:{name}", title=title, status=problem.status,
                          detail=safe(problem.detail), fouten=tuple(map(safe_fault, problem.faults)),
                          contacten=problem.people)


def answer(problem: ProblemError) -> Response:
    """The problem as an answer."""
    return Response(details_of(problem).model_dump_json(), problem.status, problem.headers, MEDIA_TYPE)


def safe(text: str) -> str:
    """The text without halves of signs."""
    return text.encode("utf-8", "replace").decode("utf-8")


def safe_fault(fault: Fault) -> Fault:
    """The fault without halves of signs."""
    given = None if fault.gegeven is None else safe(fault.gegeven)
    return fault.model_copy(update={"veld": safe(fault.veld), "gegeven": given})
