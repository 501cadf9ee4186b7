"""The interval grammar: text → Fine → canonical text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.fines import find_fines, fine_text, read_fine
from corpus.records import Fine

CASES = [
    ("处以一万元以上三万元以下罚款", "1万元以上3万元以下", "Chinese numerals"),
    ("可以处五万元以下的罚款", "5万元以下", "no lower bound"),
    ("处五千元罚款", "5000元", "fixed"),
    ("按照每介绍一人处五千元罚款", "每人5000元", "fixed for each person"),
    ("按介绍人数处以每人二百元以上五百元以下罚款", "每人200元以上500元以下", "per person said twice"),
    ("以每人五千元以上一万元以下的标准处以罚款", "每人5000元以上1万元以下", "amount before 罚款"),
    ("每招用一名处3000元罚款", "每人3000元", "每…一名"),
    ("并处违法所得一倍以上五倍以下的罚款", "违法所得1倍以上5倍以下", "multiple"),
    ("处以实收金额一至三倍的罚款", "实收金额1倍以上3倍以下", "one 倍 for both bounds"),
    ("处欠缴数额百分之五十以上一倍以下的罚款", "欠缴数额0.5倍以上1倍以下", "percent and 倍 mixed"),
    ("处违法所得3倍以下罚款", "违法所得3倍以下", "multiple without lower bound"),
    ("处5000元至1万元罚款", "5000元以上1万元以下", "至"),
    ("处3000-5000元罚款", "3000元以上5000元以下", "hyphen"),
    ("处1~3万元罚款", "1万元以上3万元以下", "shared 万"),
    ("处一至三万元罚款", "1万元以上3万元以下", "shared 万 in Chinese"),
    ("处10,000元罚款", "1万元", "thousands mark"),
    ("处最高不超过二万元的罚款", "2万元以下", "upper bound by 不超过"),
    ("按每证处以五百元罚款", "500元", "per certificate is not per person"),
    ("责令改正，没收违法所得", "", "no amount"),
    ("按有关规定处罚", "", "no amount"),
]


@pytest.mark.parametrize(("sentence", "canonical", "why"), CASES)
def test_reads_interval(sentence: str, canonical: str, why: str) -> None:
    assert fine_text(read_fine(sentence)) == canonical, why


def test_two_addressees_are_two_fines() -> None:
    found = find_fines("对单位处二千元以上一万元以下罚款，对个人处五百元以下罚款")
    assert [fine_text(f.fine) for f in found] == ["2000元以上1万元以下", "500元以下"]


def test_range_of_characters_is_the_interval() -> None:
    text = "责令改正，处以二千元以上一万元以下罚款"
    (found,) = find_fines(text)
    assert text[found.start : found.end] == "二千元以上一万元以下"


yuan = st.integers(min_value=1, max_value=9_999_999)
times = st.integers(min_value=1, max_value=40).map(lambda n: n / 2)
person = st.sampled_from([None, "person"])


@st.composite
def fines(draw: st.DrawFn) -> Fine:
    """Any interval the grammar can state."""
    kind = draw(st.sampled_from(["fixed", "range", "multiple"]))
    if kind == "fixed":
        amount = draw(yuan)
        return Fine(kind="fixed", min_yuan=amount, max_yuan=amount, per=draw(person))
    if kind == "range":
        low, high = sorted(draw(st.lists(yuan, min_size=2, max_size=2, unique=True)))
        low_given, high_given = draw(st.sampled_from([(True, True), (True, False), (False, True)]))
        return Fine(
            kind="range",
            min_yuan=low if low_given else None,
            max_yuan=high if high_given else None,
            per=draw(person),
        )
    lesser, greater = sorted(draw(st.lists(times, min_size=2, max_size=2)))
    base = draw(st.sampled_from(["违法所得", "实收金额", "应缴数额"]))
    return Fine(kind="multiple", min_times=lesser, max_times=greater, base=base)


@given(fines())
def test_canonical_text_reads_back(fine: Fine) -> None:
    assert read_fine(f"处{fine_text(fine)}罚款") == fine
