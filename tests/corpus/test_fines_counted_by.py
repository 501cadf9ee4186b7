"""Amounts counted by another unit than a person keep that unit, so that nobody takes them for the whole fine."""

from __future__ import annotations

import pytest

from corpus.fines import read_fine


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("按每证处以三百元罚款", "每证"),
        ("并按每人每超过工作时间一小时处以四十元以下罚款", "每人每超过工作时间一小时"),
        ("每逾期一日处以200元罚款", "每逾期一日"),
        ("对每个单位罚款3000元", "每个单位"),
        ("以每人二千元以上六千元以下的标准处以罚款", None),
        ("按照每介绍一人处七千元罚款", None),
        ("处八万元以下的罚款", None),
    ],
)
def test_the_unit_an_amount_is_counted_by(text: str, by: str | None) -> None:
    assert read_fine(text).by == by
