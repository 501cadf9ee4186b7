"""What lists of penalties and of discretion standards are narrowed by, for the signatures of routes."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from api.overview.penalty_replies import Measure, Shape

Reaches = Annotated[float | None, Query(ge=0, le=1e12, allow_inf_nan=False, description="上限不低于多少元")]
Measures = Annotated[Measure, Query(description="处理措施，见 /v1/penalties/filters")]
ShapeOf = Annotated[
    Shape,
    Query(description="priced 写了罚多少，amount 写了金额，person 按人或件计，multiple 按倍数，unpriced 没有写金额"),
]
