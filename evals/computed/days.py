"""Last days counted apart from the program: calendar days, and working days by China's published arrangements."""

from __future__ import annotations

from datetime import date, timedelta


def day(start: str, count: int) -> date:
    """The `count`-th day after an ISO date; the day of the event itself is not counted (《民法典》第二百零一条)."""
    return date.fromisoformat(start) + timedelta(days=count)


def workday(start: str, count: int) -> date:
    """The `count`-th working day after an ISO date, holidays and make-up workdays as published."""
    from chinese_calendar import is_workday

    last = date.fromisoformat(start)
    while count:
        last += timedelta(days=1)
        count -= is_workday(last)
    return last


def day_patterns(last: date) -> tuple[str, ...]:
    """Regular expressions for the ways to write a day; `7月1日` must not be read in `7月11日`."""
    return (rf"(?<!\d){last.month}月{last.day}[日号]", last.isoformat())
