"""All routes behind the pages on duties, penalties and documents, on one app."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI

from api.inspections.desk import Desk
from api.overview.evaluation import Reports
from api.routes import citations, documents, duties, evaluations, penalties, penalty_standards, questions
from assistant.overview.bureaus import Views
from assistant.planning.planner import Planner


def mount_overview(
    app: FastAPI, planner: Callable[[], Planner], views: Callable[[], Views], desk: Desk | None, evals: Path | None
) -> None:
    """Add the routes; those for staff only where there are accounts."""
    for routes in (citations, documents):
        app.include_router(routes.router(planner))
    for routes in (duties, penalties, penalty_standards):
        app.include_router(routes.router(views))
    if desk is not None:
        app.include_router(questions.router(desk))
        app.include_router(evaluations.router(Reports(evals)))
