"""A long enumeration is shown with the part that proves the answer."""

from __future__ import annotations

from assistant.compose.draft import clip_around

_LONG = "负责登记，" * 20 + "丧葬费、抚恤金结算，退休初审"


def test_the_part_that_is_asked_about_stays() -> None:
    assert clip_around(_LONG, "丧葬费").startswith("…丧葬费、抚恤金结算")


def test_a_short_text_is_left_whole_and_an_unrelated_one_is_cut_at_the_end() -> None:
    assert clip_around("退休初审", "丧葬费") == "退休初审"
    assert clip_around(_LONG, "天气").endswith("…")
