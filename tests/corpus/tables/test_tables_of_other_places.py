"""Tables with the columns other places give them: services, telephones, subsidies, shared matters, powers, steps."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from corpus.compile import compile_document
from corpus.records import Document
from corpus.source import Source

_SPEC = importlib.util.spec_from_file_location("flatten_places", Path(__file__).with_name("flatten.py"))
assert _SPEC and _SPEC.loader
flatten: Any = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(flatten)

Rows = tuple[tuple[str, ...], ...]
WAYS = sorted(flatten.KEEPING)


def compiled(title: str, rows: Rows, way: str) -> Document:
    document = compile_document(Source("样例.txt", "0" * 64, f"{title}\n\n{flatten.EVERY[way](rows)}"))
    assert document.unread == ()
    return document


SERVICES = (
    ("序号", "服务事项", "申请材料", "办理时限", "咨询电话"),
    ("1", "校车登记", "行驶证、申请表", "5个工作日", "0800-1110001"),
    ("2", "渔船登记", "船检证", "当场办结", "0800-1110002"),
)


@pytest.mark.parametrize("way", WAYS)
def test_a_list_of_services_is_a_guide_a_row(way: str) -> None:
    guides = compiled("便民服务一览表", SERVICES, way).guides
    assert [(g.name, [(e.kind, e.text) for e in g.entries]) for g in guides] == [
        (row[1], list(zip(("material", "time_limit", "telephone"), row[2:], strict=True))) for row in SERVICES[1:]
    ]


PHONES = (("科室", "办公地点", "联系电话"), ("渔政股", "301室", "0800-2220001"), ("校车股", "302室", "0800-2220002"))


@pytest.mark.parametrize("way", WAYS)
def test_a_list_of_telephones_is_a_guide_a_section(way: str) -> None:
    guides = compiled("各科室电话", PHONES, way).guides
    assert [(g.name, *(e.text for e in g.entries)) for g in guides] == list(PHONES[1:])


SUBSIDIES = (
    ("序号", "补贴项目", "补贴对象", "补贴标准", "补贴期限"),
    ("1", "渔船改造补贴", "休渔船主", "每船5000元", "一次性"),
    ("2", "校车补贴", "承运企业", "每车每月1200元", "不超过36个月"),
)


@pytest.mark.parametrize("way", WAYS)
def test_a_list_of_subsidies_keeps_amounts(way: str) -> None:
    document = compiled("惠民补贴表", SUBSIDIES, way)
    assert [s.name.text for s in document.subsidies] == ["渔船改造补贴", "校车补贴"]
    assert ["每船5000元" in s.rule.text for s in document.subsidies] == [True, False]
    assert "每车每月1200元" in document.subsidies[1].rule.text


SHARED = (
    ("序号", "事项", "牵头部门", "配合部门", "职责分工"),
    ("1", "校车管理", "县教育局", "县公安局", "教育局负责登记，公安局负责路检。"),
)


@pytest.mark.parametrize("way", WAYS)
def test_who_leads_and_who_helps_share_a_matter(way: str) -> None:
    (boundary,) = compiled("任务分工表", SHARED, way).boundaries
    assert [(boundary.matter, s.department, s.text) for s in boundary.shares] == [
        ("校车管理", "县教育局", SHARED[1][4]),
        ("校车管理", "县公安局", SHARED[1][4]),
    ]


POWERS = (
    ("序号", "权力名称", "权力类别", "法律依据", "责任单位"),
    ("1", "渔船检验", "行政许可", "《渔船条例》第三条", "渔政股"),
)


@pytest.mark.parametrize("way", WAYS)
def test_the_unit_responsible_for_a_power_may_be_a_section(way: str) -> None:
    assert [(d.text, d.section) for d in compiled("权力事项", POWERS, way).duties] == [("渔船检验", "渔政股")]


def test_a_step_whose_degree_is_unsure_takes_over_no_degree() -> None:
    rows = (
        ("违法行为", "裁量阶次", "情节", "裁量幅度"),
        ("电鱼", "从轻", "渔获1公斤以下", "处100元以上200元以下罚款"),
        ("^", "一般", "渔获1至3公斤", "处200元以上500元以下罚款"),
    )
    tiers = compile_document(Source("样例.txt", "0" * 64, "裁量基准\n\n" + flatten.dropped(rows))).tiers
    assert {(t.name, t.fine.max_yuan) for t in tiers} <= {("从轻", 200), ("一般", 500)}


def test_the_second_line_of_a_header_stands_under_blank_places() -> None:
    rows = (
        ("序号", "抽查项目", "", "检查对象", "检查方式"),
        ("", "抽查类别", "抽查事项", "", ""),
        ("1", "校车抽查", "驾驶人检查", "各学校", "现场检查"),
    )
    (check,) = compiled("抽查清单", rows, "Markdown").checks
    assert (check.matter.text, check.object and check.object.text) == ("驾驶人检查", "各学校")
