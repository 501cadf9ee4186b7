"""The pages of the web app and the files they need: all from this host."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse, HTMLResponse
from fastapi.staticfiles import StaticFiles

from api.inspections.desk import Desk
from api.inspections.who import COOKIE
from api.pages.navigation import pages_served
from api.pages.offline import page_worker_script
from api.pages.page import Asked, Page
from api.pages.rendering import Frame, render
from assistant.accounts.account import Account
from assistant.accounts.tokens import csrf_token
from assistant.store.errors import StoreError
from corpus.records import Corpus

_WEB = Path(__file__).parent.parent / "web"
# A page names whoever is signed in: no cache in between may keep it, and going back must not show it after signing out.
_CACHE = {"Cache-Control": "private, no-cache", "Vary": "Cookie"}


def router(corpus: Corpus, desk: Desk | None) -> APIRouter:
    """A GET for every page of `api.pages.navigation`."""
    routes = APIRouter(include_in_schema=False)
    pages = pages_served(office=desk is not None)
    bureau = next((document.bureau for document in corpus.documents if document.bureau), "")

    def show(page: Page) -> Callable[[Request], HTMLResponse]:
        def answer(request: Request) -> HTMLResponse:
            session = request.cookies.get(COOKIE, "")
            account = _signed_in(desk, session)
            asked = Asked(corpus, account, request.path_params, request.query_params)
            frame = Frame(
                bureau=bureau,
                menu=[entry for entry in pages if entry.menu],
                here=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
                section=_section(pages, page),
                can_sign_in=desk is not None,
                account=account,
                csrf=csrf_token(session) if account else "",
            )
            facts = page.facts(asked) if page.facts else {}
            return HTMLResponse(render(page.template, page.title, frame, facts), headers=_CACHE)

        return answer

    @routes.get("/service-worker.js")
    def service_worker() -> FileResponse:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        """At the root, for a worker may only serve pages below its own address."""
        return FileResponse(_WEB / "js" / "inspections" / "service_worker.js", headers={"Cache-Control": "no-cache"})

    for page in pages:
        routes.add_api_route(page.path, show(page), methods=["GET"], response_class=HTMLResponse)

    @routes.get("/page-worker.js")
    def page_worker() -> Response:  # pyright: ignore[reportUnusedFunction]  (as above)
        """The one for the page that anybody may open; the more specific one above goes before it."""
        return Response(page_worker_script(), media_type="text/javascript", headers={"Cache-Control": "no-cache"})

    return routes


def _section(pages: tuple[Page, ...], page: Page) -> str:
    """`/inspections` for `/inspections/{id}/papers`."""
    under = (entry.path for entry in pages if entry.menu and f"{page.path}/".startswith(f"{entry.path.rstrip('/')}/"))
    return page.path if page.menu else max((path for path in under if path != "/"), key=len, default="")


def _signed_in(desk: Desk | None, session: str) -> Account | None:
    """Whose session it is. A store that cannot be read signs nobody in, and the page is shown all the same."""
    if desk is None or not session:
        return None
    try:
        return desk.office.sign_in.who(session, now=desk.now())
    except StoreError:
        return None


def static_files() -> StaticFiles:
    """Style sheets and scripts."""
    return StaticFiles(directory=_WEB)
