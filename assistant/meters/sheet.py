"""Meters as a sheet: a row a meter, what is due next on top, the same as data and as dates for a calendar."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.knowledge import Knowledge
from assistant.meters.values import Meter, RegimeMeters
from assistant.planning.sources import basis, citation
from assistant.sheets.sheet import Column, Event, Sheet, Table

SHOWN = ("制度", "检查", "期间", "计量", "应完成", "已完成", "还差", "最迟")
"""Columns for a screen."""
_COLUMNS = (
    Column("制度", 1.4),
    Column("检查", 1.0),
    Column("期间", 0.9),
    Column("计量", 0.9),
    Column("应完成", 0.7),
    Column("已完成", 0.7),
    Column("还差", 0.7),
    Column("最迟", 0.9),
    Column("算式", 2.4),
    Column("依据", 2.2),
)
_DUE = (Column("最迟", 1.0), Column("制度", 1.6), Column("检查", 1.0), Column("还差", 1.0))
_FINISHED = "只计已经结束的检查；同一单位同一天的几次检查算一次。"


def meters_sheet(found: Sequence[RegimeMeters], k: Knowledge, as_of: date) -> Sheet:
    """The sheet of some or all regimes on a day."""
    lines = [(r, m) for r in found for m in r.meters]
    due = sorted(((r, m) for r, m in lines if m.left), key=lambda x: (x[1].due, x[0].regime.index, x[1].check))
    title = f"{as_of.year} 年 {as_of.month} 月 {as_of.day} 日检查进度"
    notes = [f"{r.regime.title}，{n}" if len(found) > 1 else n for r in found for n in r.notes]
    remarks = [_FINISHED, *dict.fromkeys(notes)]
    return Sheet(
        title=title,
        lead=(f"单位：{k.bureau}", f"名录：{'；'.join(f'{r.regime.title} {r.units} 家' for r in found)}"),
        tables=(
            Table("检查进度", _COLUMNS, tuple(row for r in found for row in _rows(r, k))),
            Table("接下来", _DUE, tuple((_day(m.due), r.regime.title, f"{m.check}{m.what}", _left(m)) for r, m in due)),
        ),
        remarks=tuple(f"{n}. {r.rstrip('。')}。" for n, r in enumerate(remarks, 1)),
        events=tuple(_event(r, m, k) for r, m in due),
        data={
            "title": title,
            "as_of": as_of.isoformat(),
            "regimes": [_regime(r, k) for r in found],
            "due": [
                {
                    "regime": r.regime.title,
                    "check": m.check,
                    "what": m.what,
                    "left": m.left,
                    "unit": m.unit,
                    "by": m.due.isoformat(),
                }
                for r, m in due
            ],
            "notes": remarks,
        },
    )


def _rows(r: RegimeMeters, k: Knowledge) -> Iterator[tuple[str | int, ...]]:
    """What is counted, then what is not and why."""
    yield from (_row(r, m, k) for m in r.meters)
    for u in r.uncounted:
        quote = basis(r.document, u.rests[0], k) if u.rests else ""
        yield (r.regime.title, u.check, "—", u.what, u.demand, "未计入", "—", "—", u.why, quote)


def _row(r: RegimeMeters, m: Meter, k: Knowledge) -> tuple[str | int, ...]:
    quote = basis(r.document, m.rests[0], k) if m.rests else ""
    return (
        r.regime.title, m.check, m.term.word, m.what, f"{m.owed} {m.unit}", f"{m.done} {m.unit}", _left(m), _by(m), m.working, quote,
    )  # fmt: skip


def _left(m: Meter) -> str:
    return f"{m.left} {m.unit}" if m.left else "已够"


def _by(m: Meter) -> str:
    """When what is left is due; for what is done, when the next term begins."""
    return _day(m.due) if m.left else f"下一期 {m.following.word}"


def _day(day: date) -> str:
    return f"{day.year}-{day.month:02d}-{day.day:02d}"


def _event(r: RegimeMeters, m: Meter, k: Knowledge) -> Event:
    key = "\n".join((r.document.sha256, r.regime.title, m.check, m.what, m.term.word))
    text = "\n".join((m.working, f"依据：{basis(r.document, m.rests[0], k)}" if m.rests else ""))
    uid = hashlib.sha256(key.encode()).hexdigest()[:32]
    return Event(f"{uid}@renshe", f"{m.check}{m.what}还差 {m.left} {m.unit}（{r.regime.title}）", text, m.due, m.due)


def _regime(r: RegimeMeters, k: Knowledge) -> dict[str, object]:
    return {
        "title": r.regime.title,
        "document": r.document.id,
        "units": r.units,
        "meters": [
            {
                "check": m.check,
                "what": m.what,
                "first": m.term.first.isoformat(),
                "last": m.term.last.isoformat(),
                "term": m.term.word,
                "owed": m.owed,
                "done": m.done,
                "left": m.left,
                "unit": m.unit,
                "by": m.due.isoformat(),
                "working": m.working,
                "citation": citation(r.document, m.rests[0], k) if m.rests else None,
            }
            for m in r.meters
        ],
        "uncounted": [
            {
                "check": u.check,
                "what": u.what,
                "demand": u.demand,
                "why": u.why,
                "citation": citation(r.document, u.rests[0], k) if u.rests else None,
            }
            for u in r.uncounted
        ],
        "notes": list(r.notes),
    }
