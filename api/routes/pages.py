"""The pages of the web app and the files they need: all from this host."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse, HTMLResponse
from fastapi.staticfiles import StaticFiles

from api.pages.chosen_bureau import remember
from api.pages.frames import Frames
from api.pages.offline import page_worker_script
from api.pages.page import Page
from api.pages.rendering import render

_WEB = Path(__file__).parent.parent / "web"
# A page names whoever is signed in: no cache in between may keep it, and going back must not show it after signing out.
_CACHE = {"Cache-Control": "private, no-cache", "Vary": "Cookie"}
_WORKER_CACHE = {"Cache-Control": "no-cache"}


def router(frames: Frames) -> APIRouter:
    """A GET for every page of `api.pages.navigation`."""
    routes = APIRouter(include_in_schema=False)

    def show(page: Page) -> Callable[[Request], HTMLResponse]:
        def answer(request: Request) -> HTMLResponse:
            frame = frames.around(request, page)
            facts = page.facts(frames.asked(request, frame)) if page.facts else {}
            response = HTMLResponse(render(page.template, page.title, frame, facts), headers=_CACHE)
            remember(frames.bureaus, request, response)
            return response

        return answer

    for page in frames.pages:
        routes.add_api_route(page.path, show(page), methods=["GET"], response_class=HTMLResponse)

    @routes.get("/service-worker.js")
    def service_worker() -> FileResponse:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        """At the root, for a worker may only serve pages below its own address."""
        return FileResponse(_WEB / "js" / "inspections" / "service_worker.js", headers=_WORKER_CACHE)

    @routes.get("/page-worker.js")
    def page_worker() -> Response:  # pyright: ignore[reportUnusedFunction]  (as above)
        """The one for the page that anybody may open; the more specific one above goes before it."""
        return Response(page_worker_script(), media_type="text/javascript", headers=_WORKER_CACHE)

    return routes


def problem_page(frames: Frames) -> Callable[[Request, int, str, str], HTMLResponse]:
    """What somebody with a browser sees at an address that leads nowhere: status, title and what to do."""

    def show(request: Request, status: int, title: str, detail: str) -> HTMLResponse:
        page = render("problem.html", title, frames.around(request, None), {"detail": detail})
        return HTMLResponse(page, status_code=status, headers=_CACHE)

    return show


def static_files() -> StaticFiles:
    """Style sheets and scripts."""
    return StaticFiles(directory=_WEB)
