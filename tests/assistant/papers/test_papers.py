"""The papers of every regime: opened again with python-docx, they hold what the documents demand and invent nothing."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date

import docx
import pytest

from assistant.papers.case import Case, Entered, Proposal
from assistant.papers.docx import to_docx
from assistant.papers.forms import form, forms, general_forms
from assistant.papers.html import to_html
from assistant.papers.make import fillers, make_paper
from corpus.records import Document

MakeCase = Callable[..., Case]
IDS = [f.id for f in general_forms()]
REGIMES = range(8)


def _words(data: bytes) -> str:
    """All words of a Word file in order of paragraphs, then tables."""
    document = docx.Document(io.BytesIO(data))
    cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def _notes(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/footnotes.xml").decode() if "word/footnotes.xml" in package.namelist() else ""


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("id", IDS)
def test_every_paper_of_every_regime_has_its_parts(
    shipped: Document, make_case: MakeCase, regime: int, id: str
) -> None:
    case = make_case(shipped, regime)
    chosen = form(shipped, case.regime, id)
    words = _words(to_docx(make_paper(case, id)))
    assert chosen.title in words
    for part in chosen.parts:
        assert part in words
    assert "大河机构" in words or chosen.upward
    for label in chosen.sign:
        assert label in words


# Regime · paper · its title in the document · the parts the document demands
DEMANDED = [
    (
        5,
        "notice",
        "现场监督通知书",
        ["被检查单位名称", "检查依据、范围、内容、方式", "要求被检查单位配合事项", "检查人员名单", "签发日期及公章"],
    ),
    (5, "opinion", "监督意见书", ["主送单位", "检查情况", "评价和整改意见", "发文机关和日期"]),
    (
        5,
        "handling",
        "处理意见书",
        [
            "主送单位及抄送单位",
            "被监督单位违纪违规事实及处理意见",
            "处理意见执行期限和要求",
            "建议政府及有关部门处理意见",
            "发文机关和日期",
        ],
    ),
    (5, "major", "重大问题报告", ["主送单位", "检查情况", "被监督单位违纪违规事实", "处理建议", "发文机关和日期"]),
]


@pytest.mark.parametrize(("regime", "id", "title", "parts"), DEMANDED)
def test_the_contents_are_the_ones_that_the_document_demands(
    shipped: Document, regime: int, id: str, title: str, parts: list[str]
) -> None:
    chosen = form(shipped, shipped.regimes[regime], id)
    assert (chosen.title, list(chosen.parts)) == (title, parts)
    assert [p.text for p in chosen.demanded] == parts


def test_papers_are_called_what_the_regime_calls_them(shipped: Document) -> None:
    titles = {f.id: f.title for f in forms(shipped, shipped.regimes[7])}
    assert titles["notice"] == "社会保险实地稽核通知书"
    assert titles["record"] == "外出稽核记录表"
    assert titles["talk"] == "社会保险稽核约谈记录"
    assert titles["decision"] == "社会保险违规情况处理决定书"


OTHER_BUREAU = """
临江县人社局监管制度

