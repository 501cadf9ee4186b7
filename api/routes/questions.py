"""GET /v1/questions and /v1/questions/cases: what people asked and did not get; for staff."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Response
from pydantic import BeforeValidator

from api.inspections.desk import Desk
from api.inspections.parameters import READING, files
from api.inspections.who import Who
from api.overview.paging import After, Limit, page
from api.overview.question_replies import QuestionsReply, Status, group_reply
from api.written_day import written_day
from assistant.accounts.account import Account
from assistant.accounts.policy import account_may
from assistant.conversation.unanswered import Group, eval_cases, grouped

_WORDINGS = 20
_JSONL = "application/x-ndjson"
Since = Annotated[date | None, BeforeValidator(written_day), Query(description="只看这一天以来的")]
Of = Annotated[Status, Query(description="只看一种：文件没有写、不归本局管、没有再选、评价没有帮助")]


def router(desk: Desk) -> APIRouter:
    """The routes over one desk."""
    routes = APIRouter(prefix="/v1/questions", tags=["未答上来的问题"])

    def groups(who: Account, since: date | None, status: str) -> list[Group]:
        if not account_may(who, "unanswered.read"):
            raise HTTPException(403, "只有工作人员和管理员能看群众没有问到答案的问题；请换账号登录。")
        start = datetime.combine(since, time(), UTC) if since else None
        kept = desk.office.store.asked
        return [g for g in grouped(kept.unanswered(start), kept.unhelpful(start)) if not status or g.status == status]

    @routes.get("", summary="没有答上来的问题", responses=READING)
    def show(  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        who: Who, since: Since = None, status: Of = "", after: After = 0, limit: Limit = 20
    ) -> QuestionsReply:
        """相近的归在一起，问得多的在前。工作人员和管理员能看。"""
        found = groups(who, since, status)
        shown, more = page(found, after, limit)
        return QuestionsReply(
            groups=[group_reply(g, _WORDINGS) for g in shown],
            total=len(found),
            asked=sum(g.count for g in found),
            next=more,
        )

    @routes.get("/cases", summary="存成评测案例", response_class=Response, responses={**READING, **files(_JSONL)})
    def cases(who: Who, since: Since = None, status: Of = "") -> Response:  # pyright: ignore[reportUnusedFunction]
        """每组一行 JSON，期望的结果留空待填；和 renshe questions --export 一样。"""
        named = {"Content-Disposition": 'attachment; filename="asked.jsonl"'}
        return Response(eval_cases(groups(who, since, status)), media_type=_JSONL, headers=named)

    return routes
