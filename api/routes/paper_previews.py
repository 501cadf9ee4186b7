"""/v1/inspections/{id}/papers/{kind}: papers to look at and to print; nothing is kept."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse

from api.inspections.desk import Desk
from api.inspections.parameters import CONFLICT, READING, WRITING, Id, Kind, files
from api.inspections.requests import EnteredSent
from api.inspections.who import Who
from assistant.accounts.account import Account
from assistant.papers.case import Entered
from assistant.papers.html import to_html

_PAGE = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}
"""A printed page brings its own style and nothing else."""


def router(desk: Desk) -> APIRouter:
    """The routes over one desk."""
    routes = APIRouter(prefix="/v1/inspections/{id}", tags=["文书"])

    def page(who: Account, id: str, kind: str, entered: Entered) -> Response:
        return HTMLResponse(to_html(desk.papers.preview(who, id, kind, entered, now=desk.now())), headers=_PAGE)

    @routes.get(
        "/papers/{kind}",
        summary="预览文书",
        response_class=HTMLResponse,
        responses={**files("text/html"), **READING, **CONFLICT},
    )
    def look(id: Id, kind: Kind, who: Who) -> Response:  # pyright: ignore[reportUnusedFunction]  (as above)
        """可以打印的网页，没有填的地方标明【待填】。不保存。"""
        return page(who, id, kind, Entered())

    @routes.post(
        "/papers/{kind}/preview",
        summary="填写后预览",
        response_class=HTMLResponse,
        responses={**WRITING, **files("text/html")},
    )
    def preview(id: Id, kind: Kind, sent: EnteredSent, who: Who) -> Response:  # pyright: ignore[reportUnusedFunction]
        """按填写的内容排成可以打印的网页。不保存。"""
        return page(who, id, kind, sent.entered())

    return routes
