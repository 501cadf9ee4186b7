"""Which consequence the facts call for: conditions one by one, and consequences side by side."""

from __future__ import annotations

import pytest

from assistant.act.condition import Case, applicable, holds
from assistant.question import Facts
from assistant.understand.facts import read_facts
from corpus.records import Fine, Penalty, Span

NONE, SOME = Fine(kind="none"), Fine(kind="range", min_yuan=1_000, max_yuan=5_000)


def case(text: str) -> Case:
    return Case(text, read_facts(text), frozenset())


def penalty(when: str | None, fine: Fine) -> Penalty:
    nowhere = Span(0, 0)
    return Penalty(
        index=0, violation="擅自经营", when=when, measures=(), fine=fine, law="", article="", item="", referral="",
        span=nowhere, basis_span=None, clause=None, regime=None, path=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("when", "text", "expected"),
    [
        ("没有违法所得", "一分钱没赚", True),
        ("没有违法所得", "违法所得8万元", False),
        ("没有违法所得", "怎么罚", None),
        ("没有违法所得", "有没有违法所得要紧吗", None),
        ("违法所得一万元以上", "违法所得8万元", True),
        ("违法所得一万元以上", "违法所得1万元", True),
        ("违法所得一万元以上", "违法所得八千元", False),
        ("违法所得一万元以上", "没有违法所得", False),
        ("没有违法所得或者违法所得不足一万元", "违法所得八千元", True),
        ("没有违法所得或者违法所得不足一万元", "违法所得1万元", False),
        ("没有违法所得或者违法所得不足一万元", "没赚到钱", True),
        ("违法所得五千元以上不足一万元", "违法所得1万元", False),
        ("逾期不改正", "到期没改", True),
        ("逾期不改正", "拒不改正", True),
        ("逾期不改正", "已经按期改正了", False),
        ("拒不改正", "责令改正后仍没改", True),
        ("逾期不退还证件", "逾期没有退还证件", True),
        ("逾期不退还证件", "逾期没有退还押金", None),
        ("情节严重", "情节很严重", True),
        ("情节严重", "情节不严重", False),
        ("情节特别严重", "情节严重", None),
        ("2次以上", "发现3次", True),
        ("2次", "发现3次", False),
        ("构成犯罪", "已经构成犯罪", True),
        ("构成犯罪", "尚不构成犯罪", False),
        ("对直接负责的主管人员", "单位负责人罚多少", None),
        ("对直接负责的主管人员", "直接负责的主管人员罚多少", True),
        ("已经拨付", "钱已经拨付了", True),
        ("法律、法规未作规定", "怎么罚", None),
    ],
)
def test_a_condition(when: str, text: str, expected: bool | None) -> None:
    assert holds(when, case(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("没有违法所得", [False, True]), ("违法所得8万元", [True, False]), ("怎么罚", [None, None])],
)
def test_an_alternative_fine_replaces_the_plain_one(text: str, expected: list[bool | None]) -> None:
    assert applicable([penalty(None, SOME), penalty("没有违法所得", SOME)], case(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [("情节严重", [True, True]), ("怎么罚", [True, None])])
def test_a_measure_comes_on_top_of_the_plain_fine(text: str, expected: list[bool | None]) -> None:
    assert applicable([penalty(None, SOME), penalty("情节严重", NONE)], case(text)) == expected


def test_two_addressees_are_fined_side_by_side() -> None:
    group = [penalty(None, SOME), penalty("对直接负责的主管人员", SOME)]
    assert applicable(group, Case("怎么罚", Facts(), frozenset())) == [True, None]
