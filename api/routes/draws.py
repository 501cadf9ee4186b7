"""POST /v1/draws: a random draw that anybody can replay; POST /v1/draws/check replays one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Response
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from api.problems import problem_responses
from api.routes.plans import Count, Name, Units
from api.sheet_response import FILES, sheet_response
from api.written_day import written_day
from assistant.planning.draw_check import differences, read_record
from assistant.planning.draw_order import DrawOrder
from assistant.planning.draw_sheet import draw_sheet
from assistant.planning.planner import Planner
from assistant.planning.units_file import from_objects


class DrawRequest(BaseModel):
    """What is to be drawn."""

    model_config = ConfigDict(extra="forbid")

    units: Units = Field(description="单位：名称，或带 name、stratum（类别）、checked（上次检查日期）的对象")
    regime: Name | None = Field(default=None, description="按哪项监管制度的比例抽，可用日常说法")
    kind: Name | None = Field(default=None, description="哪一种检查；不写取要求最高的")
    size: Count | None = Field(default=None, description="直接指定抽几家")
    share: Annotated[float, Field(gt=0, le=1)] | None = Field(default=None, description="直接指定比例，0.3 即 30%")
    seed: Annotated[str, StringConstraints(min_length=1, max_length=200)] | None = Field(
        default=None, description="随机种子；不写由系统产生"
    )
    not_since: Annotated[date, BeforeValidator(written_day)] | None = Field(
        default=None, description="排除这一天以来查过的单位"
    )
    format: Literal["json", "docx", "xlsx", "csv"] = Field(default="json", description="格式")


class CheckRequest(BaseModel):
    """A record of a draw and the list it was made from."""

    model_config = ConfigDict(extra="forbid")

    record: dict[str, Any] = Field(description="/v1/draws 给出的 JSON")
    units: Units = Field(description="抽取时的名单")


class CheckReply(BaseModel):
    """Whether the replay gives the same draw."""

    same: bool
    differences: list[str]


def router(door: Callable[[], Planner], fresh_seed: Callable[[], str]) -> APIRouter:
    """The routes over one planner, made when it is first needed; `fresh_seed` is asked where a request names no seed."""
    routes = APIRouter(prefix="/v1", tags=["计划和抽取"])
    faults = problem_responses(400, 413, 422, 500)

    @routes.post("/draws", summary="随机抽取", response_class=Response, responses={**FILES, **faults})
    def make(order: DrawRequest) -> Response:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        """从名单里随机抽取检查对象：种子公开，同样的名单和种子抽出同样的结果。"""
        wanted = DrawOrder(
            from_objects(list(enumerate(order.units, 1))),
            order.seed or fresh_seed(),
            regime=order.regime or "",
            kind=order.kind or "",
            size=order.size,
            share=Fraction(str(order.share)) if order.share is not None else None,
            not_since=order.not_since,
        )
        planner = door()
        return sheet_response(draw_sheet(planner.draw(wanted), planner.knowledge), order.format)

    @routes.post("/draws/check", summary="核对抽取", responses=faults)
    def check(asked: CheckRequest) -> CheckReply:  # pyright: ignore[reportUnusedFunction]  (as above)
        """按记录重新抽一遍，看结果是否相同。"""
        record = read_record(msgspec.json.encode(asked.record))
        found = differences(record, from_objects(list(enumerate(asked.units, 1))))
        return CheckReply(same=not found, differences=list(found))

    return routes
