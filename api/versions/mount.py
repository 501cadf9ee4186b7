"""The routes of versions on one app."""

from __future__ import annotations

from fastapi import FastAPI

from api.inspections.desk import Desk
from api.routes import corpus_drafts, corpus_uploads, corpus_versions
from api.versions.shelf import Shelf


def mount_versions(app: FastAPI, desk: Desk, shelf: Shelf) -> None:
    """Drafts first: their path would read as a version's number."""
    app.include_router(corpus_uploads.router(desk, shelf))
    app.include_router(corpus_drafts.router(desk, shelf))
    app.include_router(corpus_versions.router(desk, shelf))
