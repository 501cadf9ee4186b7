"""What each tool is given: plain words and figures, in the terms of this field."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Count = Annotated[int, Field(ge=1, le=10_000_000)]
Yuan = Annotated[float, Field(ge=0, le=1e12)]


class ToolInput(BaseModel):
    """Frozen, and without fields that mean nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class AskInput(ToolInput):
    question: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)] = Field(
        description="问题，日常说法即可"
    )
    as_of: date | None = Field(default=None, description="按哪一天的情况回答")
    bureau: Words | None = Field(default=None, description="收录了几个单位时，只问哪一个")


class SectionInput(ToolInput):
    matter: Words = Field(description="要办的事，如：工伤认定")


class PenaltyInput(ToolInput):
    violation: Words = Field(description="违法行为，或法规的条款项，如：提供虚假劳动力供求信息")
    persons: Count | None = Field(default=None, description="涉及人数")
    gains_yuan: Yuan | None = Field(default=None, description="违法所得，元；没有违法所得写 0")
    condition: Words | None = Field(default=None, description="情形，如：逾期不改正、情节严重")
    proposed_yuan: Yuan | None = Field(default=None, description="拟罚款数额，元")


Aspect = Literal["对象", "内容", "指标", "方式", "措施", "程序", "处理", "人数"]


class SupervisionInput(ToolInput):
    regime: Words = Field(description="监管事项，如：劳务派遣")
    aspect: Aspect = Field(default="指标", description="问监管的哪一方面")
    check: Words | None = Field(default=None, description="哪一种检查，如：专项督查")


class PlanInput(ToolInput):
    regime: Words = Field(description="监管事项，如：劳务派遣")
    units: Count = Field(description="单位数")
    period: Literal["一个月", "一季度", "半年", "一年"] | None = Field(default=None, description="多长时间")
    check: Words | None = Field(default=None, description="哪一种检查，如：专项督查")


class DeadlineInput(ToolInput):
    event: Words = Field(description="事情和起算的事件，如：稽核结束，未发现违规，书面告知")
    start: date | None = Field(default=None, description="起算的日子")


class ChecklistInput(ToolInput):
    regime: Words = Field(description="监管事项，如：劳务派遣")


class VerifyInput(ToolInput):
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)] = Field(
        description="要核对的文字"
    )


class SearchInput(ToolInput):
    query: Words = Field(description="要查的话")
    limit: Annotated[int, Field(ge=1, le=20)] = Field(default=5, description="最多几段")
