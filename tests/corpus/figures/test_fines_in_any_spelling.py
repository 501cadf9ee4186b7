"""One interval, however a document writes it: Arabic, Chinese, formal or mixed numerals, ranges, broken lines."""

from __future__ import annotations

import cn2an
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.fines import fine_text, read_fine
from corpus.records import Fine
from corpus.tidy import tidy

FEW = settings(max_examples=300, deadline=None, derandomize=True, database=None)
FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
amount = st.one_of(st.integers(1, 9_999_999), st.integers(1, 999).map(lambda n: n * 1_000))


@st.composite
def written(draw: st.DrawFn, n: int) -> str:
    """One of the ways to write an amount of yuan."""
    ways = [str(n), f"{n:,}", cn2an.an2cn(n, "low"), cn2an.an2cn(n, "low").translate(FORMAL)]
    if n % 100 == 0 and n >= 1_000:
        ways.append(f"{n / 10_000:g}万")
    if n % 1_000 == 0 and n < 10_000:
        ways.append(f"{n // 1_000}千")
    return draw(st.sampled_from(ways))


@st.composite
def stated(draw: st.DrawFn) -> tuple[str, Fine]:
    """A clause with the interval it states."""
    low, high = sorted(draw(st.lists(amount, min_size=2, max_size=2, unique=True)))
    a, b = draw(written(low)), draw(written(high))
    both = [
        f"{a}元以上{b}元以下",
        f"{a}元至{b}元",
        f"{a}元-{b}元",
        f"{a}元～{b}元",
        f"{a}元到{b}元",
        f"不低于{a}元不高于{b}元",
    ]
    upper, lower = [f"{b}元以下", f"不超过{b}元", f"最高{b}元"], [f"{a}元以上", f"不低于{a}元"]
    forms = [(w, low, high) for w in both] + [(w, None, high) for w in upper] + [(w, low, None) for w in lower]
    words, least, most = draw(st.sampled_from([*forms, (f"{b}元", high, high)]))
    kind = "fixed" if least == most else "range"
    rate, per = draw(st.sampled_from([("", None), ("每人", "person"), ("每介绍一人", "person")]))
    verb, may = draw(
        st.sampled_from([("处", False), ("处以", False), ("并处", False), ("可以处", True), ("可以并处", True)])
    )
    fine = Fine(kind=kind, min_yuan=least, max_yuan=most, per="person" if per else None, optional=may)
    return f"{rate}{verb}{words}罚款" if rate else f"{verb}{words}的罚款", fine


@FEW
@given(stated(), st.integers(0, 30), st.sampled_from([" ", "\n", " \n ", "　"]))
def test_reads_what_was_written(pair: tuple[str, Fine], at: int, gap: str) -> None:
    text, fine = pair
    found = read_fine(text)
    assert found == fine, text
    cut = min(at, len(text))
    if not (text[cut - 1 : cut].isascii() and text[cut : cut + 1].isascii()):  # a blank between two digits parts them
        assert read_fine(tidy(text[:cut] + gap + text[cut:]).text) == fine


@FEW
@given(stated())
def test_canonical_words_read_back(pair: tuple[str, Fine]) -> None:
    fine = pair[1]
    verb = "可以处" if fine.optional else "处"
    assert read_fine(f"{verb}{fine_text(fine)}罚款") == fine


@pytest.mark.parametrize(
    ("sentence", "canonical"),
    [
        ("处3万5千元以下罚款", "35000元以下"),
        ("处一点五万元罚款", "15000元"),
        ("并处二万元以下三千元以上罚款", "3000元以上2万元以下"),
        ("处违法所得等值以下罚款", "违法所得1倍以下"),
        ("处不低于违法所得一倍不超过三倍的罚款", "违法所得1倍以上3倍以下"),
        ("按每证处以贰佰元罚款", "200元"),
    ],
)
def test_rarer_forms(sentence: str, canonical: str) -> None:
    assert fine_text(read_fine(sentence)) == canonical
