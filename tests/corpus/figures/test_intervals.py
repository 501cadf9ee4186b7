"""The algebra of closed intervals with open ends."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.intervals import Interval, union

FEW = settings(max_examples=200, deadline=None, derandomize=True, database=None)
end = st.none() | st.integers(0, 60)
value = st.integers(-5, 70)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(end), draw(end)
    return Interval(high, low) if low is not None and high is not None and low > high else Interval(low, high)


def test_bounds_are_inside_and_ends_may_be_open() -> None:
    assert 50_000 in Interval(None, 50_000)
    assert 1_000 in Interval(1_000, 5_000) and 5_000 in Interval(1_000, 5_000)
    assert 10**9 in Interval(5_000, None)
    assert Interval(1_000, 5_000).distance(8_000) == 3_000
    assert Interval(1_000, 5_000).distance(400) == -600
    with pytest.raises(ValueError, match="down to"):
        Interval(2, 1)


@FEW
@given(intervals(), value)
def test_distance_names_the_side(i: Interval, x: float) -> None:
    assert i.relation(x) == ("above" if i.distance(x) > 0 else "below" if i.distance(x) < 0 else "inside")
    assert x - i.distance(x) in i


@FEW
@given(intervals(), intervals(), value)
def test_meet_holds_what_both_hold(a: Interval, b: Interval, x: float) -> None:
    both = a.meet(b)
    assert (both is not None and x in both) == (x in a and x in b)
    assert both is None or (both.within(a) and both.within(b))


@FEW
@given(st.lists(intervals(), max_size=6), value)
def test_union_holds_what_any_holds_in_fewest_pieces(parts: list[Interval], x: float) -> None:
    joined = union(parts)
    assert any(x in i for i in joined) == any(x in i for i in parts)
    assert all(a.high is not None and b.low is not None and a.high < b.low for a, b in pairwise(joined))


@FEW
@given(intervals(), st.integers(0, 500), value)
def test_scaling_keeps_what_lies_inside(i: Interval, n: int, x: int) -> None:
    assert n == 0 or (x * n in i.scaled(n)) == (x in i)
