"""Made-up documents of other bureaus in each shape: the records follow the document, whatever its names and figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.compile import compile_document
from corpus.records import Document
from corpus.source import Source
from corpus.wording import title_like

SHIPPED = next((Path(__file__).parents[3] / "corpus" / "documents").glob("*.txt"))


def compiled(text: str) -> Document:
    document = compile_document(Source("样例.txt", "0" * 64, text))
    assert document.unread == ()
    return document


def table(header: str, *rows: str) -> str:
    """A tab-led table; cells are separated by `|`."""
    return "\n\n".join("\n".join(f"\t{cell}" for cell in row.split("|")) for row in (header, *rows)) + "\n"


def test_registry_with_other_header_words_in_another_order() -> None:
    text = "职责清单\n\n部门名称：青山县人社局\n\n" + table(
        "责任股室|序号|具体职责|主要职能",
        "政务股|1|起草文稿；管理档案。|综合政务",
        "|||",
        "稽核\n\n股|2|核查基金。|基金监督",
    )
    document = compiled(text)
    first = document.duties[0]
    assert (first.number, first.section, first.main, [item.text for item in first.items]) == (
        "1",
        "政务股",
        "综合政务",
        ["起草文稿；", "管理档案。"],
    )
    assert [section.name for section in document.sections] == ["政务股", "稽核股"]
    assert document.bureau == "青山县人社局"
    assert document.duties[0].path == ("职责清单", "序号1")


def test_registry_rows_that_lost_their_blank_lines_are_counted_against_the_header() -> None:
    text = "\t序号\n\t工作事项\n\t科室\n\n\t1\n\t甲事；\n\t甲科\n\t2\n\t乙事。\n\n\t乙科\n\n\t3\n\t丙事。\n\t丙科\n"
    assert [(d.number, d.text, d.section) for d in compiled(text).duties] == [
        ("1", "甲事；", "甲科"),
        ("2", "乙事。", "乙科"),
        ("3", "丙事。", "丙科"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "序号 | 主要职责 | 责任科室 |\n1 | 办理登记；发放证件。 | 登记科 |\n2 | 核查基金。 | 稽核科 |\n",
        "序号 |\n主要职责 |\n责任科室 |\n1 |\n办理登记；发放证件。 |\n登记科 |\n2 |\n核查基金。 |\n稽核科 |\n",
        "| 序号 | 主要职责 | 责任科室 |\n| --- | --- | --- |\n| 1 | 办理登记；发放证件。 | 登记科 |\n| 2 | 核查基金。 | 稽核科 |\n",
        "序号 | 主要职责 | 责任科室\n1 | 办理登记；发放证件。 | 登记科\n2 | 核查基金。 | 稽核科\n\n后记。\n",
    ],
    ids=["row a line", "cell a line", "Markdown", "open ends"],
)
def test_registry_parted_by_bars(text: str) -> None:
    duties = compiled("职责清单\n\n" + text).duties
    assert [(duty.number, duty.section, len(duty.items)) for duty in duties] == [("1", "登记科", 2), ("2", "稽核科", 1)]
    assert duties[0].path == ("职责清单", "序号1")


def test_marks_that_are_no_words() -> None:
    document = compiled("\ufeff# 某条例\r\n\r\n## 第一章 总则\r\n\r\n第一条 为了规范，制定本条例。\r\n")
    assert [clause.text for clause in document.clauses] == ["某条例", "第一章总则", "第一条为了规范，制定本条例。"]


def test_windows_line_ends_change_nothing() -> None:
    text = SHIPPED.read_text("utf-8")
    shipped, document = compiled(text), compiled(text.replace("\n", "\r\n"))
    assert [clause.text for clause in document.clauses] == [clause.text for clause in shipped.clauses]
    assert [duty.text for duty in document.duties] == [duty.text for duty in shipped.duties]
    assert [regime.parts and regime.title for regime in document.regimes] == [
        regime.title for regime in shipped.regimes
    ]


def test_two_sections_in_one_cell_are_two_duties() -> None:
    text = table("序号|主要职责|责任科室", "1|办理退休审批。|养老股、工资股")
    assert [duty.section for duty in compiled(text).duties] == ["养老股", "工资股"]


def test_a_table_of_unknown_header_is_kept_as_text() -> None:
    document = compiled(table("名次|得分", "1|90") + "\n正文。\n")
    assert document.shapes == ()
    assert "得分" in "".join(clause.text for clause in document.clauses)


def test_boundary_table() -> None:
    text = "与相关部门的职责边界\n\n" + table(
        "序号|相关事项|涉及部门|职责划分|依据|实例",
        "1|技工\n\n学校管理|教育 局|负责学籍。|《某法》|甲年共同检查。",
        "|||负责经费。||",
        "2|工伤预防|应急局|负责检查。||",
    )
    first, second = compiled(text).boundaries
    assert (first.number, first.matter, second.matter) == ("1", "技工学校管理", "工伤预防")
    assert [(share.department, share.text) for share in first.shares] == [("教育局", "负责学籍。"), ("", "负责经费。")]
    assert [p.text for p in first.basis] == ["《某法》"] and [p.text for p in first.case] == ["甲年共同检查。"]


REGIME = """监管制度
(一)驾校监管 (二)网吧监管

