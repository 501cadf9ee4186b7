"""The stretch of the calendar that a rule's period means on a day: this month, this quarter, the second half-year."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.planning.period import Period

YEAR = Period("months", 12, "")


@dataclass(frozen=True, slots=True)
class Term:
    """First and last day, both included."""

    first: date
    last: date
    word: str
    """`2026年11月`, `2026年第4季度`."""


def term_of(period: Period, day: date) -> Term:
    """The term of a period in months or weeks that a day lies in; several years end with the day's own."""
    if period.kind == "weeks":
        first = day - timedelta(days=day.weekday() + 7 * (period.length - 1))
        last = first + timedelta(days=7 * period.length - 1)
        return Term(first, last, f"{_short(first)}至{_short(last)}")
    if period.length > 12:
        first = date(day.year - period.length // 12 + 1, 1, 1)
        return Term(first, date(day.year, 12, 31), f"{first.year}至{day.year}年")
    start = (day.month - 1) // period.length * period.length + 1
    end = min(12, start + period.length - 1)
    last = date(day.year, end, calendar.monthrange(day.year, end)[1])
    return Term(date(day.year, start, 1), last, _named(day.year, start, period.length))


def after(term: Term, period: Period) -> Term:
    """The next term."""
    return term_of(period, term.last + timedelta(days=1))


def _named(year: int, start: int, length: int) -> str:
    if length == 12:
        return f"{year}年"
    if length == 6:
        return f"{year}年{'上' if start == 1 else '下'}半年"
    if length == 3:
        return f"{year}年第{(start + 2) // 3}季度"
    return f"{year}年{start}月" if length == 1 else f"{year}年{start}月至{start + length - 1}月"


def _short(day: date) -> str:
    return f"{day.month}月{day.day}日"
