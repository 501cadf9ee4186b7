"""Counting days: the day of the event is not counted; working days follow the published calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.act.calendar_days import calendar_days, count_back, count_from, working_days

FEW = settings(max_examples=60, deadline=None, derandomize=True, database=None)


@pytest.mark.parametrize(
    ("start", "count", "last", "why"),
    [
        (date(2025, 3, 3), 5, date(2025, 3, 10), "a plain week with its week-end"),
        (date(2025, 9, 26), 1, date(2025, 9, 28), "Sunday 28 September 2025 was worked for the October holiday"),
        (date(2025, 9, 29), 5, date(2025, 10, 13), "1–8 October were free, Saturday 11 October was worked"),
        (date(2024, 4, 26), 10, date(2024, 5, 13), "28 April and 11 May 2024 were worked, 1–5 May were free"),
        (date(2024, 2, 8), 1, date(2024, 2, 9), "the eve of the Spring Festival 2024 was no public holiday"),
        (date(2026, 9, 28), 5, date(2026, 10, 10), "1–7 October 2026 free, Saturday 10 October worked"),
    ],
)
def test_last_working_day(start: date, count: int, last: date, why: str) -> None:
    days = working_days(start, count)
    assert days is not None
    assert (days[-1], len(days)) == (last, count), why


def test_an_unpublished_year_is_not_guessed() -> None:
    assert working_days(date(2035, 3, 1), 5) is None
    assert working_days(date(1990, 3, 1), 5) is None


@FEW
@given(st.dates(date(2010, 1, 1), date(2024, 10, 1)), st.integers(1, 30))
def test_working_days_are_ordered_after_the_start_and_extend_each_other(start: date, count: int) -> None:
    days = working_days(start, count)
    assert days is not None
    assert list(days) == sorted(set(days))
    assert days[0] > start
    assert days[: count - 1] == (working_days(start, count - 1) or ())


@FEW
@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(1, 400))
def test_calendar_days_run_without_gap_from_the_next_day(start: date, count: int) -> None:
    days = calendar_days(start, count)
    assert len(days) == count
    assert (days[0], days[-1]) == (start + timedelta(days=1), start + timedelta(days=count))


@FEW
@given(st.dates(date(2012, 1, 1), date(2024, 10, 1)), st.integers(1, 30), st.sampled_from(["工作日", "日", "个月"]))
def test_counted_back_is_the_latest_start_that_keeps_the_day(due: date, count: int, unit: str) -> None:
    back = count_back(due, count, unit)
    assert back is not None
    assert back.due <= due
    later = count_from(back.start + timedelta(days=1), count, unit)
    assert later is not None
    assert later.due > due or back.start == due - timedelta(days=1)
