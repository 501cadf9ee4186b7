"""The report of the last evaluation, as `make eval` leaves it: rates by kind, and the whole page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

_LARGEST = 20_000_000
"""Bytes of a file up to which it is served."""


class Rate(BaseModel):
    """How many cases of a group passed."""

    model_config = ConfigDict(extra="ignore")

    name: str = Field(description="哪一类问题、哪一类人")
    good: int
    n: int
    share: float | None = Field(description="没有案例时为空")


class Evaluation(BaseModel):
    """The rates of a run."""

    model_config = ConfigDict(extra="ignore")

    overall: Rate
    kinds: list[Rate]
    audiences: list[Rate]


class EvaluationReply(BaseModel):
    """The last evaluation, or how to make one."""

    made_at: datetime | None = Field(description="什么时候做的；没有做过为空")
    results: Evaluation | None
    report: bool = Field(description="有没有可以打开的完整报告")
    how: str = Field(description="没有或读不出时，怎么做出来")


@dataclass(frozen=True, slots=True)
class Reports:
    """The folder that an evaluation writes to. Read anew each time: a run may end while the app is served."""

    folder: Path | None

    def summary(self) -> EvaluationReply:
        """The rates; where there are none, how to get them."""
        file = self._file("results.json")
        results = _read(file) if file else None
        if file is None or results is None:
            damaged = "评测结果读不出来，可能正在写或已损坏。" if file else "还没有做过评测。"
            how = f"{damaged}在程序所在的文件夹里运行 make eval，做完后刷新这一页。"
            return EvaluationReply(made_at=None, results=None, report=False, how=how)
        made = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        return EvaluationReply(made_at=made, results=results, report=self._file("report.html") is not None, how="")

    def page(self) -> bytes | None:
        """The report as HTML; None where there is none."""
        file = self._file("report.html")
        return file.read_bytes() if file else None

    def _file(self, name: str) -> Path | None:
        file = self.folder / name if self.folder else None
        return file if file and file.is_file() and file.stat().st_size <= _LARGEST else None


def _read(file: Path) -> Evaluation | None:
    try:
        return Evaluation.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return None
