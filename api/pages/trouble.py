"""A refusal as a page, for whoever reads pages."""
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from api.edge import edge_of
from api.pages.rendering import page
from api.problems import ProblemError, answer


def answered(request: Request, problem: ProblemError) -> Response:
    """The problem as a page outside the API for a browser, else as data."""
    reads_pages = "text/html" in request.headers.get("accept", "")
    return trouble_page(request, problem) if reads_pages and not request.url.path.startswith("/v1") else answer(problem)


def trouble_page(request: Request, problem: ProblemError) -> HTMLResponse:
    """What went wrong in words, who to talk to, and a way on."""
    edge, name = edge_of(request), f"mis_{problem.status}"
    words = edge.catalogue.page_words.get(name, problem.detail)
    faults = problem.faults if problem.status == 400 else ()
    found = page(edge, "mis.html", problem.status, words=words, people=problem.people,
                 faults=tuple(dict.fromkeys(fault.melding for fault in faults)),
                 back=way_back(request, problem.status))
    found.headers.update(problem.headers)
    return found


def way_back(request: Request, status: int) -> str | None:
    """The address of the conversation that this belongs to, when it is still there."""
    handle = request.path_params.get("handle")
    return f"/gesprek/{handle}" if handle and status != 404 else None
