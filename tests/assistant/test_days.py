"""Days in everyday words, and deadlines counted from them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assistant.act.calendar_days import WORKDAYS, count_from, day_off, working_days_between
from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.understand.dates import add_months, read_days, with_years

FEW = settings(max_examples=60, deadline=None, derandomize=True, database=None)
TODAY = date(2026, 9, 30)  # a Wednesday
PUBLISHED = st.dates(date(2015, 1, 1), date(2026, 8, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026年9月28日", date(2026, 9, 28)),
        ("二〇二六年九月二十八日", date(2026, 9, 28)),
        ("二零二六年十月十日", date(2026, 10, 10)),
        ("2026-9-28", date(2026, 9, 28)),
        ("2026/09/28", date(2026, 9, 28)),
        ("2026.9.28", date(2026, 9, 28)),
        ("20260928", date(2026, 9, 28)),
        ("9月28号", date(2026, 9, 28)),
        ("九月二十八", date(2026, 9, 28)),
        ("9.28", date(2026, 9, 28)),
        ("9/28", date(2026, 9, 28)),
        ("28号", date(2026, 9, 28)),
        ("上个月15号", date(2026, 8, 15)),
        ("下月3日", date(2026, 10, 3)),
        ("去年12月1日", date(2025, 12, 1)),
        ("今天", TODAY),
        ("昨天", date(2026, 9, 29)),
        ("大前天", date(2026, 9, 27)),
        ("后天", date(2026, 10, 2)),
        ("上周五", date(2026, 9, 25)),
        ("上个星期日", date(2026, 9, 27)),
        ("本周一", date(2026, 9, 28)),
        ("下周一", date(2026, 10, 5)),
        ("上上周三", date(2026, 9, 16)),
        ("礼拜二", date(2026, 9, 29)),
        ("三天前", date(2026, 9, 27)),
        ("一周前", date(2026, 9, 23)),
        ("两天后", date(2026, 10, 2)),
    ],
)
def test_a_day_in_everyday_words(text: str, day: date) -> None:
    (stated,) = read_days(f"{text}稽核结束，最晚哪天告知", TODAY)
    assert (stated.day, stated.said) == (day, text)


@pytest.mark.parametrize(
    "text",
    [
        "国庆前一天",
        "月初",
        "5个工作日内",
        "10日内提出意见",
        "30%以上",
        "3.5万元",
        "每月2次",
        "考核89.5分",
        "第25条",
        "每周三次",
    ],
)
def test_what_only_looks_like_a_day_is_not_read(text: str) -> None:
    assert read_days(text, TODAY) == ()


def test_a_day_that_does_not_exist_is_stated_and_unknown() -> None:
    (stated,) = read_days("2026年2月30日稽核结束", TODAY)
    assert stated.day is None
    assert not stated.needs


@pytest.mark.parametrize(
    ("text", "needs"), [("9月28日", "year"), ("9.28", "year"), ("昨天", "today"), ("28号", "today")]
)
def test_without_a_day_of_reference_the_year_is_not_guessed(text: str, needs: str) -> None:
    (stated,) = read_days(f"{text}稽核结束", None)
    assert (stated.day, stated.needs) == (None, needs)


def test_a_second_day_takes_the_year_of_the_first() -> None:
    assert [d.day for d in with_years(read_days("2026年9月28日结束，10月12日告知", None))] == [
        date(2026, 9, 28),
        date(2026, 10, 12),
    ]
    assert [d.day for d in with_years(read_days("2025年12月28日结束，1月4日告知", None))] == [
        date(2025, 12, 28),
        date(2026, 1, 4),
    ]


@FEW
@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_full_date_is_read_in_every_form(day: date) -> None:
    for said in (
        f"{day.year}年{day.month}月{day.day}日",
        day.isoformat(),
        f"{day:%Y/%m/%d}",
        f"{day.year}.{day.month}.{day.day}",
    ):
        assert [d.day for d in read_days(f"{said}稽核结束", None)] == [day]


@FEW
@given(PUBLISHED, st.integers(1, 30))
def test_every_day_up_to_the_last_is_either_counted_or_skipped_with_a_reason(start: date, n: int) -> None:
    count = count_from(start, n, WORKDAYS)
    assert count is not None
    between = {start + timedelta(days=i) for i in range(1, (count.due - start).days + 1)}
    assert {*count.days, *(d for d, _ in count.skipped)} == between
    assert len(count.days) == n == working_days_between(start, count.due)
    assert all(reason for _, reason in count.skipped)
    assert set(count.made_up) == {d for d in count.days if d.weekday() >= 5}


@FEW
@given(PUBLISHED, st.integers(1, 20), st.integers(1, 20), st.sampled_from([WORKDAYS, "日", "周", "个月"]))
def test_a_longer_deadline_never_ends_earlier(start: date, a: int, b: int, unit: str) -> None:
    first, second = (count_from(start, n, unit) for n in sorted((a, b)))
    assume(first is not None and second is not None)
    assert first is not None
    assert second is not None
    assert start < first.due <= second.due


@FEW
@given(PUBLISHED, st.integers(0, 40))
def test_months_end_on_the_same_day_or_on_the_last_of_the_month(start: date, months: int) -> None:
    end = add_months(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)


def test_a_calendar_deadline_that_ends_on_a_day_off_names_the_next_working_day() -> None:
    count = count_from(date(2026, 9, 25), 10, "日")
    assert count is not None
    assert (count.due, count.next_workday, count.off) == (date(2026, 10, 5), date(2026, 10, 8), "国庆节放假")


def test_the_reason_of_each_kind_of_day() -> None:
    assert [day_off(d) for d in (date(2026, 10, 1), date(2026, 10, 10), date(2026, 10, 11), date(2026, 10, 12))] == [
        "国庆节放假",
        "调休上班",
        "周末",
        "",
    ]
    assert day_off(date(2040, 1, 1)) is None


@FEW
@given(st.dates(date(2026, 1, 5), date(2026, 8, 31)), st.integers(-6, 12))
def test_kept_or_late_agrees_with_the_last_day(
    assistant: Assistant, proved: Callable[..., Answer], start: date, shift: int
) -> None:
    """The inverse question never contradicts the direct one."""
    count = count_from(start, 5, WORKDAYS)
    assert count is not None
    done = max(count.due + timedelta(days=shift), start + timedelta(days=1))
    question = f"{start.isoformat()}稽核结束没发现违规，{done.isoformat()}告知晚了吗"
    text = proved(assistant, question).text
    assert ("晚了" in text.split("\n")[0]) == (done > count.due)
    assert (f"晚了 {(done - count.due).days} 天" in text) == (done > count.due)
