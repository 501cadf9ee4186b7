"""/v1/inspections/{id}/share, /reopen, /pause, /resume, /finish: what moves an inspection as a whole."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Response

from api.inspections.desk import Desk
from api.inspections.parameters import WRITING, Id, IdempotencyKey
from api.inspections.recording import record
from api.inspections.replies import RecordedReply
from api.inspections.requests import (
    AnyEvent,
    FinishedSent,
    PausedSent,
    ReopenedSent,
    ReopenRequest,
    ResumedSent,
    SharedSent,
    ShareRequest,
)
from api.inspections.who import Who


def router(desk: Desk) -> APIRouter:
    """The routes over one desk."""
    routes = APIRouter(prefix="/v1/inspections/{id}", tags=["检查"])

    @routes.post("/share", status_code=201, summary="共享", responses=WRITING)
    def share(id: Id, sent: ShareRequest, who: Who, response: Response, key: IdempotencyKey = None) -> RecordedReply:  # pyright: ignore[reportUnusedFunction]
        """让另一名检查人员查看和录入这次检查。只有开始检查的人和所列的检查人员可以共享。"""
        return record(desk, who, id, SharedSent(type="shared", account=sent.account), key, response)

    @routes.post("/reopen", status_code=201, summary="重新打开", responses=WRITING)
    def reopen(id: Id, sent: ReopenRequest, who: Who, response: Response, key: IdempotencyKey = None) -> RecordedReply:  # pyright: ignore[reportUnusedFunction]
        """结束了的检查要补充或更正时，先重新打开。"""
        return record(desk, who, id, ReopenedSent(type="reopened", reason=sent.reason), key, response)

    def step(path: str, summary: str, sent: Callable[[], AnyEvent]) -> None:
        @routes.post(path, status_code=201, summary=summary, description=f"{summary}这次检查。", responses=WRITING)
        def take(id: Id, who: Who, response: Response, key: IdempotencyKey = None) -> RecordedReply:  # pyright: ignore[reportUnusedFunction]
            return record(desk, who, id, sent(), key, response)

    step("/pause", "暂停", lambda: PausedSent(type="paused"))
    step("/resume", "继续", lambda: ResumedSent(type="resumed"))
    step("/finish", "结束", lambda: FinishedSent(type="finished"))

    return routes
