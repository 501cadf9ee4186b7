"""Digits that a machine misread are no numbers: neither the misread bound nor the one beside it."""

from __future__ import annotations

import pytest

from corpus.fines import find_fines
from corpus.misread import misread_numbers
from corpus.quantities.figures import find_figures


@pytest.mark.parametrize(
    "text",
    [
        "处1O00元以上5000元以下罚款",
        "处l0万元罚款",
        "处以l万元以上3万元以下罚款",
        "处3万元以上I0万元以下罚款",
        "处1〇00元罚款",
        "处违法所得l倍以上5倍以下罚款",
    ],
)
def test_a_misread_bound_leaves_no_fine(text: str) -> None:
    assert find_fines(text) == ()
    assert not find_figures(text)


def test_the_other_parts_of_the_sentence_are_read() -> None:
    (fine,) = find_fines("对单位处1O00元罚款；对个人处500元罚款。")
    assert fine.fine.max_yuan == 500


@pytest.mark.parametrize(
    "text",
    ["处二〇〇〇元罚款", "二〇二四年1月", "ISO9001认证", "A类企业10家", "PM2.5浓度", "一〇〇人", "5G基站3个"],
)
def test_what_is_no_slip(text: str) -> None:
    assert misread_numbers(text) == ()
