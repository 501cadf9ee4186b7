"""By which day: deadlines of the documents, counted in days or in China's working days from a stated start."""

from __future__ import annotations

from datetime import date, timedelta

from assistant.act.results import DeadlineResult, Result
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_ENOUGH = 0.34


def deadline(u: Understanding, k: Knowledge) -> Result | None:
    """The deadline that the question is about; with a start date, its last day. None when no deadline matches."""
    if "deadline" not in u.cues or "frequency" in u.cues or not k.deadlines:
        return None
    ranked = k.deadline_matcher.rank(u.content, k.wordings(u.text))
    if not ranked or ranked[0][1] < _ENOUGH:
        return None
    document, quantity = k.deadlines[ranked[0][0]]
    start = u.facts.start
    if start is None or quantity.value is None:
        return DeadlineResult(document, quantity, start, None, (), unpublished=False)
    count = int(quantity.value)
    days = working_days(start, count) if quantity.unit == "工作日" else calendar_days(start, count)
    return DeadlineResult(document, quantity, start, days[-1] if days else None, days or (), unpublished=days is None)


def calendar_days(start: date, count: int) -> tuple[date, ...]:
    """The `count` days after the start: the day of the event itself is not counted (《民法典》第二百零一条)."""
    return tuple(start + timedelta(days=i) for i in range(1, count + 1))


def working_days(start: date, count: int) -> tuple[date, ...] | None:
    """The `count` working days after the start, with public holidays and make-up workdays as published.

    None where the State Council's arrangement for a day that must be counted is not published in the calendar.
    """
    from chinese_calendar import is_workday  # its tables of years load only when a day is counted

    days: list[date] = []
    day = start
    while len(days) < count:
        day += timedelta(days=1)
        try:
            if is_workday(day):
                days.append(day)
        except NotImplementedError:
            return None
    return tuple(days)
