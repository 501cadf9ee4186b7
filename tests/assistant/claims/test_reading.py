"""How a text is cut and spelt before it is judged, and which laws and places it names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.claims.fold import fold, widen
from assistant.claims.laws import find_laws, nearest
from assistant.claims.places import find_places
from assistant.claims.split import split
from corpus.fines import read_fine
from corpus.quantities.figures import find_figures
from corpus.records import Span

KNOWN = ("劳动合同法", "劳务派遣暂行规定", "河北省劳动力市场管理条例")


def folded(text: str) -> str:
    return fold(widen(text), Span(0, len(text))).text


@pytest.mark.parametrize(
    ("written", "yuan"),
    [
        ("三万元", 30000),
        ("30000元", 30000),
        ("３００００元", 30000),
        ("3万", 30000),
        ("30,000元", 30000),
        ("¥30,000", 30000),
        ("3万5千元", 35000),
        ("3千元", 3000),
        ("三万块", 30000),
    ],
)
def test_one_amount_in_many_spellings(written: str, yuan: int) -> None:
    assert read_fine(folded(f"罚款{written}。")).max_yuan == yuan


@pytest.mark.parametrize(
    "written", ["每月不少于2次", "每月至少两次", "一个月最少2回", "每个月不少于二次", "每月　不少于 ２ 次"]
)
def test_one_frequency_in_many_spellings(written: str) -> None:
    (figure,) = find_figures(folded(f"巡查{written}。"))
    assert (figure.kind, figure.relation, figure.value) == ("frequency", ">=", 2)
    assert "每月" in folded(f"巡查{written}。")


def test_shares_in_words() -> None:
    assert [f.value for f in find_figures(folded("抽查面不少于三成，其余不低于百分之五十。"))] == [30, 50]


@given(st.text(alphabet="一二三万千元罚款每月2回3次（）；。\n|#*-[1] ，", max_size=60))
def test_folding_and_cutting_keep_the_way_back(text: str) -> None:
    view = fold(widen(text), Span(0, len(text)))
    assert len(view.text) == len(view.offsets)
    assert list(view.offsets) == sorted(view.offsets)
    at = 0
    for s in split(text):
        assert at <= s.span.start < s.span.end <= len(text)
        at = s.span.end


def test_a_wrapped_line_goes_on_and_a_numbered_one_stands_alone() -> None:
    text = "依据有关规定，对涂改《人力资源服务许可证》的人力资源服务机\n构收回证件。\n1. 罚款\n2. 吊销"
    assert [s.text for s in split(text)] == [
        "依据有关规定，对涂改《人力资源服务许可证》的人力资源服务机构收回证件。",
        "1.罚款",
        "2.吊销",
    ]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("第二十五条第（1）、（3）项", [(25, None, 1), (25, None, 3)]),
        ("第25条第1项至第4项", [(25, None, n) for n in (1, 2, 3, 4)]),
        ("第九十二条第一、二款", [(92, 1, None), (92, 2, None)]),
        ("第二十五条和第二十六条", [(25, None, None), (26, None, None)]),
        ("《条例》二十五条八项", [(25, None, 8)]),
        ("第二十五条第一款第（三）项", [(25, 1, 3)]),
        ("第（3）项", [(None, None, 3)]),
        ("共八项制度，3条意见，三项工作", []),
    ],
)
def test_places(text: str, members: list[tuple[int | None, int | None, int | None]]) -> None:
    assert [(m.article, m.paragraph, m.item) for m in find_places(text)] == members


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("依据《中华人民共和国劳动合同法》第九十二条", ["劳动合同法"]),
        ("根据劳动合同法第九十二条", ["劳动合同法"]),
        ("劳动合同法实施条例第九条", ["劳动合同法实施条例"]),
        ("《劳动合同法实施条例》", ["劳动合同法实施条例"]),
        ("依据《河北省劳动力市场条例》", ["河北省劳动力市场条例"]),
        ("持《人力资源服务许可证》经营", []),
        ("签订劳动合同法律咨询", []),
    ],
)
def test_laws_are_never_conflated(text: str, names: list[str]) -> None:
    assert [m.name for m in find_laws(text, KNOWN)] == names


def test_the_nearest_name_is_only_a_hint() -> None:
    assert nearest("河北省劳动力市场条例", KNOWN) == "河北省劳动力市场管理条例"
    assert nearest("行政许可法", KNOWN) == ""
