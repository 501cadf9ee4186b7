"""GET /v1/access-log: who looked at or changed which inspection or file, and when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta, timezone
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel, Field, StringConstraints

from api.inspections.desk import Desk
from api.inspections.parameters import READING
from api.inspections.requests import Day
from api.inspections.who import Who
from assistant.accounts.account import Access, Account
from assistant.accounts.policy import account_may
from assistant.store.access_log import AccessLog

_CHINA = timezone(timedelta(hours=8))
_Words = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class AccessReply(BaseModel):
    """One line."""

    n: int = Field(description="序号")
    at: datetime = Field(description="时间，UTC")
    account: str | None = Field(description="账号编号；没有登录的为空")
    name: str | None = Field(description="姓名；没有登录的为空")
    action: str = Field(description="做什么：inspection.read 看检查、file.read 取文件、inspection.list 看列表……")
    subject: str = Field(description="检查或账号的编号，或文件的校验值")
    result: Literal["允许", "拒绝"] = Field(description="结果")


class AccessLogReply(BaseModel):
    """A page."""

    lines: list[AccessReply] = Field(description="最近的在前")
    next: int | None = Field(description="下一页的 before；没有下一页时为空")


def router(desk: Desk) -> APIRouter:
    """The route over one desk."""
    routes = APIRouter(prefix="/v1", tags=["访问日志"])

    @routes.get("/access-log", summary="访问日志", responses=READING)
    def page(  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        who: Who,
        account: Annotated[_Words | None, Query(description="谁：账号的编号或名称")] = None,
        subject: Annotated[_Words | None, Query(description="看了什么：检查编号，或文件的校验值")] = None,
        action: Annotated[_Words | None, Query(description="做什么，例如 file.read")] = None,
        result: Annotated[Literal["允许", "拒绝"] | None, Query(description="结果")] = None,
        first_day: Annotated[Day | None, Query(description="从这一天起（北京时间）")] = None,
        last_day: Annotated[Day | None, Query(description="到这一天止（北京时间）")] = None,
        before: Annotated[int | None, Query(ge=1, le=2**53, description="上一页给出的 next")] = None,
        limit: Annotated[int, Query(ge=1, le=1000, description="一页几条")] = 100,
    ) -> AccessLogReply:
        """谁在什么时候看了、取了、改了哪次检查、哪个文件，办成没有。只有管理员能看；看它也记一条。"""
        log = _opened(desk, who)
        found = log.read(
            account=desk.account(account) if account else None,
            subject=subject,
            action=action,
            result=result,
            since=datetime.combine(first_day, time(), _CHINA) if first_day else None,
            until=datetime.combine(last_day, time(), _CHINA) + timedelta(days=1) if last_day else None,
            before=before,
            limit=limit + 1,
        )
        shown = found[:limit]
        names = desk.people(frozenset(x.account for _, x in shown if x.account))
        lines = [_line(n, x, names) for n, x in shown]
        return AccessLogReply(lines=lines, next=shown[-1][0] if len(found) > limit else None)

    return routes


def _opened(desk: Desk, who: Account) -> AccessLog:
    """The log, for those who may read it; that it was asked for is logged either way."""
    log, allowed = desk.office.store.access, account_may(who, "access-log.read")
    result = "允许" if allowed else "拒绝"
    log.add(Access(at=desk.now(), account=who.id, action="access-log.read", subject="", result=result))
    if not allowed:
        raise HTTPException(403, "只有管理员能看访问日志；请用管理员的账号登录。")
    return log


def _line(n: int, access: Access, names: Mapping[str, str]) -> AccessReply:
    return AccessReply(
        n=n,
        at=access.at,
        account=access.account,
        name=names.get(access.account or ""),
        action=access.action,
        subject=access.subject,
        result=access.result,
    )
