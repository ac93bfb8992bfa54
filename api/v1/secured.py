"""Who may call what, as the OpenAPI document says it for this installation."""
from collections.abc import Mapping
from typing import Any

from api.access.gate import KEY_HEADER
from api.access.rights import RIGHTS, right_for
from api.settings import Settings

Json = dict[str, Any]
REFUSED = ("401", "403")


def secured(document: Mapping[str, Any], settings: Settings) -> Json:
    """The document with the ways to show who you are, and without the refusals that this installation never gives."""
    known = schemes(settings)
    paths = {path: {method: with_access(operation, right_for(f"/v1{path}"), known, settings.is_open)
                    for method, operation in item.items()} for path, item in document["paths"].items()}
    parts = {**document["components"], **({"securitySchemes": known} if known else {})}
    return {**document, "paths": paths, "components": parts}


def schemes(settings: Settings) -> Json:
    """The ways to show who you are that are set."""
    rights = " ".join(f"{name}: {meaning}" for name, meaning in RIGHTS.items())
    found = {
        "sleutel": settings.keys_file and {"type": "apiKey", "in": "header", "name": KEY_HEADER,
                                           "description": f"Een sleutel van de beheerder. Rechten: {rights}"},
        "token": settings.token_issuer and {
            "type": "openIdConnect", "openIdConnectUrl": f"{settings.token_issuer}/.well-known/openid-configuration",
            "description": f"Een token van de aanbieder, met client credentials. Rechten: {rights}"},
        "aangemeld": settings.login_issuer and {
            "type": "apiKey", "in": "cookie", "name": settings.cookie,
            "description": "Wie zich op de pagina heeft aangemeld."},
    }
    return {name: scheme for name, scheme in found.items() if scheme}


def with_access(operation: Json, right: str | None, known: Json, is_open: bool) -> Json:
    """An operation with the ways in; one that is for everyone keeps no refusals for want of access."""
    if right is None or not known:
        answers = {status: answer for status, answer in operation["responses"].items() if status not in REFUSED}
        return {**operation, "responses": answers, "security": []}
    ways = [{name: [right] if scheme["type"] == "openIdConnect" else []} for name, scheme in known.items()]
    return {**operation, "security": [*ways, *([{}] if is_open else [])]}
