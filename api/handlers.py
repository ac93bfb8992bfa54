"""The one place that decides which error becomes which refusal."""
from collections.abc import Callable, Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Match

from api.assistant import RefusedError
from api.away import EngineAwayError
from api.edge import edge_of, people
from api.faults import Fault, fault_of, faults_in_body, shown
from api.pages.trouble import answered
from api.problems import ProblemError, bad_input, not_found, storing
from bot.errors import BrokenReceiptError, OtherVersionError, UnknownError

METHODS = ("GET", "HEAD", "POST", "DELETE")
AWAY = ("De assistent kan nu niet antwoorden. Je gesprek is niet veranderd: probeer het straks nog eens. "
        "Wil je niet wachten? Praat dan met een van deze mensen.")
DETAILS: Mapping[int, str] = {
    400: "De aanvraag is niet te lezen.",
    404: "Dit adres bestaat niet. Wat er wel is, staat in /v1/openapi.json.",
}


def of_body(_: Request, error: RequestValidationError) -> ProblemError:
    """A body with every fault in it."""
    return bad_input(faults_in_body(error.errors()))


def of_address(_: Request, error: UnknownError) -> ProblemError:
    """A code, dilemma or passage in the address that does not exist."""
    return not_found(fault_of(error, error.kind))


def of_receipt(request: Request, error: BrokenReceiptError) -> ProblemError:
    """The id of an advice that leads to none."""
    words = edge_of(request).catalogue.phrases.line("nummer_kapot")
    return not_found(Fault(veld="adviesId", melding=words, gegeven=shown(error.given),
                           verwacht=("een adviesId zoals het bij een advies staat",)))


def of_version(request: Request, error: OtherVersionError) -> ProblemError:
    """An advice that was given under other content than there is now."""
    words = edge_of(request).catalogue.phrases.line(f"nummer_{error.part}", naam=error.name, nu=error.current)
    return ProblemError(410, words)


def of_choice(_: Request, error: RefusedError) -> ProblemError:
    """A choice that does not exist."""
    fault = error.fault
    return bad_input([fault.model_copy(update={"gegeven": shown(fault.gegeven or "")})])


def of_engine(request: Request, error: EngineAwayError) -> ProblemError:
    """An engine that does not answer: people do."""
    return ProblemError(503, AWAY, people=people(edge_of(request).catalogue, error.code), headers={"Retry-After": "5"})


def of_http(request: Request, error: HTTPException) -> ProblemError:
    """What the framework refuses."""
    if error.status_code == 405:
        allowed = ", ".join(allowed_for(request))
        return ProblemError(405, f"Dit adres kent alleen: {allowed}.", headers={"Allow": allowed})
    if error.status_code in DETAILS:
        return ProblemError(error.status_code, DETAILS[error.status_code])
    return of_anything(request, error)


def of_anything(_: Request, _error: Exception) -> ProblemError:
    """A fault of our own."""
    return storing()


def as_it_is(_: Request, problem: ProblemError) -> ProblemError:
    """A refusal of our own."""
    return problem


PROBLEMS: Mapping[type[Exception], Callable[[Request, Any], ProblemError]] = {
    RequestValidationError: of_body, UnknownError: of_address, RefusedError: of_choice, EngineAwayError: of_engine,
    BrokenReceiptError: of_receipt, OtherVersionError: of_version,
    HTTPException: of_http, ProblemError: as_it_is, Exception: of_anything,
}


def allowed_for(request: Request) -> tuple[str, ...]:
    """The methods that this address knows."""
    routes = request.app.router.routes
    return tuple(method for method in METHODS if any(
        route.matches({**request.scope, "method": method})[0] is Match.FULL for route in routes))


def handler_for(problem_of: Callable[[Request, Any], ProblemError]) -> Callable[[Request, Exception], Response]:
    """A handler that answers with the problem that is made of an error."""
    def handle(request: Request, error: Exception) -> Response:
        return answered(request, problem_of(request, error))
    return handle


def add_handlers(app: FastAPI) -> None:
    """Answer every error of the app with a problem."""
    for error, problem_of in PROBLEMS.items():
        app.add_exception_handler(error, handler_for(problem_of))
