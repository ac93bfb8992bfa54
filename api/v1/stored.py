"""A conversation and everything that is kept about it, as they go over the line."""
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import Field

from api.assistant import Kept
from api.known import Known, Repeat
from api.v1.models import Beurt, Outgoing


class Gesprek(Outgoing):
    """A conversation that was just begun."""

    gesprek_id: str = Field(description="Het id van het gesprek. Wie dit weet, kan bij het gesprek.")
    code: str | None = Field(description="Het id van de gedragscode.")
    beurt: Beurt = Field(description="Wat de assistent zegt.")


class Herhaling(Outgoing):
    """An answer that is kept for when the same message comes again."""

    sleutel: str = Field(description="De Idempotency-Key van het bericht.")
    kenmerk: str = Field(description="Waaraan een herhaling wordt herkend; het bericht staat er niet in.")
    beurt: Beurt = Field(description="Wat de assistent zegt.")


class Bewaard(Outgoing):
    """Every byte that is kept about a conversation."""

    gesprek_id: str = Field(description="Het id van het gesprek. Wie dit weet, kan bij het gesprek.")
    code: str | None = Field(description="Het id van de gedragscode.")
    begonnen: datetime = Field(description="Wanneer het gesprek begon.")
    beoordeeld: list[str] = Field(description="Het adviesId van elk advies waarvan een ja of nee is meegeteld.")
    herhalingen: list[Herhaling] = Field(description="Antwoorden die klaarliggen voor een herhaald bericht.")
    gesprek: dict[str, Any] = Field(description="Wat de assistent bewaart: code, dilemma en gekozen antwoorden.")


def kept_json(conversation: Known, kept: Kept, repeats: Mapping[str, Repeat]) -> Bewaard:
    """What the edge and the engine keep about this conversation, together."""
    again = [Herhaling(sleutel=key, kenmerk=repeat.mark, beurt=repeat.beurt) for key, repeat in repeats.items()]
    return Bewaard(gesprek_id=conversation.id, code=kept.code or conversation.code, begonnen=conversation.begun,
                   beoordeeld=sorted(conversation.rated), herhalingen=again, gesprek=kept.model_dump(mode="json"))
