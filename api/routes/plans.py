"""POST /v1/plans: a year's inspections under one regime or all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.problems import problem_responses
from api.sheet_response import FILES, Form, sheet_response
from assistant.planning.plan_sheet import part_of_year, plan_sheet
from assistant.planning.planner import FIRST_YEAR, LAST_YEAR, Planner, PlanOrder
from assistant.planning.units import MOST_UNITS
from assistant.planning.units_file import from_objects

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Count = Annotated[int, Field(ge=1, le=10_000_000, strict=True)]
Units = Annotated[list[str | dict[str, Any]], Field(max_length=MOST_UNITS)]


class PlanRequest(BaseModel):
    """What is to be planned."""

    model_config = ConfigDict(extra="forbid")

    year: Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR, strict=True)] = Field(description="哪一年")
    regime: Name | None = Field(default=None, description="监管制度的名称，可用日常说法；不写就是全部")
    units: Count | Units | dict[Name, Count] | None = Field(
        default=None, description="单位总数；或单位名单；或制度名称 → 单位总数"
    )
    special: Annotated[int, Field(ge=1, strict=True)] | None = Field(
        default=None, description="其中要单独达到比例的有几家"
    )
    month: Annotated[int, Field(ge=1, le=12, strict=True)] | None = Field(default=None, description="只要某一个月")
    quarter: Annotated[int, Field(ge=1, le=4, strict=True)] | None = Field(default=None, description="只要某一个季度")
    format: Form = Field(default="json", description="格式")


def router(door: Callable[[], Planner]) -> APIRouter:
    """The route over one planner, made when it is first needed."""
    routes = APIRouter(prefix="/v1", tags=["计划和抽取"])

    @routes.post(
        "/plans",
        summary="检查计划",
        response_class=Response,
        responses={**FILES, **problem_responses(400, 413, 422, 500)},
    )
    def plan(order: PlanRequest) -> Response:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        """编制一年（或一季、一月）的检查计划：每项检查最少几家、算式、依据。"""
        planner = door()
        plans = planner.plan(_order(order))
        part = part_of_year(order.month, order.quarter)
        return sheet_response(plan_sheet(plans, planner.knowledge, part), order.format)

    return routes


def _order(asked: PlanRequest) -> PlanOrder:
    units = asked.units
    return PlanOrder(
        year=asked.year,
        regimes=(asked.regime,) if asked.regime else (),
        units=units if isinstance(units, int) else None,
        by_regime=units if isinstance(units, dict) else {},
        listed=from_objects(list(enumerate(units, 1))) if isinstance(units, list) else None,
        special=asked.special,
        month=asked.month,
        quarter=asked.quarter,
    )
