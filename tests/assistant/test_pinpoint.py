"""Articles as people name them, and laws that are never taken for their neighbours."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.act.laws import law_named
from assistant.understand.pinpoint import pinpoints

FEW = settings(max_examples=80, deadline=None, derandomize=True, database=None)
HELD = ["河北省劳动力市场管理条例", "中华人民共和国劳动合同法", "中华人民共和国劳动法", "企业职工培训规定"]


@pytest.mark.parametrize(
    ("text", "law", "article", "paragraph", "items"),
    [
        ("第25条第（3）项", "", 25, None, (3,)),
        ("二十五条八项怎么罚", "", 25, None, (8,)),
        ("第二十五条第(八)项", "", 25, None, (8,)),
        ("92条第二款", "", 92, 2, ()),
        ("九十二条", "", 92, None, ()),
        ("《劳动合同法》第九十二条第一款", "劳动合同法", 92, 1, ()),
        ("劳动力市场条例第25条", "劳动力市场条例", 25, None, ()),
        ("第25条第（1）、（8）项", "", 25, None, (1, 8)),
        ("第二十五条第一项和第九项", "", 25, None, (1, 9)),
        ("第十九条（二）", "", 19, None, (2,)),
    ],
)
def test_places(text: str, law: str, article: int, paragraph: int | None, items: tuple[int, ...]) -> None:
    (found,) = pinpoints(text)
    assert (found.law, found.article, found.paragraph, found.items) == (law, article, paragraph, items)


@pytest.mark.parametrize("text", ["有25条意见", "提三条建议", "哪一条规定的", "这几条都不懂", "一共12条", ""])
def test_not_every_tiao_is_an_article(text: str) -> None:
    assert not pinpoints(text)


@FEW
@given(st.integers(10, 199), st.integers(1, 20))
def test_figures_and_numerals_name_the_same_place(article: int, item: int) -> None:
    import cn2an

    han = f"第{cn2an.an2cn(article)}条第（{cn2an.an2cn(item)}）项"
    (one,), (other,) = pinpoints(f"第{article}条第{item}项"), pinpoints(han)
    assert (one.article, one.items) == (other.article, other.items) == (article, (item,))


@pytest.mark.parametrize(
    ("said", "bracketed", "law"),
    [
        ("劳动合同法", True, "中华人民共和国劳动合同法"),
        ("中华人民共和国劳动合同法", True, "中华人民共和国劳动合同法"),
        ("劳动法", True, "中华人民共和国劳动法"),
        ("劳动力市场条例", False, "河北省劳动力市场管理条例"),
        ("请问按照劳动力市场管理条例", False, "河北省劳动力市场管理条例"),
        ("企业职工培训暂行规定", True, "企业职工培训规定"),
        ("劳动合同法实施条例", True, None),
        ("劳动合同法实施条例", False, None),
        ("河南省劳动力市场管理条例", True, None),
        ("按河南省劳动力市场管理条例", False, None),
        ("合同法", True, None),
        ("劳动保障监察条例", False, None),
        ("职工培训规定", True, None),
    ],
)
def test_a_law_is_itself_and_no_other(said: str, bracketed: bool, law: str | None) -> None:
    assert law_named(said, HELD, bracketed=bracketed) == law
