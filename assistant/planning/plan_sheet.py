"""Year plans as a sheet: a row a check, an event a dated row, the same as data."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date

from assistant.knowledge import Knowledge
from assistant.planning.sources import basis, citation
from assistant.planning.year import PlanLine, YearPlan
from assistant.sheets.sheet import Column, Event, Sheet, Table

_COLUMNS = (
    Column("序号", 0.5),
    Column("时间", 0.9),
    Column("制度", 1.4),
    Column("检查", 1.0),
    Column("文件要求", 2.4),
    Column("最少数量", 1.1),
    Column("算式", 1.8),
    Column("检查人数", 0.8),
    Column("依据", 2.2),
)
_SUGGESTED = "月份和日期是均匀安排的建议：文件只规定次数，没有规定哪一天；可以在同一周期内调整。"
_UNPUBLISHED = "{year} 年的放假安排尚未公布，没有排到具体日期，只列月份。"


def plan_sheet(plans: Sequence[YearPlan], k: Knowledge, part: str = "") -> Sheet:
    """The sheet of one or several plans of the same year; `part` names the month or quarter planned for."""
    year = plans[0].year
    lines = [(plan, line) for plan in plans for line in plan.lines]
    lines.sort(key=lambda x: (x[1].month or 13, x[1].day or date.max))
    one = plans[0].regime.title if len(plans) == 1 else ""
    title = f"{year} 年{part}{one or ''}检查计划"
    totals = [f"{p.regime.title}：{p.units} 家" for p in plans if p.units is not None]
    notes = [f"{p.regime.title}，{note}" if len(plans) > 1 else note for p in plans for note in p.notes]
    remarks = [*dict.fromkeys(notes), _SUGGESTED]
    if not all(p.published for p in plans):
        remarks.append(_UNPUBLISHED.format(year=year))
    rows = tuple(_row(n, line, k) for n, (_, line) in enumerate(lines, 1))
    return Sheet(
        title=title,
        lead=(f"单位：{k.bureau}", *(("单位总数：" + "；".join(totals),) if totals else ())),
        tables=(Table("检查计划", _COLUMNS, rows),),
        remarks=tuple(f"{n}. {r.rstrip('。？')}。" for n, r in enumerate(remarks, 1)),
        events=tuple(_event(year, line, k) for _, line in lines if line.month is not None),
        data={
            "title": title,
            "year": year,
            "regimes": [{"title": p.regime.title, "document": p.document.id, "units": p.units} for p in plans],
            "lines": [_data(year, line, k) for _, line in lines],
            "notes": remarks,
        },
    )


def _row(n: int, line: PlanLine, k: Knowledge) -> tuple[str | int, ...]:
    return (
        n, _when(line), line.regime, line.check, line.what, line.minimum, line.working, line.staff, basis(line.document, line.rest, k),
    )  # fmt: skip


def _when(line: PlanLine) -> str:
    if line.day is not None:
        return f"{line.day.month} 月 {line.day.day} 日"
    return f"{line.month} 月" if line.month is not None else "随时"


def _event(year: int, line: PlanLine, k: Knowledge) -> Event:
    month = line.month or 1
    first = line.day or date(year, month, 1)
    last = line.day or date(year, month, calendar.monthrange(year, month)[1])
    text = "\n".join(
        filter(None, (f"最少：{line.minimum}", line.working, line.staff, f"依据：{basis(line.document, line.rest, k)}"))
    )
    return Event(f"{line.uid}@renshe", f"{line.check}（{line.regime}）", text, first, last)


def _data(year: int, line: PlanLine, k: Knowledge) -> dict[str, object]:
    return {
        "uid": line.uid,
        "regime": line.regime,
        "month": f"{year}-{line.month:02d}" if line.month else None,
        "day": line.day.isoformat() if line.day else None,
        "check": line.check,
        "rule": line.what,
        "minimum": line.minimum,
        "working": line.working,
        "inspectors": line.staff,
        "citation": citation(line.document, line.rest, k),
    }


def part_of_year(month: int | None, quarter: int | None) -> str:
    """Words for the part of the year, for a title: `3 月`, `第 1 季度`; empty for the whole."""
    return f" {month} 月" if month else f"第 {quarter} 季度" if quarter else ""
