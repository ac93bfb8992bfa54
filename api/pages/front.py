"""The front door: the chat, and the same conversation for whoever has no script."""
from fastapi import APIRouter
from starlette.responses import HTMLResponse, JSONResponse

from api.edge import TheEdge
from api.pages.rendering import page

router = APIRouter(include_in_schema=False)


@router.get("/")
async def front(edge: TheEdge) -> HTMLResponse:
    """The page where somebody talks to the assistant."""
    return page(edge, "voorkant.html", default_code=edge.settings.default_code, conversation=None)


@router.get("/web/instellingen.json")
async def settings(edge: TheEdge) -> JSONResponse:
    """What the chat has to know about this deployment; the same for everyone."""
    return JSONResponse({"stilteMinuten": edge.settings.idle_minutes, "weg": edge.settings.quick_exit,
                         "aanmelden": edge.settings.login_issuer is not None})
