"""What callers send, with everything that is wrong in it reported at once."""
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ModelWrapValidatorHandler, StringConstraints, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

LONGEST_TEXT, LONGEST_ID = 2000, 100
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_ID)]


class Incoming(BaseModel):
    """A body that somebody sends: no other fields than these."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Begin(Incoming):
    """How a conversation begins."""

    code: Id | None = Field(default=None, description="Gedragscode; zonder code geldt die van deze installatie.",
                            examples=["limburg"])


class Bericht(Incoming):
    """A message: what somebody typed or which choice somebody made."""

    tekst: Text | None = Field(default=None, description="Wat iemand typt.", examples=["Mag ik dit cadeau aannemen?"])
    keuze: Id | None = Field(default=None, description="Het id van een keuze uit de vorige beurt, of een vaste keuze.",
                             examples=["terug"])

    @model_validator(mode="wrap")
    @classmethod
    def exactly_one(cls, given: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Report a message with both or neither together with all its other faults."""
        both_or_neither = isinstance(given, dict) and (given.get("tekst") is None) == (given.get("keuze") is None)
        if not both_or_neither:
            return handler(given)
        faults: list[InitErrorDetails] = [{"type": PydanticCustomError("tekst_of_keuze", "one of two"), "input": None}]
        try:
            handler(given)
        except ValidationError as error:
            faults += [InitErrorDetails(type=fault["type"], loc=fault["loc"], input=None, ctx=fault.get("ctx", {}))
                       for fault in error.errors()]
        raise ValidationError.from_exception_data(cls.__name__, faults)


class VrijeTekst(Incoming):
    """A text to recognise."""

    tekst: Text = Field(description="Waar het over gaat, in eigen woorden.")


class Doorloop(Incoming):
    """Answers to walk a tree with."""

    antwoorden: dict[str, str] = Field(description="Per vraagId het gekozen keuzeId.",
                                       examples=[{"lopende_zaak": "nee"}])
