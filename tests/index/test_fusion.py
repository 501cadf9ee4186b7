"""Reciprocal rank fusion is exact and breaks ties by row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fusion import DAMPING, fuse

rankings = st.lists(
    st.tuples(st.lists(st.integers(0, 30), unique=True, max_size=20), st.sampled_from([0.5, 1.0, 2.0])), max_size=4
)


def test_a_row_scores_the_sum_of_its_reciprocal_ranks():
    assert fuse([([7, 3], 1.0), ([3], 2.0)], 2) == [
        (3, pytest.approx(1 / (DAMPING + 2) + 2 / (DAMPING + 1))),
        (7, pytest.approx(1 / (DAMPING + 1))),
    ]


def test_ties_go_to_the_smaller_row():
    assert [row for row, _ in fuse([([9, 2], 1.0), ([2, 9], 1.0), ([5], 0.0)], 3)] == [2, 9, 5]


def test_a_repeated_row_counts_once_at_its_best_rank():
    assert fuse([([4, 4, 1], 1.0)], 2) == [(4, 1 / (DAMPING + 1)), (1, 1 / (DAMPING + 2))]


@given(rankings, st.integers(0, 10))
def test_the_best_k_come_in_order_and_each_once(given_rankings: list[tuple[list[int], float]], k: int):
    found = fuse(given_rankings, k)
    assert len(found) == min(k, len({row for rows, _ in given_rankings for row in rows}))
    assert found == sorted(found, key=lambda item: (-item[1], item[0]))
    assert len({row for row, _ in found}) == len(found)
