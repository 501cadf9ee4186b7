"""A year's inspections under one regime: one line a check that falls due, spread over months and working days."""

from __future__ import annotations

import calendar
import hashlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from assistant.planning.checks import Check, checks_of, dates_of, staff_of
from assistant.planning.minimum import CheckMinima, Need, minima, plain
from assistant.planning.period import Period
from corpus.records import Document, Quantity, Regime
from corpus.tidy import tidy

WorkingDays = Callable[[int, int], "tuple[date, ...] | None"]
"""Year, month → its working days; None where they are not published."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One check that falls due."""

    uid: str
    regime: str
    month: int | None
    """None for what no month can be given to (每班次)."""
    day: date | None
    """A working day suggested; None where the calendar is not published."""
    named: date | None
    """The day that the document itself names."""
    check: str
    what: str
    """The document's rule, tidy."""
    minimum: str
    working: str
    staff: str
    document: Document
    rest: Quantity
    """The figure whose sentence is quoted."""
    at: Fraction = Fraction(1, 2)
    """Where inside its month the check best lies, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class YearPlan:
    """The lines of a year in order, and what is said beside them."""

    document: Document
    regime: Regime
    year: int
    units: int | None
    lines: tuple[PlanLine, ...]
    notes: tuple[str, ...]
    published: bool
    """Whether the working days of every month used are published."""


def plan_year(
    document: Document, regime: Regime, year: int, needs: Callable[[Check], Need], days: WorkingDays, months: range
) -> YearPlan:
    """The plan for the months given. Months and days are even suggestions where the document leaves them open."""
    staff = staff_of(document, regime)
    found = [(c, minima(c, needs(c))) for c in checks_of(document, regime)]
    lines: list[PlanLine] = []
    alone = 0
    for check, least in found:
        period = check.cycle
        once = _once(check)
        shift = 0
        if period is not None and period.kind == "months" and period.length >= 12 and once == 1:
            shift, alone = 2 * alone, alone + 1  # yearly checks do not all fall into one month
        due = _months(period, once, shift)
        for n, month in enumerate(due):
            line = _line(document, regime, year, month, n, check, least, staff)
            same = due.count(month)
            lines.append(replace(line, at=Fraction(2 * (n - due.index(month)) + 1, 2 * same)))
    lines += [_dated(document, regime, year, q, days) for q in dates_of(document, regime)]
    whole = months == range(1, 13)
    kept = [r for r in lines if r.month in months or (r.month is None and whole)]
    published = all(days(year, m) is not None for m in {r.month for r in kept if r.month})
    units = next((n.units for n in (needs(c) for c, _ in found) if n.units is not None), None)
    notes = [f"{c.name}：{note}" for c, m in found for note in m.notes]
    notes += [f"{c.name}没有算出家数，还要知道：{ask}" for c, m in found for ask in m.asks]
    return YearPlan(document, regime, year, units, tuple(kept), tuple(dict.fromkeys(notes)), published)


def spread(plans: Sequence[YearPlan], days: WorkingDays) -> tuple[YearPlan, ...]:
    """The plans with each line on a working day: the lines of a month, of all plans together, evenly over its days."""
    by_month: defaultdict[int, list[PlanLine]] = defaultdict(list)
    for line in (line for plan in plans for line in plan.lines):
        if line.month is not None and line.named is None:
            by_month[line.month].append(line)
    chosen: dict[str, date] = {}
    for month, due in by_month.items():
        open_days = days(plans[0].year, month) or ()
        for i, line in enumerate(sorted(due, key=lambda line: line.at)):
            if open_days:
                chosen[line.uid] = open_days[(2 * i + 1) * len(open_days) // (2 * len(due))]

    def dated(line: PlanLine) -> PlanLine:
        return replace(line, day=chosen[line.uid]) if line.uid in chosen else line

    return tuple(replace(p, lines=tuple(sorted(map(dated, p.lines), key=_order))) for p in plans)


def _order(line: PlanLine) -> tuple[int, date, str, str]:
    return line.month or 13, line.day or date.min, line.check, line.uid


def _once(check: Check) -> int:
    """Visits a period."""
    return int(check.frequency.value or 0) if check.frequency is not None and check.period is not None else 1


def _months(period: Period | None, once: int, shift: int) -> list[int | None]:
    """The month of each visit of a year, evenly inside each period; a rule without months gives one open line."""
    if period is None or period.kind == "event" or period.length > 12:
        return [None]
    if period.kind == "weeks":
        return list(range(1, 13))
    length = period.length
    inside = [(((2 * i + 1) * length) // (2 * once) + shift) % length for i in range(once)]
    return [1 + start + i for start in range(0, 12 - 12 % length, length) for i in sorted(inside)]


def _line(
    document: Document,
    regime: Regime,
    year: int,
    month: int | None,
    n: int,
    check: Check,
    found: CheckMinima,
    staff: tuple[Quantity, ...],
) -> PlanLine:
    head = check.staff or (staff[0] if staff else None)
    units = [m for m in found.minima if m.what == "units"]
    rest = check.frequency or check.quantities[0]
    return PlanLine(
        uid=_uid(document, regime, check.name, str(year), str(n)),
        regime=regime.title,
        month=month,
        day=None,
        named=None,
        check=check.name,
        what="；".join(
            dict.fromkeys(tidy(document.text, q.sentence).text.rstrip("。；;，,") for q in check.quantities)
        ),
        minimum=_minimum(check, units[-1].value if units else None, units[-1].unit if units else ""),
        working="；".join(f"{m.label}：{m.working}" for m in units),
        staff=f"不少于 {plain(head)} 人" if head else "",
        document=document,
        rest=rest,
    )


def _minimum(check: Check, units: int | None, measure: str) -> str:
    visits = ""
    if check.period is not None and check.period.kind != "months":
        visits = f"{check.period.word} {_once(check)} 次"
    elif check.frequency is None and check.cycle is None:
        visits = "次数和周期文件没有写明"
    if units is not None:
        amount = f"至少 {units} {measure}".rstrip()
    elif check.counts:
        amount = f"至少 {plain(check.counts[0])} {check.counts[0].unit}"
    elif check.shares:
        amount = "、".join(
            f"{s.what or s.quantity.object}{tidy_share(s.quantity)}" for s in check.shares if not s.optional
        )
    else:
        amount = "全部" if check.all_units else ""
    return "，".join(filter(None, (visits, amount))) or "1 次"


def tidy_share(q: Quantity) -> str:
    """A share with its comparison: `不少于 30%`."""
    return f"{'不少于' if q.relation == '>=' else ''} {plain(q)}{q.unit}"


def _dated(document: Document, regime: Regime, year: int, q: Quantity, days: WorkingDays) -> PlanLine:
    month, day = divmod(int(q.value or 101), 100)
    named = date(year, month, min(day, calendar.monthrange(year, month)[1]))
    open_days = days(year, month) or ()
    before = [d for d in open_days if d <= named] if q.relation == "<=" else []
    return PlanLine(
        uid=_uid(document, regime, q.label, str(year), "date"),
        regime=regime.title,
        month=month,
        day=before[-1] if before else next((d for d in open_days if d >= named), None),
        named=named,
        check=q.label,
        what=tidy(document.text, q.sentence).text.rstrip("。；;，,"),
        minimum="1 次",
        working="",
        staff="",
        document=document,
        rest=q,
    )


def _uid(document: Document, regime: Regime, *parts: str) -> str:
    key = "\n".join((document.sha256, regime.title, *parts))
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:32]
