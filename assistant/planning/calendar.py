"""Working days of a month, by way of the program's one door to the published calendar."""

from __future__ import annotations

from datetime import date, timedelta

from assistant.act.calendar_days import working_days


def working_days_of(year: int, month: int) -> tuple[date, ...] | None:
    """The working days of a month with holidays and make-up days; None where the arrangement is not published."""
    day = date(year, month, 1) - timedelta(days=1)
    found: list[date] = []
    while True:
        following = working_days(day, 1)
        if following is None:
            # Of a published December only the day after its last working day may be unknown.
            return tuple(found) if found and month == 12 else None
        day = following[0]
        if (day.year, day.month) != (year, month):
            return tuple(found)
        found.append(day)
