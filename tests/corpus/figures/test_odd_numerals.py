"""Numerals that make no number are none; the library's own KeyError for some of them never gets out."""

from __future__ import annotations

import pytest

from assistant.understand.numerals import number as typed
from corpus.fines import find_fines
from corpus.labels import chinese_number
from corpus.written_numbers import number


@pytest.mark.parametrize("written", ["千十一", "百十零", "十十二", "二十零"])
def test_runs_of_units_are_no_number(written: str) -> None:
    assert number(written) is None
    assert typed(written) is None
    with pytest.raises(ValueError):
        chinese_number(written)


def test_nothing_of_a_sum_is_a_multiple_too() -> None:
    (found,) = find_fines("按0%处以罚款")
    assert (found.fine.kind, found.fine.min_times, found.fine.max_times) == ("multiple", 0, 0)
