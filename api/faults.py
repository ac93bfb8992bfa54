"""What is wrong with a request, in Dutch, fault by fault."""
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from bot.errors import UnknownError, WrongAnswerError

LONGEST_ECHO = 80
MESSAGES: Mapping[str, str] = {
    "missing": "Dit veld ontbreekt.",
    "missing_body": "De aanvraag is leeg; verwacht wordt een JSON-object.",
    "extra_forbidden": "Dit veld is onbekend.",
    "string_type": "Dit moet tekst zijn.",
    "string_unicode": "Deze tekst bevat tekens die niet bestaan.",
    "string_too_short": "Dit mag niet leeg zijn.",
    "string_too_long": "Dit is te lang: hoogstens {max_length} tekens.",
    "dict_type": "Dit moet een JSON-object zijn.",
    "model_type": "Dit moet een JSON-object zijn.",
    "model_attributes_type": "Dit moet een JSON-object zijn.",
    "json_invalid": "Dit is geen geldige JSON.",
    "tekst_of_keuze": "Geef precies één van de velden 'tekst' en 'keuze'.",
}


class Fault(BaseModel):
    """One thing that is wrong: where, what came, and what was expected."""

    model_config = ConfigDict(frozen=True)

    veld: str = Field(description="Waar het misgaat; leeg als het de hele aanvraag is.")
    melding: str = Field(description="Wat er mis is.")
    gegeven: str | None = Field(default=None, description="Wat er is gestuurd, als dat een naam of id is.")
    verwacht: tuple[str, ...] = Field(default=(), description="Wat er wel kan.")


def shown(given: str) -> str:
    """A name or id that was sent, short enough to send back."""
    return given if len(given) <= LONGEST_ECHO else f"{given[:LONGEST_ECHO]}…"


def faults_in_body(errors: Iterable[Mapping[str, Any]]) -> tuple[Fault, ...]:
    """Every fault that was found in a body; never the words that somebody typed."""
    return tuple(fault_in_body(error) for error in errors)


def fault_in_body(error: Mapping[str, Any]) -> Fault:
    """One fault of a body, by the name of the field."""
    place = [str(part) for part in error["loc"] if part != "body"]
    kind = error["type"] if place else {"missing": "missing_body"}.get(error["type"], error["type"])
    field = "" if kind == "json_invalid" else shown(".".join(place))
    message = MESSAGES.get(kind, "Deze waarde klopt niet.").format(**error.get("ctx", {}))
    return Fault(veld=field, melding=message)


def fault_of(error: UnknownError | WrongAnswerError, field: str) -> Fault:
    """A name that does not exist, with the names that do."""
    return unknown(field, error.given, error.offered)


def unknown(field: str, given: str, expected: Sequence[str]) -> Fault:
    """A name that does not exist, with the names that do."""
    return Fault(veld=field, melding="Dit bestaat niet.", gegeven=shown(given), verwacht=tuple(expected))


def named(faults: Iterable[Fault]) -> Iterator[str]:
    """Each fault as one sentence."""
    for fault in faults:
        given = f" Gegeven: {fault.gegeven!r}." if fault.gegeven is not None else ""
        expected = f" Verwacht: {', '.join(fault.verwacht)}." if fault.verwacht else ""
        yield f"{fault.veld}: {fault.melding}{given}{expected}" if fault.veld else f"{fault.melding}{given}{expected}"
