"""What somebody may do, and which right each address asks for."""
from collections.abc import Mapping

READ, TALK = "lezen", "gesprekken"
RIGHTS: Mapping[str, str] = {
    READ: "Gedragscodes, beslisbomen en contacten lezen en een beslisboom doorlopen.",
    TALK: "Gesprekken voeren en teksten laten herkennen.",
}
ALL = frozenset(RIGHTS)
FREE = ("/v1/gezondheid", "/v1/klaar", "/v1/openapi.json", "/v1/docs", "/aanmelden", "/aanmelden/nodig",
        "/aanmelden/gelukt", "/aangemeld", "/afgemeld")
FREE_BELOW = ("/web/", "/slack/", "/teams/")
TALKING = ("/v1/", "/gesprek")


def right_for(path: str) -> str | None:
    """The right that this address asks for; None when it is for everyone, or when a channel checks its own sender."""
    if path in FREE or path.startswith(FREE_BELOW):
        return None
    return TALK if path.startswith(TALKING) and not path.startswith("/v1/codes") else READ
