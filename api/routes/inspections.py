"""GET and POST /v1/inspections, GET /v1/inspections/{id}: list, begin, and where one stands."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import StringConstraints

from api.inspections.desk import Desk
from api.inspections.entering import Entering
from api.inspections.parameters import READING, REPLAYED, WRITING, Id, IdempotencyKey
from api.inspections.replies import InspectionReply, PageReply, RecordedReply, Status
from api.inspections.requests import BeginRequest, Day
from api.inspections.state_json import event_reply, inspection_reply, listed_reply
from api.inspections.who import Who
from assistant.inspection.records import Wanted

Filter = Annotated[str, StringConstraints(min_length=1, max_length=200)]


def router(desk: Desk) -> APIRouter:
    """The routes over one desk."""
    routes = APIRouter(prefix="/v1/inspections", tags=["检查"])
    inspections = desk.office.inspections

    @routes.get("", summary="检查列表", responses=READING)
    def page(  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        who: Who,
        regime: Annotated[Filter | None, Query(description="监管制度：编号、名称或日常说法")] = None,
        unit: Annotated[Filter | None, Query(description="被检查单位的名称，须全同")] = None,
        register: Annotated[Filter | None, Query(description="单位在名录里的编号")] = None,
        status: Annotated[Status | None, Query(description="进度")] = None,
        kind: Annotated[Filter | None, Query(description="检查种类")] = None,
        first_day: Annotated[Day | None, Query(description="检查日期从这一天起")] = None,
        last_day: Annotated[Day | None, Query(description="检查日期到这一天止")] = None,
        after: Annotated[Filter | None, Query(description="上一页给出的 next")] = None,
        limit: Annotated[int, Query(ge=1, le=100, description="一页几条")] = 50,
    ) -> PageReply:
        """您参加的检查（管理员：全部），最近开始的在前。"""
        held = desk.checklists.named(regime) if regime else None
        wanted = Wanted(
            document=held.document.id if held else None,
            regime=held.checklist.title if held else None,
            unit=unit,
            register=register,
            kind=kind,
            status=status,
            first_day=first_day,
            last_day=last_day,
        )
        found = inspections.page(who, wanted, now=desk.now(), after=after, limit=limit + 1)
        shown = found[:limit]
        return PageReply(
            inspections=[listed_reply(x) for x in shown], next=shown[-1].id if len(found) > limit else None
        )

    @routes.post("", status_code=201, summary="开始检查", responses=WRITING)
    def begin(sent: BeginRequest, who: Who, response: Response, key: IdempotencyKey = None) -> RecordedReply:  # pyright: ignore[reportUnusedFunction]
        """按一项监管制度的清单开始检查一家单位。清单在开始时抄下：文件以后改了，这次检查的清单不变。"""
        appended = Entering(desk, who).begin(sent, key)
        response.headers["Location"] = f"/v1/inspections/{appended.state.id}"
        response.headers[REPLAYED] = str(appended.again).lower()
        return RecordedReply(inspection=appended.state.id, recorded=event_reply(appended.recorded))

    @routes.get("/{id}", summary="一次检查", responses=READING)
    def show(id: Id, who: Who) -> InspectionReply:  # pyright: ignore[reportUnusedFunction]  (as above)
        """检查的全部情况：清单、结果、证据、文书。查看会记入访问日志。"""
        return inspection_reply(desk, inspections.read(who, id, now=desk.now()))

    return routes
