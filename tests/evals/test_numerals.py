"""Numbers in texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.numerals import numbers, plain, spoken, stated, worth


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"),
        (2, "二"),
        (10, "十"),
        (15, "十五"),
        (110, "一百一十"),
        (105, "一百零五"),
        (1005, "一千零五"),
        (5000, "五千"),
        (10000, "一万"),
        (30050, "三万零五十"),
    ],
)
def test_spoken(number: int, written: str):
    assert written in spoken(number)


@pytest.mark.parametrize("number", [-1, 0.5, 100_000])
def test_other_numbers_have_no_numeral(number: float):
    assert spoken(number) == ()


@given(st.integers(0, 99_999))
def test_a_numeral_is_worth_its_number(n: int):
    assert {worth(s) for s in spoken(n)} == {n}


def test_plain_form():
    assert [plain(8.0), plain("1,500"), plain(0.5), plain("10")] == ["8", "1500", "0.5", "10"]
    assert numbers("1,500 元、3.0 次") == {"1500", "3"}


def test_stated_reads_all_three_ways():
    assert {"3", "20", "80000"} <= stated("3 次，二十家，8 万元")
