"""Numbering, contents and broken cells: each rule on made-up documents, with the like it must leave alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.compile import compile_document
from corpus.records import Anomaly, Document
from corpus.source import Source


def compiled(text: str) -> Document:
    return compile_document(Source("样例.txt", "0" * 64, text))


def found(text: str, code: str) -> list[tuple[str, str]]:
    """Quotes of the first and second place of every anomaly of one code."""
    document = compiled(text)
    hits = [a for a in document.anomalies if a.code == code]
    return [(document.quote(a.span), document.quote(a.other) if a.other else "") for a in hits]


def table(*rows: str) -> str:
    return "\n\n".join("\n".join(f"\t{cell}" for cell in row.split("|")) for row in rows) + "\n"


def items(*ordinals: int) -> str:
    return "一、检查内容\n\n" + "\n\n".join(f"{n}、查看第甲{n}类材料是否齐全；" for n in ordinals) + "\n"


def test_a_skipped_number_is_quoted_with_the_item_before_it() -> None:
    ((after, before),) = found(items(1, 2, 4), "number-skipped")
    assert after.startswith("4、") and before.startswith("2、")


def test_a_doubled_number_is_quoted_with_both_items() -> None:
    text = "一、方式\n\n（一）书面检查。查看材料。\n\n（二）抽查。随机进行。\n\n（二）回访。电话进行。\n"
    ((first, second),) = found(text, "number-doubled")
    assert "抽查" in first and "回访" in second


@pytest.mark.parametrize(
    "ordinals",
    [
        (1, 2, 3),
        (1, 2, 1, 2, 3),  # a second list under the same heading
        (3, 4, 7),  # an excerpt: it never counted from 1
        (1, 2, 9),  # a selection from a long list, not a slip
    ],
)
def test_lists_that_count_on_are_left_alone(ordinals: tuple[int, ...]) -> None:
    codes = {a.code for a in compiled(items(*ordinals)).anomalies}
    assert not codes & {"number-skipped", "number-doubled"}


@given(st.integers(2, 12), st.data())
def test_any_one_number_left_out_is_found(length: int, data: st.DataObject) -> None:
    gap = data.draw(st.integers(2, length))
    ordinals = [n for n in range(1, length + 2) if n != gap]
    assert len(found(items(*ordinals), "number-skipped")) == 1


def test_a_list_in_the_style_of_its_own_heading_is_told_once() -> None:
    text = "一、内容和指标\n\n（一）检查内容\n\n（一）账目是否清楚。\n\n（二）人员是否到位。\n\n（二）检查指标\n\n1、每年不少于 1 次。\n"
    assert found(text, "nested-same-label") == [("（一）检查内容", "（一）账目是否清楚。")]
    assert found(text.replace("（一）账", "1、账").replace("（二）人", "2、人"), "nested-same-label") == []


REGIME = "\n\n一、监督检查对象\n\n持证单位。\n\n二、监督检查内容\n\n查证。\n\n三、监督检查方式\n\n现场检查。\n\n"
LISTED = "事中事后监管制度\n（一）船坞监管\n（二）灯塔监管\n（三）浮标监管\n\n（一）船坞监管" + REGIME


def test_a_contents_entry_without_body_is_named() -> None:
    document = compiled(LISTED + "（二）灯塔监管" + REGIME)
    assert [(a.subject, document.quote(a.span)) for a in document.anomalies if a.code == "contents-without-body"] == [
        ("浮标监管", "（三）浮标监管")
    ]


def test_a_body_under_a_slightly_other_title_counts() -> None:
    text = (LISTED + "（二）灯塔监管" + REGIME + "（三）浮标设施使用监管" + REGIME).replace(
        "（三）浮标监管", "（三）浮标设施监管"
    )
    assert found(text, "contents-without-body") == []


CASES = ("序号|相关职责|相关部门|职责分工|相关依据|案例",)


def test_a_cell_that_goes_on_below_is_quoted_with_its_sequel() -> None:
    text = table(
        *CASES,
        "1|灯会筹办|甲局|牵头筹办灯会。||去年，甲局办了灯会。甲局印制了海报、请柬，",
        "||乙会|配合筹办。||分发到各村，并设点接待。次日清场。",
    )
    assert found(text, "cell-runs-on") == [("甲局印制了海报、请柬，", "分发到各村，并设点接待。")]


def test_cells_that_end_are_left_alone() -> None:
    text = table(*CASES, "1|灯会筹办|甲局|牵头筹办灯会。||甲局办了灯会。", "||乙会|配合筹办。||乙会设点接待。")
    assert found(text, "cell-runs-on") == []


def test_anomalies_come_in_reading_order_and_each_once() -> None:
    hits: tuple[Anomaly, ...] = compiled(items(1, 2, 4, 5, 5)).anomalies
    assert list(hits) == sorted(set(hits), key=lambda a: (a.span, a.code)) and len(hits) == 2
