"""Sums of fines: arithmetic that shows its working; verdicts on a proposed fine."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.act.money import total, verdict, yuan
from assistant.question import Facts
from corpus.records import Fine

FEW = settings(max_examples=80, deadline=None, derandomize=True, database=None)
bounds = st.tuples(st.integers(1, 100_000), st.integers(0, 100_000)).map(lambda p: (p[0], p[0] + p[1]))


@FEW
@given(bounds, st.integers(1, 5_000))
def test_a_rate_a_head_is_multiplied_by_the_heads(interval: tuple[int, int], persons: int) -> None:
    fine = Fine(kind="range", min_yuan=interval[0], max_yuan=interval[1], per="person")
    sum_ = total(fine, Facts(persons=persons))
    assert sum_ is not None
    assert (sum_.min_yuan, sum_.max_yuan) == (interval[0] * persons, interval[1] * persons)
    assert f"× {persons} 人" in sum_.working
    assert yuan(interval[1] * persons) in sum_.working


@FEW
@given(st.integers(1, 5), st.integers(0, 5), st.integers(1, 10**8), st.integers(0, 99))
def test_a_multiple_is_exact_to_the_fen(low: int, more: int, whole: int, fen: int) -> None:
    gains = round(whole + fen / 100, 2)
    fine = Fine(kind="multiple", min_times=low, max_times=low + more, base="违法所得")
    sum_ = total(fine, Facts(gains_yuan=gains))
    assert sum_ is not None and sum_.min_yuan is not None and sum_.max_yuan is not None
    assert round(sum_.min_yuan * 100) == low * (whole * 100 + fen)
    assert round(sum_.max_yuan * 100) == (low + more) * (whole * 100 + fen)
    assert yuan(sum_.max_yuan) in sum_.working


@pytest.mark.parametrize(
    ("fine", "facts", "why"),
    [
        (Fine(kind="range", min_yuan=1, max_yuan=2, per="person"), Facts(), "the number of persons is not given"),
        (Fine(kind="range", min_yuan=1, max_yuan=2), Facts(persons=9), "the rate is not per person"),
        (Fine(kind="multiple", min_times=1, max_times=5, base="违法所得"), Facts(persons=9), "no gains given"),
        (
            Fine(kind="multiple", min_times=1, max_times=5, base="违法所得"),
            Facts(no_gains=True, gains_yuan=5),
            "none made",
        ),
        (Fine(kind="none"), Facts(persons=9, gains_yuan=9), "the text names no amount"),
    ],
)
def test_no_sum_without_its_fact(fine: Fine, facts: Facts, why: str) -> None:
    assert total(fine, facts) is None


def test_an_upper_bound_alone_stays_alone() -> None:
    sum_ = total(Fine(kind="range", max_yuan=300, per="person"), Facts(persons=4))
    assert sum_ is not None
    assert (sum_.min_yuan, sum_.max_yuan) == (None, 1_200)
    assert "1,200 元以下" in sum_.working


@FEW
@given(bounds, st.integers(1, 300_000))
def test_bounds_belong_to_the_interval(interval: tuple[int, int], proposed: int) -> None:
    """以上、以下 include the number itself (《民法典》第一千二百五十九条)."""
    low, high = interval
    found = verdict(Fine(kind="range", min_yuan=low, max_yuan=high), None, Facts(proposed_yuan=proposed))
    assert found is not None
    assert (found.relation == "inside") == (low <= proposed <= high)
    distance = {"inside": 0, "above": proposed - high, "below": low - proposed}[found.relation]
    assert found.difference == distance >= 0


@FEW
@given(bounds, st.integers(1, 50), st.integers(1, 3_000_000))
def test_a_proposal_is_held_against_the_sum_of_the_case(interval: tuple[int, int], persons: int, proposed: int) -> None:
    fine = Fine(kind="range", min_yuan=interval[0], max_yuan=interval[1], per="person")
    facts = Facts(persons=persons, proposed_yuan=proposed)
    found = verdict(fine, total(fine, facts), facts)
    assert found is not None
    assert (found.relation == "inside") == (interval[0] * persons <= proposed <= interval[1] * persons)


@pytest.mark.parametrize(
    "fine",
    [
        Fine(kind="none"),
        Fine(kind="multiple", min_times=1, max_times=5, base="违法所得"),
        Fine(kind="range", min_yuan=1, max_yuan=2, per="person"),
    ],
)
def test_no_verdict_where_a_fact_is_missing(fine: Fine) -> None:
    assert verdict(fine, None, Facts(proposed_yuan=500)) is None


def test_no_verdict_where_nothing_is_proposed() -> None:
    assert verdict(Fine(kind="range", min_yuan=1, max_yuan=2), None, Facts()) is None


@pytest.mark.parametrize(("value", "words"), [(16000, "16,000 元"), (0.5, "0.50 元"), (1234567.0, "1,234,567 元")])
def test_yuan(value: float, words: str) -> None:
    assert yuan(value) == words
