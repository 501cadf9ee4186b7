"""/v1/inspections/{id}/events: the log, and what is entered: one by one, or a queue that waited for a network."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from api.inspections.desk import Desk
from api.inspections.entering import Entering
from api.inspections.faults import status_of
from api.inspections.parameters import READING, WRITING, Id, IdempotencyKey
from api.inspections.recording import record
from api.inspections.replies import CheckReply, LogReply, QueuedReply, QueueReply, RecordedReply
from api.inspections.requests import (
    EventSent,
    Queue,
    QueuedEvent,
)
from api.inspections.state_json import event_reply
from api.inspections.who import Who
from assistant.accounts.account import Account
from assistant.accounts.errors import DeniedError, HiddenError
from assistant.inspection.chain import first_break
from assistant.inspection.errors import InspectionError

_SOME: dict[int | str, dict[str, Any]] = {207: {"description": "有的没有收，逐条看 results", "model": QueueReply}}


def router(desk: Desk) -> APIRouter:
    """The routes over one desk."""
    routes = APIRouter(prefix="/v1/inspections/{id}", tags=["检查"])
    inspections = desk.office.inspections

    @routes.get("/events", summary="检查记录", responses=READING)
    def log(  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        id: Id,
        who: Who,
        after: Annotated[int, Query(ge=0, le=10_000_000, description="只要这个序号以后的")] = 0,
        limit: Annotated[int, Query(ge=1, le=1000, description="一页几条")] = 200,
    ) -> LogReply:
        """逐条记录，先后排列，每条带着校验值。查看会记入访问日志。"""
        history = inspections.read(who, id, now=desk.now()).history[after:]
        shown = history[:limit]
        return LogReply(events=[event_reply(x) for x in shown], next=shown[-1].seq if len(history) > limit else None)

    @routes.post("/events", status_code=201, summary="录入一条", responses=WRITING)
    def append(id: Id, sent: EventSent, who: Who, response: Response, key: IdempotencyKey = None) -> RecordedReply:  # pyright: ignore[reportUnusedFunction]
        """结果、备注、更正（也包括开头写的单位、日期、人员）、转到另一项、共享、暂停、继续、结束、重新打开。回复时已经存好。"""
        return record(desk, who, id, sent, key, response)

    @routes.post("/events/batch", summary="录入一批", responses={**_SOME, **WRITING})
    def batch(id: Id, sent: Queue, who: Who, response: Response) -> QueueReply:  # pyright: ignore[reportUnusedFunction]
        """没有网络时攒下的各条，按先后办理；每条有自己的提交编号，整批可以重发。"""
        results = [_queued(desk, who, id, one) for one in sent.events]
        if any(x.recorded is None for x in results):
            response.status_code = 207
        return QueueReply(results=results)

    @routes.get("/verification", summary="核对记录", responses=READING)
    def verify(id: Id, who: Who) -> CheckReply:  # pyright: ignore[reportUnusedFunction]  (as above)
        """重新计算每一条的校验值，看有没有改动。"""
        state = inspections.read(who, id, now=desk.now())
        last = state.history[-1]
        found = first_break(id, desk.office.store.events.links(id)[: last.seq], (last.seq, last.hash))
        return CheckReply(whole=found is None, problems=[f"第 {found.seq} 条：{found.why}。"] if found else [])

    return routes


def _queued(desk: Desk, who: Account, inspection: str, one: QueuedEvent) -> QueuedReply:
    try:
        appended = Entering(desk, who).record(inspection, one.event, one.key)
    except HiddenError:
        raise  # not to be known of at all: the whole queue is refused, as for one that does not exist
    except (InspectionError, DeniedError) as error:
        return QueuedReply(key=one.key, status=status_of(error), detail=str(error))
    return QueuedReply(key=one.key, status=201, recorded=event_reply(appended.recorded))
