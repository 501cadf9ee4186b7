"""GET /v1/meters: done against owed for each regime and period."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import BeforeValidator, StringConstraints

from api.inspections.desk import Desk
from api.inspections.parameters import READING
from api.inspections.who import Who
from api.routes.ask import written_day
from api.sheet_response import sheet_response
from assistant.meters.chart import meters_svg
from assistant.meters.gather import Meters
from assistant.meters.sheet import meters_sheet
from assistant.planning.planner import Planner
from assistant.sheets.formats import FORMATS

_CHINA = timedelta(hours=8)
"""The day of an inspection is the day where it takes place."""
_Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
_Form = Literal["json", "docx", "xlsx", "ics", "csv", "svg"]
_CONTENT = {
    "description": "JSON，或按 format 给出的文件",
    "content": {
        m: {} for m in ("application/json", "image/svg+xml", *(f.media_type.split(";")[0] for f in FORMATS.values()))
    },
}


def router(desk: Desk) -> APIRouter:
    """The route over one desk."""
    routes = APIRouter(prefix="/v1", tags=["进度"])
    store = desk.office.store

    @cache
    def meters_() -> Meters:
        planner = Planner(desk.checklists.knowledge)  # the documents: not before they are needed
        return Meters(store.inspections, store.units, store.access, planner)

    @routes.get("/meters", summary="检查进度", response_class=Response, responses={**READING, 200: _CONTENT})
    def meters(  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        who: Who,
        regime: Annotated[
            list[_Name], Query(max_length=50, description="监管制度的名称，可用日常说法，可写几次；不写就是全部")
        ] = [],  # noqa: B006  (the framework copies it)
        as_of: Annotated[
            date | None, BeforeValidator(written_day), Query(description="按哪一天统计；不写就是今天")
        ] = None,
        format: Annotated[_Form, Query(description="格式")] = "json",
    ) -> Response:
        """每项检查应完成多少、已完成多少、还差多少、最迟哪天，附算式和出处。工作人员、检查人员和管理员能看。"""
        now = desk.now()
        day = as_of or (now + _CHINA).date()
        found = meters_().read(who, tuple(regime), day, now=now)
        if format == "svg":
            return Response(meters_svg(found, day), media_type="image/svg+xml")
        return sheet_response(meters_sheet(found, meters_().planner.knowledge, day), format)

    return routes
