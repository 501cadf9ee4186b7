"""The same table in every flattening gives the same records; what cannot be told apart stays text."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus.compile import compile_document
from corpus.records import Document
from corpus.source import Source

_SPEC = importlib.util.spec_from_file_location("flatten", Path(__file__).with_name("flatten.py"))
assert _SPEC and _SPEC.loader
flatten: Any = importlib.util.module_from_spec(_SPEC)
sys.modules.setdefault("flatten", flatten)
_SPEC.loader.exec_module(flatten)

CHECKS = (
    ("序号", "抽查事项", "抽查内容", "检查对象", "抽查比例和频次", "检查方式", "抽查主体", "抽查依据"),
    ("1", "校车安全检查", "1.车况；2.驾驶人资质。", "各类学校", "不低于20%，每年2次", "现场检查", "青山县教育局", "《青山县校车条例》第五条"),
    ("2", "校服质量检查", "质量检验报告。", "中小学", "10-20%", "书面检查", "青山县教育局", "《青山县校服办法》第八条"),
    ("3", "食堂卫生检查", "操作间卫生。", "高校", "60-70家", "现场检查", "青山县卫健局", "《青山县食堂办法》第九条"),
)  # fmt: skip


def compiled(text: str) -> Document:
    document = compile_document(Source("样例.txt", "0" * 64, text))
    assert document.unread == ()
    return document


def checks(document: Document) -> list[tuple[str, ...]]:
    return [
        tuple(
            part.text if part else ""
            for part in (c.matter, c.content, c.object, c.share, c.method, c.initiator, c.basis)
        )
        for c in document.checks
    ]


@pytest.mark.parametrize("way", [*flatten.BARS, "tabs"])
def test_checks_are_the_same_in_every_flattening(way: str) -> None:
    flattened = flatten.tabs if way == "tabs" else flatten.BARS[way]
    document = compiled("青山县随机抽查事项清单\n\n" + flattened(CHECKS))
    assert checks(document) == [row[1:3] + row[3:] for row in CHECKS[1:]]
    assert [c.number for c in document.checks] == ["1", "2", "3"]
    assert [(q.kind, q.relation, q.value, q.upper, q.unit, q.period) for q in document.quantities] == [
        ("share", ">=", 20, None, "%", None),
        ("frequency", "=", 2, None, "次", "每年"),
        ("share", ">=", 10, 20, "%", None),
        ("count", ">=", 60, 70, "家", None),
    ]
    assert document.quantities[2].object == "中小学" and document.quantities[2].label == "校服质量检查 中小学"
    assert [(r.name, r.article) for r in document.references] == [
        ("青山县校车条例", "第五条"),
        ("青山县校服办法", "第八条"),
        ("青山县食堂办法", "第九条"),
    ]
    assert document.checks[0].path == ("青山县随机抽查事项清单", "序号1")


MERGED = (
    ("序号", "抽查领域", "抽查事项", "检查对象", "抽查比例", "发起部门", "配合部门"),
    ("1", "学校抽查", "1.校车检查", "各类学校", "20%", "教育局", "公安局"),
    ("^", "^", "2.校服检查", "中小学", "60-70家", "^", "^"),
    ("^", "^", "3.食堂检查", "高校", "30%", "卫健局", "教育局"),
    ("^", "^", "^", "幼儿园", "50%", "^", "^"),
    ("2", "旅店抽查", "4.许可证检查", "各类旅店", "5%", "公安局", "住建局"),
    ("^", "^", "5.消防检查", "^", "^", "^", "^"),
)


def full(rows: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    """Each merged place with the words of the cell that covers it."""
    done: list[tuple[str, ...]] = []
    for row in rows:
        done.append(tuple(done[-1][i] if cell == "^" else cell for i, cell in enumerate(row)))
    return done


def test_merged_cells_that_a_converter_left_out_are_taken_over_from_above() -> None:
    document = compiled("联合抽查计划\n\n" + flatten.dropped(MERGED))
    assert [
        tuple(part.text if part else "" for part in (c.field, c.matter, c.object, c.share, c.initiator, c.cooperators))
        for c in document.checks
    ] == [row[1:] for row in full(MERGED)[1:]]
    assert [c.number for c in document.checks] == ["1", "1", "1", "1", "2", "2"]
    assert len(document.quantities) == 5, "a share that two rows have in common is one figure"
    assert [cell.carried for cell in document.tables[0].rows[1]] == [True, True, False, False, False, True, True]


def test_blank_cells_of_merged_rows_are_taken_over_from_above() -> None:
    rows = [tuple("" if cell == "^" else cell for cell in row) for row in MERGED]
    left_out = compiled("联合抽查计划\n\n" + flatten.dropped(MERGED))
    for way in (flatten.markdown, flatten.tabs, flatten.bar_rows):
        assert checks(compiled("联合抽查计划\n\n" + way(rows))) == checks(left_out)


def test_repeated_cells_give_the_same_records_as_merged_ones() -> None:
    left_out = compiled("联合抽查计划\n\n" + flatten.dropped(MERGED))
    repeated = compiled("联合抽查计划\n\n" + flatten.markdown(full(MERGED)))
    assert checks(repeated) == checks(left_out)


def test_a_header_in_two_lines_names_columns_under_groups() -> None:
    text = (
        "公开目录\n"
        "序号 | 公开事项 | 公开内容 | 公开主体 | 公开层级 | ||\n"
        "一级事项 | 二级事项 | 县级 | 乡级 | |||\n"
        "1 | 就业信息 | 1.1岗位信息 | 岗位要求。 | 青山县就业中心 | √ | |\n"
    )
    document = compiled(text)
    (table,) = document.tables
    assert [cell.text for cell in table.header] == [
        "序号",
        "一级事项",
        "二级事项",
        "公开内容",
        "公开主体",
        "县级",
        "乡级",
    ]
    assert [cell.text for cell in table.rows[0]][:5] == ["1", "就业信息", "1.1岗位信息", "岗位要求。", "青山县就业中心"]
    assert [document.quote(span) for span in table.unsure] == ["√"], "under 县级 or 乡级: nobody can tell"
    assert [a.code for a in document.anomalies] == ["table-ambiguous"]
    assert table.shape == "" and "岗位要求" in "".join(clause.text for clause in document.clauses)


def test_labels_set_vertically_beside_texts() -> None:
    text = "表1\n主\n体\n责\n任 |\n县林业局负责全县林业工作。主要职责是: (一)负责造林。 (二)负责防火;负责巡山。"
    document = compiled(text)
    assert [(d.number, d.text, d.section, d.path) for d in document.duties] == [
        ("1", "(一)负责造林。", "", ("主体责任",)),
        ("2", "(二)负责防火;负责巡山。", "", ("主体责任",)),
    ]
    assert document.duties[0].main.startswith("县林业局负责全县林业工作")
    assert document.sections == ()


@pytest.mark.parametrize("way", [*flatten.BARS, "tabs"])
def test_departments_beside_their_duties_divide_one_matter(way: str) -> None:
    rows = (
        ("序号", "部门", "事权清单"),
        ("1", "县林业局", "1.负责造林。2.负责防火。"),
        ("2", "县公安局", "1.负责侦查毁林。"),
    )
    flattened = flatten.tabs if way == "tabs" else flatten.BARS[way]
    (boundary,) = compiled("护林职责分工\n\n" + flattened(rows)).boundaries
    assert boundary.matter == "护林职责分工"
    assert [(share.department, share.text) for share in boundary.shares] == [row[1:] for row in rows[1:]]


def test_a_bureaus_own_sections_beside_their_duties_are_duties_and_no_boundary() -> None:
    rows = (("序号", "科室", "工作职责"), ("1", "造林科", "负责造林。"), ("2", "防火科", "负责防火。"))
    document = compiled("职责清单\n\n" + flatten.markdown(rows))
    assert [(d.section, d.text) for d in document.duties] == [("造林科", "负责造林。"), ("防火科", "负责防火。")]
    assert document.boundaries == ()


def test_lines_with_bars_that_are_no_table_stay_text() -> None:
    document = compiled("首页 | 机构概况 | 新闻中心 | 办事服务\n\n第一条 为了护林，制定本办法。\n")
    assert document.tables == () and "机构概况" in document.clauses[0].text
