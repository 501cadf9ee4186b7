"""A year's plan: every check that falls due, on working days, with what it rests on."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from chinese_calendar import is_workday

from assistant.bootstrap import build_planner
from assistant.planning.calendar import working_days_of
from assistant.planning.errors import PlanError
from assistant.planning.plan_sheet import plan_sheet
from assistant.planning.planner import Planner, PlanOrder
from assistant.planning.units import Row, build_list
from corpus.folder import load_corpus

YEAR = 2026


def counts(planner: Planner, regime: str, **more: int) -> Counter[str]:
    (plan,) = planner.plan(PlanOrder(year=YEAR, regimes=(regime,), **more))  # pyright: ignore[reportArgumentType]
    return Counter(line.check for line in plan.lines)


@pytest.mark.parametrize(
    ("regime", "wanted"),
    [
        ("劳务派遣", {"日常巡查": 12, "专项督查": 2, "全面检查": 1, "劳务派遣经营许可证年检": 1}),
        ("培训机构", {"日常巡查": 24, "专项督查": 1, "全面检查": 1, "监管频次": 1}),
        ("中介", {"日常检查": 12, "专项检查": 2, "所有人力资源中介服务许可证年检": 1}),
        ("社保基金", {"日常监督": 1, "专项监督": 2, "审计监督": 1}),
        ("就业专项资金", {"日常检查": 4, "专项检查": 1, "抽查": 4}),
        ("社保稽核", {"内部稽核": 12, "外部专项稽核": 1, "外部全面稽核": 1}),
    ],
)
def test_every_check_that_falls_due_has_a_line(planner: Planner, regime: str, wanted: dict[str, int]) -> None:
    assert counts(planner, regime) == wanted


def test_lines_lie_on_working_days_in_their_periods(planner: Planner) -> None:
    plans = planner.plan(PlanOrder(year=YEAR))
    lines = [line for p in plans for line in p.lines]
    days = [line.day for line in lines if line.month is not None]
    assert days and all(d is not None and is_workday(d) for d in days)
    halves = [line.month for line in lines if line.check == "专项监督"]
    assert len(halves) == 2 and halves[0] is not None and halves[0] <= 6 < (halves[1] or 0)
    quarters = [line.month for line in lines if line.check == "日常检查" and "资金" in line.regime]
    assert [((m or 0) - 1) // 3 for m in quarters] == [0, 1, 2, 3]
    named = next(line for line in lines if line.named)
    assert named.day is not None and (named.day.month, named.day.day) >= (3, 1)
    assert max(Counter(days).values()) <= 2, "the lines of a month spread over its days"


def test_minima_stand_beside_their_working(planner: Planner) -> None:
    (plan,) = planner.plan(PlanOrder(year=YEAR, regimes=("特殊工时",), units=26, special=20))
    special = next(line for line in plan.lines if line.check == "专项督查")
    assert special.minimum == "至少 10 家"
    assert "26 × 30% = 7.8，向上取整为 8" in special.working and "20 × 50% = 10" in special.working


def test_what_is_missing_is_asked_for(planner: Planner) -> None:
    (plan,) = planner.plan(PlanOrder(year=YEAR, regimes=("特殊工时",), units=26))
    assert any("执行不定时工作制度的单位”有多少" in n for n in plan.notes)


def test_a_list_gives_total_and_strata(planner: Planner) -> None:
    rows = [Row(i, f"单位{i}", "不定时" if i <= 10 else "综合") for i in range(1, 27)]
    listed = build_list(rows, has_strata=True, has_checked=False)
    (plan,) = planner.plan(PlanOrder(year=YEAR, regimes=("特殊工时",), listed=listed))
    special = next(line for line in plan.lines if line.check == "专项督查")
    assert special.minimum == "至少 8 家" and "10 × 50% = 5" in special.working


def test_parts_of_the_year_are_cut_from_the_same_plan(planner: Planner) -> None:
    whole = {line.uid for p in planner.plan(PlanOrder(year=YEAR, regimes=("派遣",))) for line in p.lines}
    quarters = [
        {line.uid for p in planner.plan(PlanOrder(year=YEAR, regimes=("派遣",), quarter=q)) for line in p.lines}
        for q in (1, 2, 3, 4)
    ]
    months = [
        {line.uid for p in planner.plan(PlanOrder(year=YEAR, regimes=("派遣",), month=m)) for line in p.lines}
        for m in range(1, 13)
    ]
    assert set().union(*quarters) == set().union(*months) == whole
    assert sum(map(len, quarters)) == sum(map(len, months)) == len(whole)


def test_without_a_published_calendar_there_are_months_and_no_days(planner: Planner) -> None:
    plans = planner.plan(PlanOrder(year=2035, regimes=("派遣",), units=26))
    assert all(line.day is None for line in plans[0].lines)
    sheet = plan_sheet(plans, planner.knowledge)
    assert any("放假安排尚未公布" in r for r in sheet.remarks)
    assert not re.search(r"\d 日", "".join(str(c) for row in sheet.tables[0].rows for c in row[1:2]))


def test_the_last_days_of_a_published_december_are_known() -> None:
    december = working_days_of(2026, 12)
    assert december is not None and december[-1].day == 31 and len(december) == 23
    assert working_days_of(2035, 12) is None


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (PlanOrder(year=2026, regimes=("宇宙",)), "没有叫“宇宙”的监管制度。文件里有：职业技能定点培训机构监管"),
        (PlanOrder(year=2026, regimes=("社会保险",)), "社会保险基金监管、社会保险稽核事项监管"),
        (PlanOrder(year=2026, units=26), "逐项写"),
        (PlanOrder(year=26), "年份"),
        (PlanOrder(year=2026, month=13), "月份"),
        (PlanOrder(year=2026, month=1, quarter=1), "只写一个"),
        (PlanOrder(year=2026, regimes=("特殊工时",), units=5, special=6), "多于总数"),
    ],
)
def test_orders_that_do_not_hold(planner: Planner, order: PlanOrder, words: str) -> None:
    with pytest.raises(PlanError, match=words):
        planner.plan(order)


def test_another_bureau_is_planned_from_its_own_document(tmp_path: Path) -> None:
    """Other names, other figures, other wording; prose in one clause."""
    (tmp_path / "a.txt").write_text(OTHER, encoding="utf-8")
    planner = build_planner(load_corpus(tmp_path, None))
    (plan,) = planner.plan(PlanOrder(year=YEAR, regimes=("船坞",), units=31))
    lines = {line.check: line for line in plan.lines}
    assert Counter(line.check for line in plan.lines) == {"日常巡查": 8, "专项检查": 3, "全面检查": 1}
    assert lines["日常巡查"].minimum == "至少 4 家" and lines["日常巡查"].staff == "不少于 3 人"
    assert lines["专项检查"].minimum == "至少 11 家" and "31 × 33.5% = 10.385" in lines["专项检查"].working
    assert lines["全面检查"].minimum == "至少 31 家"


OTHER = """云岭县船坞经营监管制度

一、监督检查对象

全县持证船坞。

二、监督检查指标

1、日常巡查：每季度不少于2次，每次不少于4家船坞；

2、专项检查：每年不少于3次，抽查面不低于33.5%；

3、全面检查：每年对所有船坞检查1次。

三、监督检查程序

（一）制定方案；

（二）现场检查，检查人员不得少于3人。

四、监督检查处理

对违规船坞责令限期改正。
"""
