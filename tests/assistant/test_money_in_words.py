"""Sums of money, people and conduct of a case as told: which sum is what, who counts, what was put right."""

from __future__ import annotations

from typing import Any

import cn2an
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.normalise import normalise
from assistant.question import Aged, Facts
from assistant.understand.facts import read_facts

FEW = settings(max_examples=80, deadline=None, derandomize=True, database=None)
FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")

TABLE: list[tuple[str, dict[str, Any]]] = [
    ("得了三万五", {"gains_yuan": 35_000}),
    ("违法所得为人民币叁万伍仟元整", {"gains_yuan": 35_000}),
    ("违法所得３．５万元", {"gains_yuan": 35_000}),
    ("获利3万余元", {"gains_yuan": 30_000}),
    ("违法所得8万、拟罚30万", {"gains_yuan": 80_000, "proposed_yuan": 300_000}),
    ("罚款30万，违法所得8万", {"gains_yuan": 80_000, "proposed_yuan": 300_000}),
    ("拟罚壹万元行不行", {"proposed_yuan": 10_000}),
    ("罚2w可以吗", {"proposed_yuan": 20_000}),
    ("开出2万元罚单", {"proposed_yuan": 20_000}),
    ("罚这家中介八千", {"proposed_yuan": 8_000}),
    ("最高能罚5万吗", {"proposed_yuan": 50_000}),
    ("拟罚5万元以下", {}),
    ("违法所得不到1万", {}),
    ("没收违法所得", {}),
    ("有没有违法所得", {}),
    ("一分钱没赚", {"no_gains": True}),
    ("每人罚300元，8个人", {"persons": 8, "proposed_yuan": 300, "proposed_each": True}),
    ("处违法所得2倍罚款，违法所得2万", {"gains_yuan": 20_000, "proposed_times": 2}),
    ("收了押金3万元", {"taken_yuan": 30_000}),
    ("克扣零工工钱8000元罚款范围", {"taken_yuan": 8_000, "proposed_yuan": None}),
    ("扣了工钱8000元罚款", {"proposed_yuan": 8_000}),
    ("每人收500元押金，20人", {"persons": 20, "taken_yuan": 10_000}),
    ("介绍了8名", {"persons": 8}),
    ("介绍了八人次", {"persons": 8}),
    ("给俩孩子找活", {"persons": 2}),
    ("童工3个", {"persons": 3}),
    ("介绍了十几个人", {}),
    ("介绍了七八个人", {}),
    ("2名执法人员检查，介绍了6人", {"persons": 6}),
    ("两名15岁的孩子", {"persons": 2, "ages": (Aged(15, 2),)}),
    ("15岁和16岁的孩子各一名", {"persons": 2, "ages": (Aged(15, 1), Aged(16, 1))}),
    ("14、15、16岁的三个孩子", {"persons": 3, "ages": (Aged(14, 1), Aged(15, 1), Aged(16, 1))}),
    ("3个孩子都是15岁", {"persons": 3, "ages": (Aged(15),)}),
    ("刚满16岁", {"ages": (Aged(16),)}),
    ("还差一个月满16岁", {}),
    ("不到16岁", {}),
    ("责令改正后仍没改", {"uncorrected": True}),
    ("期限过了还没改", {"uncorrected": True}),
    ("拒不改正", {"uncorrected": True}),
    ("已经按期改正了", {"uncorrected": False}),
    ("没有按期改正", {"uncorrected": True}),
    ("情节严重", {"serious": True}),
    ("情节不严重", {"serious": False}),
    ("扣了20个身份证", {"counts": (("证", 20),)}),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[t for t, _ in TABLE])
def test_facts_of_a_case(text: str, expected: dict[str, Any]) -> None:
    assert read_facts(normalise(text)) == Facts(**expected)


def spellings(n: int) -> list[str]:
    han = cn2an.an2cn(n, "low")
    wan = [f"{n / 10_000:g}万"] if n >= 10_000 and n % 100 == 0 else []
    wide = str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    return [str(n), f"{n:,}", han, han.translate(FORMAL), wide, *wan]


@FEW
@given(st.integers(10, 9_999_999), st.integers(10, 9_999_999), st.sampled_from(["元", "块", "块钱"]))
def test_two_sums_keep_their_roles_in_every_spelling(gains: int, proposed: int, yuan: str) -> None:
    for g, p in zip(spellings(gains), spellings(proposed), strict=False):
        facts = read_facts(normalise(f"无证派遣，违法所得{g}{yuan}，拟罚{p}{yuan}，合适吗"))
        assert (facts.gains_yuan, facts.proposed_yuan) == (gains, proposed), (g, p)
