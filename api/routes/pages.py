"""The web page, the API's own page, and the files they need: all from this host."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

_WEB = Path(__file__).parent.parent / "web"
# A new version must reach the reader at once; the ETag of the file keeps the reload small.
_CACHE = {"Cache-Control": "no-cache"}


def router() -> APIRouter:
    """GET / and GET /docs."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/")
    def home() -> FileResponse:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        return FileResponse(_WEB / "index.html", headers=_CACHE)

    @routes.get("/docs")
    def docs() -> FileResponse:  # pyright: ignore[reportUnusedFunction]  (as above)
        return FileResponse(_WEB / "docs.html", headers=_CACHE)

    return routes


def static_files() -> StaticFiles:
    """Style sheet and scripts."""
    return StaticFiles(directory=_WEB)
