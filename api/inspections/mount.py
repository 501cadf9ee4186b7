"""All routes that need the office, on one app."""

from __future__ import annotations

from fastapi import FastAPI

from api.inspections.desk import Desk
from api.routes import (
    access_log,
    archives,
    inspection_events,
    inspection_files,
    inspection_papers,
    inspection_steps,
    inspections,
    meters,
    paper_previews,
    session,
    units,
)

_ROUTERS = (
    access_log,
    session,
    inspections,
    inspection_events,
    inspection_steps,
    inspection_files,
    inspection_papers,
    paper_previews,
    archives,
    units,
    meters,
)


def mount_inspections(app: FastAPI, desk: Desk) -> None:
    """Add the routes."""
    app.state.desk = desk
    for routes in _ROUTERS:
        app.include_router(routes.router(desk))
