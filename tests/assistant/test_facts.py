"""Facts of a case as people state them: figures in Arabic, Chinese, mixed and colloquial writing."""

from __future__ import annotations

from typing import Any

import cn2an
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.question import Aged, Facts
from assistant.understand.facts import read_facts
from assistant.understand.numerals import number

FEW = settings(max_examples=60, deadline=None, derandomize=True, database=None)

TABLE: list[tuple[str, dict[str, Any], str]] = [
    ("介绍了8个人", {"persons": 8}, "a measure word between"),
    ("介绍了八个人", {"persons": 8}, "Chinese figure"),
    ("涉及三十名派遣员工", {"persons": 30}, "a noun between measure word and person"),
    ("欠了两个小孩的工钱", {"persons": 2}, "两 is two"),
    ("20个工人3个月工资没发", {"persons": 20}, "months are not persons"),
    ("欠了我2个月工资", {}, "months alone"),
    ("公司有5个部门", {}, "departments are not persons"),
    ("归10人社局管", {}, "人社 is a bureau, not people"),
    ("每人罚多少", {}, "no figure"),
    ("全县26家中介", {"units": 26}, "units"),
    ("二十六户企业", {"units": 26}, "another measure word"),
    ("全县40个企业", {"units": 40}, "个 before a kind of unit"),
    ("3个单位，8个人", {"units": 3, "persons": 8}, "both"),
    ("违法所得3万5", {"gains_yuan": 35_000}, "colloquial: the tail is a digit of the next lower place"),
    ("违法所得三万五千元", {"gains_yuan": 35_000}, "Chinese figure"),
    ("违法所得3.5万元", {"gains_yuan": 35_000}, "mixed figure"),
    ("违法所得35000元", {"gains_yuan": 35_000}, "Arabic figure"),
    ("违法所得1,200元", {"gains_yuan": 1_200}, "thousands parted by a comma"),
    ("违法所得1，234，500元", {"gains_yuan": 1_234_500}, "the comma typed full width"),
    ("获利两万", {"gains_yuan": 20_000}, "another word for gains, no unit"),
    ("赚了八千块", {"gains_yuan": 8_000}, "colloquial unit"),
    ("没有违法所得", {"no_gains": True}, "none"),
    ("没赚到钱", {"no_gains": True}, "none, colloquially"),
    ("拟罚款八千元是否适当", {"proposed_yuan": 8_000}, "a proposed fine"),
    ("想罚3万5合适吗", {"proposed_yuan": 35_000}, "colloquial"),
    ("准备处以12000元，可以吗", {"proposed_yuan": 12_000}, "处以"),
    ("准备处以12,000元，可以吗", {"proposed_yuan": 12_000}, "with a comma inside"),
    ("被罚了2万，对吗", {"proposed_yuan": 20_000}, "already imposed"),
    ("罚款1万到3万", {}, "an interval is not a proposal"),
    ("15岁", {"ages": (Aged(15),)}, "age"),
    ("十五周岁的孩子", {"ages": (Aged(15),)}, "age in Chinese"),
    ("不满16周岁", {}, "a limit is no age"),
    ("不满十六岁", {}, "the same in Chinese"),
    ("考核90分", {"score": 90}, "score"),
    ("考了八十九点五分", {"score": 89.5}, "decimal in Chinese"),
    ("60分钟", {}, "minutes"),
    ("三分之一", {}, "a fraction"),
    ("发现3次", {"times": 3}, "times"),
    ("两次督查", {"times": 2}, "times in Chinese"),
    ("", {}, "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TABLE, ids=[t or "empty" for t, _, _ in TABLE])
def test_facts(text: str, expected: dict[str, Any], why: str) -> None:
    assert read_facts(text) == Facts(**expected), why


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一万五", 15_000),
        ("1万2千", 12_000),
        ("两百五", 250),
        ("二百零五", 205),
        ("12万3", 123_000),
        ("十", 10),
        ("零", 0),
        ("", None),
        ("万", None),
        ("百五", None),
    ],
)
def test_numerals(text: str, value: float | None) -> None:
    assert number(text) == value


@FEW
@given(st.integers(1, 99_999_999))
def test_a_whole_number_is_read_alike_in_both_scripts(n: int) -> None:
    assert number(str(n)) == number(cn2an.an2cn(n, "low")) == n


@FEW
@given(st.integers(1, 99), st.sampled_from([("万", 10_000), ("千", 1_000), ("百", 100)]), st.integers(1, 9))
def test_a_bare_tail_is_a_tenth_of_the_unit(head: int, unit: tuple[str, int], tail: int) -> None:
    assert number(f"{head}{unit[0]}{tail}") == head * unit[1] + tail * unit[1] // 10


@FEW
@given(st.integers(1, 9_999_999))
def test_gains_are_read_however_they_are_written(n: int) -> None:
    spellings = (f"{n}", f"{n:,}", cn2an.an2cn(n, "low"))
    assert [read_facts(f"擅自经营，违法所得{s}元，罚多少").gains_yuan for s in spellings] == [n] * 3


@FEW
@given(st.integers(1, 9_999), st.sampled_from(["个人", "名员工", "位求职者", "个劳动者", "人"]))
def test_persons_are_read_whatever_the_measure_word(n: int, noun: str) -> None:
    assert read_facts(f"介绍了{n}{noun}，怎么处罚").persons == n


@FEW
@given(st.integers(1, 9_999), st.integers(1, 9_999))
def test_persons_and_units_do_not_mix(persons: int, units: int) -> None:
    facts = read_facts(f"{units}家单位，涉及{persons}人")
    assert (facts.units, facts.persons) == (units, persons)


@FEW
@given(st.text(max_size=80))
def test_any_text_is_read_without_error(text: str) -> None:
    facts = read_facts(text)
    assert facts.persons is None or facts.persons >= 1
    assert facts.units is None or facts.units >= 1
