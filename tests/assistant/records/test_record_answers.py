"""Check lists, divisions of labour and duties without a section, of made-up bureaus: what is asked is answered."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant

Build = Callable[[dict[str, str]], Assistant]
Proved = Callable[[Assistant, str], Answer]

CHECKS = """临川市联合抽查事项清单

| 序号 | 抽查领域 | 抽查事项 | 检查对象 | 抽查比例 | 发起部门 | 配合部门 |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 托育 | 1.托育机构备案情况的检查 | 托育机构 | 7% | 卫生健康部门 | 消防部门 |
| 2 | 浴场 | 2.公共浴场水质情况的检查 | 公共浴场 | 12% | 卫生健康部门 | 水务部门 |
"""
DIVISION = """临川市校园安全工作职责分工

| 序号 | 部门 | 职责 |
| --- | --- | --- |
| 1 | 市教育局 | 指导学校开展安全教育 |
| 2 | 市公安局 | 负责校园周边治安 |
| 3 | 市交通局 | 负责校车线路审批 |
| 4 | 市水务局 | 负责学校周边水域警示 |
| 5 | 市城管局 | 负责清理校门口摊点 |
"""


@pytest.fixture(scope="module")
def city(build: Build) -> Assistant:
    return build({"抽查清单.md": CHECKS, "分工.md": DIVISION})


def test_the_share_and_who_starts_the_check(city: Assistant, proved: Proved) -> None:
    answer = proved(city, "公共浴场水质检查抽多少比例，由谁发起")
    assert "12%" in answer.text
    assert "卫生健康部门" in answer.text
    assert [f.value for f in answer.figures] == [12]
    assert "托育" not in answer.text


def test_a_share_of_a_number_of_units_is_worked_out(city: Assistant, proved: Proved) -> None:
    answer = proved(city, "全市有托育机构90家，托育机构备案检查至少要抽查几家")
    assert 7 in [f.value for f in answer.figures], answer.text  # 6.3 rounded up


def test_of_a_long_division_only_the_department_asked_for(city: Assistant, proved: Proved) -> None:
    answer = proved(city, "市交通局在校园安全方面负责什么")
    assert "校车线路审批" in answer.text
    assert "摊点" not in answer.text


def test_a_figure_alone_in_its_quote_is_proved(city: Assistant, proved: Proved) -> None:
    """The quote before it ends in a figure of its own: the two must not become one."""
    assert proved(city, "托育机构备案情况检查的抽查比例").status == "answered"
