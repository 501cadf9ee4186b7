"""What is sent to have one fine worked out, and what comes back."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant.answer import FineTotal
from assistant.compose.fine import verdict_words
from assistant.overview.calculator import Worked
from assistant.question import Facts

_Yuan = Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False)]
_Count = Annotated[int, Field(ge=1, le=1_000_000)]


class CountIn(BaseModel):
    """How many of a unit."""

    model_config = ConfigDict(extra="forbid")

    unit: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30)]
    n: _Count


class CalculationRequest(BaseModel):
    """One fine and the facts of a case."""

    model_config = ConfigDict(extra="forbid")

    record: Literal["penalty", "tier"] = Field(default="penalty", description="处罚条款，或裁量档次")
    document: Annotated[str, StringConstraints(min_length=1, max_length=300)]
    index: Annotated[int, Field(ge=0, le=1_000_000)]
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = Field(
        default=None, description="index 是照哪一版文件数的；换了新版本就不算"
    )
    persons: _Count | None = Field(default=None, description="人数")
    gains_yuan: _Yuan | None = Field(default=None, description="违法所得，元")
    taken_yuan: _Yuan | None = Field(default=None, description="其他基数（骗取、拖欠的金额等），元")
    counts: Annotated[list[CountIn], Field(max_length=5)] = Field(default_factory=list[CountIn])
    proposed_yuan: _Yuan | None = Field(default=None, description="拟罚数额，元")
    proposed_each: bool = Field(default=False, description="拟罚数额是每人的")
    proposed_times: Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False)] | None = Field(
        default=None, description="拟罚倍数"
    )

    @property
    def facts(self) -> Facts:
        """As the calculator reads them."""
        return Facts(
            persons=self.persons,
            gains_yuan=self.gains_yuan,
            taken_yuan=self.taken_yuan,
            counts=tuple((c.unit, c.n) for c in self.counts),
            proposed_yuan=self.proposed_yuan,
            proposed_each=self.proposed_each,
            proposed_times=self.proposed_times,
        )


class VerdictReply(BaseModel):
    """A proposed fine against the lawful interval."""

    relation: Literal["inside", "above", "below"]
    difference: float = Field(description="超出或不足多少；在幅度内为 0")
    unit: Literal["元", "元/人", "倍"]
    words: str


class CalculationReply(BaseModel):
    """The sum with its working, and the verdict."""

    total: FineTotal | None
    verdict: VerdictReply | None
    missing: list[str] = Field(description="还缺哪些数，缺了就算不出总额")


def calculation_reply(worked: Worked) -> CalculationReply:
    """What was worked out."""
    total, v = worked.total, worked.verdict
    return CalculationReply(
        total=FineTotal(min_yuan=total.min_yuan, max_yuan=total.max_yuan, working=total.working) if total else None,
        verdict=VerdictReply(relation=v.relation, difference=v.difference, unit=v.unit, words=verdict_words(v))
        if v
        else None,
        missing=[n.label for n in worked.missing],
    )
