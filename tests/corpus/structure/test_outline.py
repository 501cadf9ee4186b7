"""Numbered clauses of made-up documents, with the slips real ones have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.labels import read_label
from corpus.outline import read_clauses
from corpus.records import Span
from corpus.tidy import tidy


def outline(text: str) -> list[tuple[int, str]]:
    return [(clause.level, clause.text) for clause in read_clauses(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    ("written", "kind", "ordinal"),
    [
        ("一、对象", "cn", 1),
        ("二十一、附则", "cn", 21),
        ("（十）其他", "paren-cn", 10),
        ("(三)方式", "paren-cn", 3),
        ("12、其他", "arabic", 12),
        ("3.内容", "arabic", 3),
        ("（4）内容", "paren", 4),
        ("(5)内容", "paren", 5),
        ("6）内容", "half-paren", 6),
        ("②内容", "circled", 2),
        ("第十五条 内容", "article", 15),
        ("第二章 总则", "chapter", 2),
        ("1.2.3 登录", "decimal", 3),
    ],
)
def test_labels(written: str, kind: str, ordinal: int) -> None:
    label = read_label(written, 0)
    assert label is not None and (label.kind, label.ordinal) == (kind, ordinal)


@pytest.mark.parametrize(
    "written", ["1.5倍", "2014 年", "第三条第二款", "（一）项所列", "一、二、三等", "（以下简称", "第五条规定"]
)
def test_no_labels(written: str) -> None:
    assert read_label(written, 0) is None


CASES = [
    pytest.param(
        "（一）甲类监管\n一、对象\n某厂。\n二、内容\n（一）证照；\n（二）人员。\n（二）乙类监管\n一、对象\n某店。\n",
        [(0, "（一）甲类监管"), (1, "一、对象"), (2, "某厂。"), (1, "二、内容"), (2, "（一）证照；"), (2, "（二）人员。"),
         (0, "（二）乙类监管"), (1, "一、对象"), (2, "某店。")],
        id="a title of （一） style above 一、, though an inner list could count on",
    ),
    pytest.param(
        "一、内容\n（一）检查内容\n（一）证照是否齐全；\n（二）人员是否到位。\n（二）检查指标\n每月一次。\n",
        [(0, "一、内容"), (1, "（一）检查内容"), (2, "（一）证照是否齐全；"), (2, "（二）人员是否到位。"), (1, "（二）检查指标"),
         (2, "每月一次。")],
        id="a list of the same style below a title; the number tells which of the two goes on",
    ),
    pytest.param(
        "一、内容\n1、甲事。\n2、乙事。\n2、丙事。\n5、丁事。\n",
        [(0, "一、内容"), (1, "1、甲事。"), (1, "2、乙事。"), (1, "2、丙事。"), (1, "5、丁事。")],
        id="repeated and skipped numbers are siblings",
    ),
    pytest.param(
        "（三）检查指标 1、定期检查。每年一次。\n2、专项检查。随时进行。 上述指标不一致的，以上级为准。\n四、措施\n",
        [(0, "（三）检查指标"), (1, "1、定期检查。每年一次。"), (1, "2、专项检查。随时进行。"),
         (1, "上述指标不一致的，以上级为准。"), (0, "四、措施")],
        id="labels glued to the text before, a paragraph glued to the list's end",
    ),
    pytest.param(
        "1、检查机构的资质、制度、\n\n硬件设施和人员。\n2、检查定点培训机构组织的培训是否真\n实有效，有无弄虚作假。\n",
        [(0, "1、检查机构的资质、制度、硬件设施和人员。"), (0, "2、检查定点培训机构组织的培训是否真实有效，有无弄虚作假。")],
        id="lines wrapped in mid-sentence, with and without a blank line",
    ),
    pytest.param(
        "（一）对企业检查，每年一次。\n企业应当配合，如实提供资料。\n（二）自行组织检查。\n完毕后归档。\n",
        [(0, "（一）对企业检查，每年一次。企业应当配合，如实提供资料。"), (0, "（二）自行组织检查。"), (0, "完毕后归档。")],
        id="a paragraph inside a list is its item's, after the list it is nobody's item",
    ),
    pytest.param(
        "（一）检查内容 对单位执行制度的情况进行检查，包括台账。\n",
        [(0, "（一）检查内容"), (1, "对单位执行制度的情况进行检查，包括台账。")],
        id="title and paragraph on one line",
    ),
    pytest.param(
        "第一条 为了规范，制定本办法。\n第二条 本办法适用于全县。\n有关部门配合。\n依照《某条例》\n第五条的规定办理。\n",
        [(0, "第一条为了规范，制定本办法。"), (0, "第二条本办法适用于全县。有关部门配合。依照《某条例》第五条的规定办理。")],
        id="articles keep their paragraphs; a cited article at a line's start is no label",
    ),
    pytest.param(
        "首页 一、职责主要是：（一）甲事。（二）乙事。二、机构（一）办公室。负责政务。（二）财务股。负责财务。",
        [(0, "首页"), (0, "一、职责主要是："), (1, "（一）甲事。"), (1, "（二）乙事。"), (0, "二、机构"),
         (1, "（一）办公室。负责政务。"), (1, "（二）财务股。负责财务。")],
        id="a document run together on one line",
    ),
    pytest.param(
        "处以一倍以上三倍以下罚款，依照本法第（二）项、第（三）项办理。\n",
        [(0, "处以一倍以上三倍以下罚款，依照本法第（二）项、第（三）项办理。")],
        id="cited items are no labels",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_outline(text: str, expected: list[tuple[int, str]]) -> None:
    assert outline(text) == expected


PIECES = st.sampled_from(
    ["一、", "二、", "（一）", "（二）", "(三)", "1、", "2.", "（1）", "①", "第一条 ", "监督检查内容", "每月不少于 2 次", "，", "。", "；",
     "：", "\n", "\n\n", " ", "《", "》", "Ａ１", "残疾 人", "\t", "单位名称：某局", "上述指标"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_kept_whole_and_quoted_verbatim(text: str) -> None:
    clauses = read_clauses(text, [Span(0, len(text))])
    at = 0
    for clause in clauses:
        assert not text[at : clause.span.start].strip()
        assert tidy(text, clause.span).text == clause.text
        assert clause.extent.start == clause.span.start and clause.extent.end >= clause.span.end
        at = clause.span.end
    assert not text[at:].strip()


@given(st.text(alphabet="残疾人联合会 \n\t　１２ab％（）《》ﬁ\u200b", max_size=60))
def test_tidy_offsets_map_back(text: str) -> None:
    view = tidy(text)
    assert len(view.offsets) == len(view.text)
    for i in range(len(view.text)):
        for j in range(i + 1, min(i + 6, len(view.text)) + 1):
            span = view.source(i, j)
            assert 0 <= span.start < span.end <= len(text)
            assert tidy(text, span).text.replace(" ", "") in view.text[i:j].replace(" ", "") + " "