（一）驾校监管
单位名称：青山县交通局(公章)

一、检查对象
全县驾校。
二、检查内容和指标
（一）检查内容 1、教练资质；
2、场地。
（二）检查指标
1、日常检查：每季度不少于 3 次。
上述指标按上级要求调整。
三、检查方式和措施
现场检查。
四、检查程序
（一）通知；
（二）检查。
五、检查结果处理
违反规定的，责令改正。
"""


def test_regime() -> None:
    document = compiled(REGIME)
    (regime,) = document.regimes
    assert (regime.label, regime.title, regime.supervisor) == ("（一）", "驾校监管", "青山县交通局")
    assert [(part.kind, len(part.clauses)) for part in regime.parts] == [
        ("objects", 1),
        ("contents", 2),
        ("indicators", 2),
        ("methods", 1),
        ("measures", 1),
        ("procedure", 2),
        ("handling", 1),
    ]
    assert [entry.text for entry in document.contents] == ["(一)驾校监管", "(二)网吧监管"]


def test_a_regime_without_a_number_takes_the_title_line() -> None:
    text = REGIME[REGIME.index("单位名称") :]
    (regime,) = compiled("驾校监督检查办法\n\n" + text).regimes
    assert (regime.label, regime.title, regime.supervisor) == ("", "驾校监督检查办法", "青山县交通局")


@pytest.mark.parametrize(
    "text",
    [
        "内设机构：\n（一）办公室。负责文秘；管理档案。\n（二）就业股。负责失业登记。\n",
        "内设机构\n（一）办公室\n负责文秘；管理档案。\n（二）就业股\n负责失业登记。\n",
        "三、内设机构（一）办公室。负责文秘；管理档案。（二）就业股。负责失业登记。",
        "内设机构\n\n办公室：负责文秘；管理档案。\n\n就业股：负责失业登记。\n",
        "内设机构\n\n1、办公室\n（1）负责文秘；\n（2）管理档案。\n2、就业股\n（1）负责失业登记。\n",
    ],
    ids=["run-in title", "title line", "one line", "unnumbered", "numbered duties"],
)
def test_prose_duties(text: str) -> None:
    duties = compiled(text).duties
    assert [duty.section for duty in duties] == ["办公室", "就业股"]
    assert [len(duty.items) for duty in duties] == [2, 1]
    assert duties[1].text.endswith("负责失业登记。")


def test_units_listed_after_the_sections_have_duties_too() -> None:
    text = (
        "一、内设机构\n（一）办公室。负责文秘工作。\n（二）就业科。负责就业政策。\n\n"
        "二、所属单位\n（一）就业服务中心。承担失业登记。\n（二）仲裁院。承担劳动争议仲裁。\n"
    )
    assert [duty.section for duty in compiled(text).duties] == ["办公室", "就业科", "就业服务中心", "仲裁院"]


def test_units_alone_are_no_list_of_sections() -> None:
    text = "三、配合单位\n（一）市救助中心。负责救助。\n（二）市养老院。负责供养。\n"
    assert compiled(text).duties == ()


def test_methods_of_a_regime_are_no_sections() -> None:
    text = "三、检查方式\n（一）定期检查。由人社部门牵头。\n（二）实地检查。到现场核实。\n"
    assert compiled(text).duties == ()


def test_another_county_with_other_names_and_figures() -> None:
    """Nothing of the shipped document is known to the code: change its names and the records change with it."""
    text = SHIPPED.read_text("utf-8")
    for old, new in (
        ("新河县", "青山县"),
        ("职称股", "人才股"),
        ("监察仲裁信访股", "维权股"),
        ("每月不少于 2 次", "每月不少于 9 次"),
    ):
        text = text.replace(old, new)
    document, shipped = compiled(text), compiled(SHIPPED.read_text("utf-8"))
    assert {"人才股", "维权股"} <= {section.name for section in document.sections}
    assert document.bureau.startswith("青山县")
    assert len(document.clauses) == len(shipped.clauses)
    assert any("每月不少于9次" in clause.text for clause in document.clauses)


def test_rows_in_another_order() -> None:
    text = SHIPPED.read_text("utf-8")
    first, second = text.index("\n\n\t1\n\t贯彻") + 2, text.index("\n\n\t2\n\t负责") + 2
    third = text.index("\n\n\t3\n\t贯彻") + 2
    swapped = text[:first] + text[second:third] + text[first:second] + text[third:]
    assert [section.name for section in compiled(swapped).sections][:2] == ["就业促进股", "办公室"]


def test_titles() -> None:
    assert title_like("监督检查对象") and not title_like("每月检查。") and not title_like("有下列情形的")
