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


@pytest.mark.parametrize("way", flatten.EVERY)
def test_checks_are_the_same_in_every_flattening(way: str) -> None:
    flattened = flatten.EVERY[way]
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


@pytest.mark.parametrize("way", flatten.EVERY)
def test_departments_beside_their_duties_divide_one_matter(way: str) -> None:
    rows = (
        ("序号", "部门", "事权清单"),
        ("1", "县林业局", "1.负责造林。2.负责防火。"),
        ("2", "县公安局", "1.负责侦查毁林。"),
    )
    flattened = flatten.EVERY[way]
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


WAIVERS = (
    "青山县首违免罚事项清单\n单位(盖章):青山县林业局\n\n"
    "序号\n\n处罚事项\n\n首违免罚的情形\n\n首违免罚的依据\n\n配套监管措施\n\n"
    "1\n\n对违规采伐的处罚\n\n首次采伐两株以下并补种的。\n\n处罚依据:\n\n《青山县护林条例》第三条 违规采伐的,责令补种,"
    "处100元以上500元以下罚款。\n\n免罚依据:\n\n《青山县轻微违法办法》第六条:初次违法的,可以不予处罚。\n\n"
    "对当事人应当进行教育。\n\n说服教育、行政指导\n\n说明:配套监管措施包括约谈。\n"
)


def test_a_cell_of_several_paragraphs_is_told_by_what_its_column_holds() -> None:
    document = compiled(WAIVERS)
    (waiver,) = document.waivers
    assert (waiver.number, waiver.violation, waiver.kind) == ("1", "对违规采伐的处罚", "首违免罚")
    assert waiver.circumstances.text == "首次采伐两株以下并补种的。"
    assert waiver.basis[0].text.startswith("处罚依据:") and waiver.basis[-1].text.startswith("对当事人")
    assert [m.text for m in waiver.measures] == ["说服教育", "行政指导"]
    assert waiver.path == ("青山县首违免罚事项清单", "序号1")
    (penalty,) = document.penalties
    assert (penalty.fine.min_yuan, penalty.fine.max_yuan, penalty.article) == (100, 500, "第三条")
    assert document.clauses[-1].text.startswith("说明:"), "notes under the table are no cell of it"


def test_a_power_list_without_a_named_section_names_none() -> None:
    rows = (
        ("序号", "权力类型", "权力事项名称", "实施层级", "设定(实施)依据", "责任事项", "追责情形", "实施机构(科室)", "大项", "子项"),
        ("1", "行政许可", "社团登记", "", "县级民政部门", "《青山县社团条例》第三条:应当登记。", "受理;审查。", "不履行职责的。", "社团科"),
        ("2", "行政处罚", "对违规社团的处罚", "对骗取登记的处罚", "县级民政部门", "《青山县社团条例》第九条", "立案。", "不立案的。", ""),
    )  # fmt: skip
    document = compiled("青山县民政局权责清单\n\n" + flatten.cell_lines(rows))
    assert [(d.number, d.main, d.text, d.section) for d in document.duties] == [
        ("1", "", "社团登记", "社团科"),
        ("2", "对违规社团的处罚", "对骗取登记的处罚", ""),
    ]
    assert [section.name for section in document.sections] == ["社团科"]
    assert document.duties[0].path == ("青山县民政局权责清单", "行政许可", "序号1")


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (("序号", "权力类型", "权力事项名称", "责任事项", "备注"), ("1", "行政许可", "社团登记", "受理。", "社团科")),
        (("序号", "权力类型", "权力事项名称", "责任事项"), ("1", "行政许可", "社团登记", "受理；责任科室：社团科")),
    ],
    ids=["in the remarks", "after 责任科室："],
)
def test_where_a_section_may_be_named(header: tuple[str, ...], row: tuple[str, ...]) -> None:
    (duty,) = compiled("权责清单\n\n" + flatten.markdown((header, row))).duties
    assert (duty.text, duty.section) == ("社团登记", "社团科")


TIERS = (
    ("序号", "违法行为", "处罚依据", "裁量阶次", "适用情形", "处罚幅度"),
    ("1", "违规采伐", "《青山县护林条例》第三条 违规采伐的，处1万元以上5万元以下罚款。", "轻微", "采伐两株以下的", "处1万元以上2万元以下罚款"),
    ("", "", "", "一般", "采伐三株以上五株以下的", "处2万元以上3万元以下罚款"),
    ("", "", "", "严重", "采伐六株以上的", "责令停业，处4万元以上6万元以下罚款"),
)  # fmt: skip


@pytest.mark.parametrize("way", ["Markdown", "open bars", "tabs"])
def test_discretion_steps_and_what_is_wrong_with_them(way: str) -> None:
    document = compiled("青山县裁量基准\n\n" + flatten.EVERY[way](TIERS))
    assert [(t.name, t.circumstances, t.fine.min_yuan, t.fine.max_yuan) for t in document.tiers] == [
        ("轻微", "采伐两株以下的", 10_000, 20_000),
        ("一般", "采伐三株以上五株以下的", 20_000, 30_000),
        ("严重", "采伐六株以上的", 40_000, 60_000),
    ]
    assert {(t.violation, t.law, t.article) for t in document.tiers} == {("违规采伐", "青山县护林条例", "第三条")}
    assert document.tiers[2].measures == ("责令停业",)
    found = {a.code for a in document.anomalies}
    assert {"tier-gap", "tier-beyond-law"} <= found and "tier-overlap" not in found


def test_kinds_of_subject_in_one_sentence_are_steps_of_their_own() -> None:
    rows = (
        *TIERS[:1],
        ("1", "违规采伐", "《青山县护林条例》第三条", "轻微", "首次的", "对个人处100元罚款；对单位处1000元罚款"),
    )
    document = compiled("青山县裁量基准\n\n" + flatten.markdown(rows))
    assert [(t.subject, t.fine.min_yuan) for t in document.tiers] == [("个人", 100), ("单位", 1000)]
