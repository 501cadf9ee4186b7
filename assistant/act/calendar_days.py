"""Counting deadlines in days, working days, weeks, months and years, with each skipped day and its reason.

The day of the event is not counted (《民法典》第二百零一条); a deadline in months or years ends on the same day of its last
month, or on that month's last day where it has none (第二百零二条). Public holidays and make-up workdays are the State
Council's, as the maintained calendar library has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from assistant.understand.dates import add_months

WORKDAYS = "工作日"
WEEKEND = "周末"
MADE_UP = "调休上班"
_MONTHS = {"月": 1, "个月": 1, "年": 12}
_DAYS = {"日": 1, "天": 1, "周": 7}
_MOST = 4_000
"""Longest deadline counted, in days: more is no deadline of these documents but a slip."""


@dataclass(frozen=True, slots=True)
class Count:
    """A deadline counted from a start."""

    start: date
    due: date
    """The last day on which it is kept."""
    days: tuple[date, ...]
    """The days counted, first to last; empty for weeks, months and years, which are not counted day by day."""
    skipped: tuple[tuple[date, str], ...] = ()
    """Days passed over, with the reason: a holiday's name, 周末."""
    made_up: tuple[date, ...] = ()
    """Days of a week-end that were counted because they are worked."""
    next_workday: date | None = None
    """For calendar time that ends on a day off: the first working day after it (《民法典》第二百零三条)."""
    off: str = ""
    """Why the last day is a day off."""


def count_from(start: date, count: int, unit: str) -> Count | None:
    """The deadline counted; None where the calendar of a day that must be counted is not published, or for hours."""
    if not 0 < count <= _MOST:
        return None
    if unit == WORKDAYS:
        return _working(start, count)
    if unit in _MONTHS:
        return _with_rest(Count(start, add_months(start, count * _MONTHS[unit]), ()))
    if unit in _DAYS:
        days = calendar_days(start, count * _DAYS[unit])
        return _with_rest(Count(start, days[-1], days))
    return None


def count_back(due: date, count: int, unit: str) -> Count | None:
    """The count from the latest start that ends by a day; None as for `count_from`."""
    start = due - timedelta(days=1)
    while (found := count_from(start, count, unit)) is not None and found.due > due:
        start -= timedelta(days=1)
    return found


def calendar_days(start: date, count: int) -> tuple[date, ...]:
    """The `count` days after the start."""
    return tuple(start + timedelta(days=i) for i in range(1, count + 1))


def working_days(start: date, count: int) -> tuple[date, ...] | None:
    """The `count` working days after the start; None where the calendar is not published."""
    if count == 0:
        return ()
    found = _working(start, count)
    return found.days if found else None


def working_days_between(start: date, end: date) -> int | None:
    """Working days after the start up to and with the end; None where the calendar is not published."""
    kinds = [day_off(start + timedelta(days=i)) for i in range(1, (end - start).days + 1)]
    return None if None in kinds else sum(1 for reason in kinds if reason in ("", MADE_UP))


def day_off(day: date) -> str | None:
    """Why a day is not worked; empty for a plain working day, 调休上班 for a worked week-end, None when not published."""
    from chinese_calendar import Holiday, get_holiday_detail  # its tables load only when a day is counted

    try:
        off, name = get_holiday_detail(day)
    except NotImplementedError:
        return None
    if off:
        # The library sets the Chinese name in the enum's constructor, where a type checker does not see it.
        return f"{Holiday(name).chinese}放假" if name else WEEKEND  # pyright: ignore[reportAttributeAccessIssue]
    return MADE_UP if day.weekday() >= 5 else ""


def _working(start: date, count: int) -> Count | None:
    days: list[date] = []
    skipped: list[tuple[date, str]] = []
    made_up: list[date] = []
    day = start
    while len(days) < count:
        day += timedelta(days=1)
        reason = day_off(day)
        if reason is None:
            return None
        if reason in ("", MADE_UP):
            days.append(day)
            made_up += [day] if reason else []
        else:
            skipped.append((day, reason))
    return Count(start, days[-1], tuple(days), tuple(skipped), tuple(made_up))


def _with_rest(found: Count) -> Count:
    """With the next working day where the last day is off; unchanged where the calendar is not published."""
    reason = day_off(found.due)
    if reason in ("", MADE_UP, None):
        return found
    following = _working(found.due, 1)
    return Count(found.start, found.due, found.days, next_workday=following.due if following else None, off=reason)