（一）托育机构监管
一、监督检查对象
托育机构。
二、监督检查内容
1、是否备案；
2、是否明示收费项目。
三、监督检查程序
（一）下达进场告知书：机构名称；检查事由；联系人及签发日期。
四、监督检查处理
（一）下达监督意见书。监督意见书应当载明下列事项：
1、收文单位；
2、问题清单；
3、整改期限；
4、落款。
"""


def test_another_bureau_s_demands_follow(compiled: Callable[[str], Document], make_case: MakeCase) -> None:
    document = compiled(OTHER_BUREAU)
    chosen = form(document, document.regimes[0], "opinion")
    assert chosen.parts == ("收文单位", "问题清单", "整改期限", "落款")
    own = form(document, document.regimes[0], "进场告知书")
    assert own.parts == ("机构名称", "检查事由", "联系人及签发日期")
    words = _words(to_docx(make_paper(make_case(document, 0), "进场告知书")))
    assert all(part in words for part in own.parts)


def test_an_unknown_paper_is_told_with_the_known_ones(shipped: Document) -> None:
    with pytest.raises(KeyError, match="没有“票据”这种文书；可用的有：plan、notice"):
        form(shipped, shipped.regimes[0], "票据")


def test_nothing_is_invented(shipped: Document, make_case: MakeCase) -> None:
    """No number, no date of issue, no amount, no judgement: what nobody entered is a marked blank."""
    words = _words(to_docx(make_paper(make_case(shipped, 5), "opinion")))
    assert "【待填：发文字号】" in words and "【待填：日期】" in words and "评价：【待填】" in words
    assert re.findall(r"\d{4}年\d+月\d+日", words) == ["2026年9月28日"], "the day of the inspection, which was entered"
    decision = _words(to_docx(make_paper(make_case(shipped, 3), "decision")))
    assert "【待填：适用的条款和处理意见】" in decision and "元" not in decision.replace("公元", "")


def test_what_was_entered_takes_the_place_of_the_blanks(shipped: Document, make_case: MakeCase) -> None:
    entered = Entered(
        number="临人社〔2026〕7号",
        issued=date(2026, 9, 30),
        deadline=date(2026, 10, 15),
        copied_to="县财政局",
        texts={"评价和整改意见": "总体较好。"},
    )
    words = _words(to_docx(make_paper(make_case(shipped, 5, entered=entered), "opinion")))
    for said in ("临人社〔2026〕7号", "2026年9月30日", "2026年10月15日", "总体较好。"):
        assert said in words
    assert "县财政局" in _words(to_docx(make_paper(make_case(shipped, 5, entered=entered), "handling")))


def test_an_inspector_too_few_is_a_blank_to_fill(shipped: Document, make_case: MakeCase) -> None:
    words = _words(to_docx(make_paper(make_case(shipped, 2), "record")))
    assert "张某（执法证号：证一）、【待填：检查人员】" in words


def test_findings_cite_the_clause_of_their_item(shipped: Document, make_case: MakeCase) -> None:
    data = to_docx(make_paper(make_case(shipped, 3), "record"))
    notes = _notes(data)
    assert "二、监督检查内容和指标 › （一）监督检查内容 › 8、：“8、有否其他违反法律、法规规定的行为。”" in notes
    assert "SHA-256 " + "0" * 64 in notes
    assert "记录1" in _words(data) and "ab" * 32 in _words(data)


# Penalty of the agencies' regime (index in the document) · proposed · what the notice says, or None
AMOUNTS = [
    (28, Proposal(penalty=28, amount_yuan=5000), None),
    (28, Proposal(penalty=28, amount_yuan=20000), "拟处 20,000 元高于上限"),
    (28, Proposal(penalty=28, amount_yuan=500), "拟处 500 元低于下限"),
    (30, Proposal(penalty=30, amount_yuan=900), "要有涉及人数才能判断"),
    (30, Proposal(penalty=30, amount_yuan=900, persons=3), None),
    (30, Proposal(penalty=30, amount_yuan=9000, persons=3), "每人 200–500 元 × 3 人 = 600–1,500 元"),
    (23, Proposal(penalty=23, amount_yuan=100), "没有写明罚款数额"),
]


@pytest.mark.parametrize(("penalty", "proposal", "said"), AMOUNTS)
def test_an_amount_outside_of_its_range_is_told(
    shipped: Document, make_case: MakeCase, penalty: int, proposal: Proposal, said: str | None
) -> None:
    case = make_case(shipped, 3, penalty=penalty, entered=Entered(proposals=(proposal,)))
    words = _words(to_docx(make_paper(case, "handling")))
    assert ("提示：" in words) == (said is not None)
    assert said is None or said in words


def test_the_pages_say_the_same_without_outside_resources(shipped: Document, make_case: MakeCase) -> None:
    paper = make_paper(make_case(shipped, 3), "handling")
    page = to_html(paper)
    assert "<h1>处理意见书</h1>" in page and "【待填：发文字号】" in page and "引用依据" in page
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//|@import|url\(", page)
    assert page == to_html(paper)


def test_names_with_signs_of_markup_stay_words(shipped: Document, make_case: MakeCase) -> None:
    entered = Entered(number="<script>alert(1)</script>&")
    page = to_html(make_paper(make_case(shipped, 5, entered=entered), "opinion"))
    assert "<script>" not in page and "&lt;script&gt;" in page


PARTS = [
    ("被监督单位违纪违规事实及处理意见", ("problems", "consequences")),
    ("处理意见执行期限和要求", ("deadline",)),
    ("建议政府及有关部门处理意见", ("text",)),
    ("评价和整改意见", ("evaluation", "corrections")),
    ("检查依据、范围、内容、方式", ("basis", "scope", "contents", "methods")),
    ("签发日期及公章", ("closing",)),
    ("联系电话", ("text",)),
    ("约谈时间", ("text",)),
    ("约谈人员", ("text",)),
]


@pytest.mark.parametrize(("part", "expected"), PARTS)
def test_the_words_of_a_part_say_what_fills_it(part: str, expected: tuple[str, ...]) -> None:
    assert fillers(part) == expected
