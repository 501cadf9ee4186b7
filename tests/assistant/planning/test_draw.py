"""Draws: replayable, indifferent to the order of the list, fair, and true to the least numbers of strata."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.planning.draw import Quota, draw, key_of
from assistant.planning.draw_check import differences, read_record
from assistant.planning.draw_order import DrawOrder
from assistant.planning.draw_sheet import draw_sheet
from assistant.planning.errors import PlanError
from assistant.planning.planner import Planner
from assistant.planning.units import Row, Unit, UnitList, build_list
from assistant.sheets.json import to_json

names = st.lists(st.text("甲乙丙丁戊己庚辛0123456789", min_size=1, max_size=6), min_size=1, max_size=60, unique=True)
seeds = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)
strata = st.sampled_from(["不定时", "综合", ""])


def listed(n: int, *, every: int = 3, checked: int = 0) -> UnitList:
    """Units 0 … n−1; each `every`-th in the stratum 不定时, the first `checked` checked in May 2026."""
    rows = [
        Row(
            i + 1,
            f"单位{i:04d}",
            "不定时工作制" if i % every == 0 else "综合计算工时",
            "2026-05-01" if i < checked else "",
        )
        for i in range(n)
    ]
    return build_list(rows, has_strata=True, has_checked=True)


@given(names, seeds, st.integers(0, 70), st.randoms())
def test_the_order_of_the_list_plays_no_part(all_names: list[str], seed: str, size: int, chance: random.Random) -> None:
    units = [Unit(n) for n in all_names]
    turned = units[:]
    chance.shuffle(turned)
    assert draw(units, size, seed) == draw(turned, size, seed)
    assert len(draw(units, size, seed)) == min(size, len(units))


@given(st.lists(strata, min_size=1, max_size=60), seeds, st.integers(0, 60), st.integers(0, 60))
def test_a_stratum_gets_its_least_number_or_all_it_has(kinds: list[str], seed: str, size: int, least: int) -> None:
    units = [Unit(f"单位{i}", s) for i, s in enumerate(kinds)]
    drawn = draw(units, size, seed, [Quota("不定时", ("不定时",), least)])
    own = sum(d.unit.stratum == "不定时" for d in drawn)
    assert own >= min(least, kinds.count("不定时"))
    assert min(size, len(units)) <= len(drawn) <= max(size, own)
    assert len({d.unit.name for d in drawn}) == len(drawn)


def test_by_hand() -> None:
    """What `printf '%s\\n%s' abc 甲公司 | sha256sum` prints: the draw needs no program of ours to be checked."""
    assert key_of("abc", "甲公司") == "20a4e0fc21c7b09c28b235fb1efc6113945fba1705eab1c16e159f39e403f822"


def test_every_unit_is_equally_likely() -> None:
    """10 of 40, two thousand seeds: each about 500 times; five standard deviations are 97."""
    units = [Unit(f"单位{i}") for i in range(40)]
    counts = Counter(d.unit.name for n in range(2000) for d in draw(units, 10, f"种子{n}"))
    assert len(counts) == 40
    assert all(abs(c - 500) < 97 for c in counts.values())


def test_inside_a_stratum_every_unit_is_equally_likely() -> None:
    units = [Unit(f"单位{i}", "不定时" if i < 10 else "") for i in range(40)]
    quota = [Quota("不定时", ("不定时",), 5)]
    counts = Counter(d.unit.name for n in range(2000) for d in draw(units, 5, f"种子{n}", quota))
    assert len(counts) == 10 and all(abs(c - 1000) < 112 for c in counts.values())


@pytest.mark.parametrize(
    ("regime", "kind", "n", "size", "special", "why"),
    [
        ("特殊工时", "专项督查", 41, 13, 7, "30 % of 41 and half of the 14"),
        ("特殊工时", "全面检查", 41, 9, 0, "20 %, no stratum"),
        ("特殊工时", "", 41, 13, 7, "the kind that demands most"),
        ("劳务派遣", "", 26, 13, 0, "half of all of them: the special share names the regime's own units"),
        ("中介", "日常检查", 12, 12, 0, "all of them"),
        ("就业专项资金", "专项检查", 60, 60, 0, "a hundred where there are sixty: all"),
        ("就业专项资金", "日常检查", 60, 10, 0, "ten a visit"),
    ],
)
def test_sizes_by_regime(planner: Planner, regime: str, kind: str, n: int, size: int, special: int, why: str) -> None:
    result = planner.draw(DrawOrder(listed(n), "s", regime=regime, kind=kind))
    assert (result.size, len(result.drawn)) == (size, size), why
    assert sum(d.unit.stratum == "不定时工作制" for d in result.drawn) >= special, why
    assert result.working and result.rests


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (DrawOrder(listed(9), "s"), "没有说抽多少"),
        (DrawOrder(listed(9), "s", size=2, share=Fraction(1, 2)), "只写一个"),
        (DrawOrder(listed(9), "s", share=Fraction(3, 2)), "不超过 100%"),
        (DrawOrder(listed(9), "a\nb", size=2), "种子"),
        (DrawOrder(listed(9), " ", size=2), "种子"),
        (DrawOrder(listed(9, checked=9), "s", size=2, not_since=date(2026, 1, 1)), "没有单位可抽"),
        (DrawOrder(listed(9), "s", regime="特殊工时", kind="年度考核"), "可选：日常巡查、专项督查"),
        (DrawOrder(build_list([Row(1, "甲")], has_strata=False, has_checked=False), "s", regime="特殊工时"), "加“类别”列"),
        (DrawOrder(build_list([Row(1, "甲")], has_strata=False, has_checked=False), "s", size=1, not_since=date(2026, 1, 1)), "上次检查日期"),
    ],
)  # fmt: skip
def test_orders_that_do_not_hold(planner: Planner, order: DrawOrder, words: str) -> None:
    with pytest.raises(PlanError, match=words):
        planner.draw(order)


def test_less_than_the_regime_demands_is_drawn_and_said(planner: Planner) -> None:
    result = planner.draw(DrawOrder(listed(41), "s", regime="特殊工时", kind="全面检查", size=2))
    assert result.size == 2 and any("少于制度" in n for n in result.notes)


def test_units_checked_lately_are_left_out(planner: Planner) -> None:
    result = planner.draw(DrawOrder(listed(30, checked=10), "s", share=Fraction(3, 10), not_since=date(2026, 5, 1)))
    late = {f"单位{i:04d}" for i in range(10)}
    assert set(result.left_out) == late and not late & {d.unit.name for d in result.drawn}
    assert result.size == ceil(30 * 0.3), "the share is of the whole list"


def test_a_record_replays_and_what_was_changed_is_named(planner: Planner) -> None:
    units = listed(50, checked=5)
    order = DrawOrder(units, "种子1", regime="特殊工时", not_since=date(2026, 1, 1))
    content = to_json(draw_sheet(planner.draw(order), planner.knowledge))
    record = read_record(content)
    assert differences(record, units) == ()
    other = read_record(content.replace("种子1".encode(), "种子2".encode()))
    assert any("多出" in d for d in differences(other, units))
    assert any("不是抽取时的名单" in d for d in differences(record, listed(51, checked=5)))
    first = planner.draw(order).drawn[0].unit.name
    forged = read_record(content.replace(first.encode(), "自己人".encode()))
    assert any("自己人" in d for d in differences(forged, units))


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b'{"algorithm": "x"}', b"[" * 5000])
def test_what_is_no_record_is_refused(content: bytes) -> None:
    with pytest.raises(PlanError, match="读不懂"):
        read_record(content)


def test_the_record_tells_the_seed_the_list_and_the_quotes(planner: Planner) -> None:
    units = listed(41)
    sheet = draw_sheet(planner.draw(DrawOrder(units, "abc", regime="特殊工时")), planner.knowledge)
    data = sheet.data
    assert (data["seed"], data["units_sha256"], data["size"]) == ("abc", units.sha256, 13)
    document = planner.knowledge.corpus.documents[0]
    citations = data["citations"]
    assert isinstance(citations, list) and citations
    for c in citations:
        assert document.text[c["start"] : c["end"]] == c["quote"]
