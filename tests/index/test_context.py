"""Passages of one document support each other and bring their neighbours; passages without a title are left alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.context import rank, sources

ROWS = st.lists(st.integers(0, 29), unique=True, max_size=30)


def test_articles_of_one_law_are_one_document() -> None:
    titles = ["甲法第一条", "甲法第二条", "甲法 第十条之二", "乙法第一条", "", "丙办法"]
    assert sources(titles) == (0, 0, 0, 1, -1, 2)


def test_a_document_found_often_comes_before_one_found_once() -> None:
    source = (0, 1, 1, 1)
    plain = [row for row, _ in rank([0, 1], [0, 1], (-1, -1, -1, -1), 4)]
    supported = [row for row, _ in rank([0, 1, 2, 3], [0, 1, 2, 3], source, 4)]
    assert plain[0] == 0
    assert supported[0] == 1


def test_the_neighbour_of_a_found_passage_is_brought_along() -> None:
    assert 5 in [row for row, _ in rank([4], [4], (0,) * 10, 10)]
    assert [row for row, _ in rank([4], [4], (-1,) * 10, 10)] == [4]


def test_a_neighbour_in_another_document_is_not() -> None:
    assert [row for row, _ in rank([4], [4], (0, 0, 0, 1, 2, 3), 10)] == [4]


@given(ROWS, ROWS, st.lists(st.integers(-1, 4), min_size=30, max_size=30), st.integers(1, 40))
def test_rows_come_once_best_first_and_everything_found_is_kept(
    lexical: list[int], dense: list[int], source: list[int], k: int
) -> None:
    found = rank(lexical, dense, source, k)
    rows = [row for row, _ in found]
    assert len(rows) == len(set(rows)) <= k
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert set(rank(lexical, dense, source, 100)) >= set(found)
    assert {row for row, _ in rank(lexical, dense, source, 100)} >= {*lexical, *dense}
