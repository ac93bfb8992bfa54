"""Which media types are read and given."""
from collections.abc import Sequence

from starlette.requests import Request

from api.problems import ProblemError

JSON = "application/json"


async def reads_json(request: Request) -> None:
    """Refuse a body that is not called JSON."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != JSON and await request.body():
        raise ProblemError(415, f"Stuur de aanvraag als {JSON} en zet dat in Content-Type.", headers={"Accept": JSON})


async def gives_json(request: Request) -> None:
    """Refuse a caller who does not take JSON."""
    wanted(request, (JSON,))


def wanted(request: Request, offered: Sequence[str]) -> str:
    """The offered media type that the caller likes best; the first when it makes no difference."""
    ranges = ranges_in(",".join(request.headers.getlist("accept")) or "*/*")
    best = max(offered, key=lambda media_type: liking(media_type, ranges))
    if liking(best, ranges) <= 0:
        raise ProblemError(406, f"Dit antwoord is er alleen als: {', '.join(offered)}.")
    return best


def ranges_in(accept: str) -> dict[str, float]:
    """The media ranges of an Accept header with how much each is liked."""
    parts = (part.lower().replace(" ", "").split(";") for part in accept.split(",") if part.strip())
    return {name: quality(parameters) for name, *parameters in parts}


def quality(parameters: Sequence[str]) -> float:
    """The quality in the parameters of a media range; 1 when it is left out, 0 when it makes no sense."""
    given = next((parameter[2:] for parameter in parameters if parameter.startswith("q=")), "1")
    return float(given) if given.replace(".", "", 1).isascii() and given.replace(".", "", 1).isdigit() else 0.0


def liking(media_type: str, ranges: dict[str, float]) -> float:
    """How much this media type is liked, by the most precise range that holds it."""
    for name in (media_type, f"{media_type.partition('/')[0]}/*", "*/*"):
        if name in ranges:
            return ranges[name]
    return 0.0
