"""GET and POST /v1/units: the register of units that are to be inspected."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Query, UploadFile
from pydantic import StringConstraints

from api.inspections.desk import Desk
from api.inspections.parameters import READING, WRITING
from api.inspections.unit_replies import ImportReply, LookThroughReply, RowReply, UnitReply, UnitsReply
from api.inspections.who import Who
from assistant.accounts.account import Account
from assistant.accounts.policy import Action, account_may
from assistant.inspection.register_file import look_through, read_register
from assistant.store.units import RegisteredUnit

_Words = Annotated[str, StringConstraints(min_length=1, max_length=200)]
_File = Annotated[UploadFile, File(description="xlsx 或 csv，表头写“单位名称”，最大 5 MB")]
_Regimes = Annotated[
    list[_Words], Form(max_length=50, description="这些单位属于哪些监管制度；表里有“监管制度”列的可以不写")
]
_SHOWN = 200
"""Rows of a file that are shown before it is imported."""


def router(desk: Desk) -> APIRouter:
    """The routes over one desk."""
    routes = APIRouter(prefix="/v1/units", tags=["名录"])
    register = desk.office.store.units

    def title(words: str) -> str:
        return desk.checklists.named(words).checklist.title

    @routes.get("", summary="单位名录", responses=READING)
    def page(  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        who: Who,
        regime: Annotated[_Words | None, Query(description="监管制度：编号、名称或日常说法")] = None,
        name: Annotated[_Words | None, Query(description="名称里含有的字")] = None,
        after: Annotated[_Words | None, Query(description="上一页给出的 next")] = None,
        limit: Annotated[int, Query(ge=1, le=1000, description="一页几家")] = 100,
    ) -> UnitsReply:
        """按名称排列。工作人员、检查人员和管理员能看。"""
        _allow(who, "units.read")
        title = desk.checklists.named(regime).checklist.title if regime else None
        found = register.all(regime=title, name=name)
        start = next((n for n, unit in enumerate(found, 1) if unit.id == after), 0) if after else 0
        shown = found[start : start + limit]
        more = len(found) > start + limit
        return UnitsReply(units=[_reply(u) for u in shown], total=len(found), next=shown[-1].id if more else None)

    @routes.post("", status_code=201, summary="导入名录", responses=WRITING)
    def load(  # pyright: ignore[reportUnusedFunction]  (as above)
        who: Who,
        file: _File,
        regime: _Regimes = [],  # noqa: B006  (the framework copies it)
    ) -> ImportReply:
        """按编号（没有编号的按名称）新增或更新；名录里其他单位不动。"""
        _allow(who, "units.change")
        read = read_register(file.filename or "", file.file.read(), regime, title)
        units = (RegisteredUnit(id=r.id, name=r.name, regimes=r.regimes, attributes=r.attributes) for r in read.rows)
        return ImportReply(imported=register.put(units, at=desk.now()), problems=list(read.problems))

    @routes.post("/preview", summary="导入前先看", responses=WRITING)
    def look(who: Who, file: _File, regime: _Regimes = []) -> LookThroughReply:  # pyright: ignore[reportUnusedFunction]  # noqa: B006  (the framework copies it)
        """读出文件里的单位和有错的行，不改名录。"""
        _allow(who, "units.change")
        found = look_through(file.filename or "", file.file.read(), regime, title)
        stored = {unit.id for unit in register.all()}
        rows = [RowReply(**asdict(r), known=r.id in stored) for r in found.rows[:_SHOWN]]
        problems, refused = list(found.problems), list(found.refused)
        return LookThroughReply(rows=rows, total=len(found.rows), problems=problems, refused=refused)

    return routes


def _allow(who: Account, action: Action) -> None:
    if not account_may(who, action):
        raise HTTPException(403, "您的账号不能使用单位名录；请用检查人员或管理员的账号登录。")


def _reply(unit: RegisteredUnit) -> UnitReply:
    return UnitReply(id=unit.id, name=unit.name, regimes=list(unit.regimes), attributes=unit.attributes)
