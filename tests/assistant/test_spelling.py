"""Words written by their sound are restored; what is no slip stays as it was written."""

from __future__ import annotations

import pytest

from assistant.matters import Vocabulary
from assistant.understand.spelling import Speller, without_tones


@pytest.fixture(scope="module")
def speller(vocabulary: Vocabulary) -> Speller:
    return Speller(vocabulary.sounds, vocabulary.words())


@pytest.mark.parametrize(
    ("written", "restored"),
    [
        ("gongshang rending", "工伤认定"),
        ("gōngshāng rèndìng", "工伤认定"),  # tone marks
        ("gong1 shang1 ren4 ding4", "工伤认定"),  # tone digits
        ("yanglao baoxian zhuanyi", "养老保险转移"),  # the words that cover most, not the longest first
        ("我想问yibao怎么报", "我想问医保怎么报"),
        ("shiye登记在哪", "失业登记在哪"),  # the characters after it tell 失业 from 事业
        ("gongzi一直没发", "工资一直没发"),
        ("工商认定要找谁", "工伤认定要找谁"),  # a homophone
    ],
)
def test_words_are_restored(written: str, restored: str, speller: Speller) -> None:
    assert speller.restore(written) == restored


@pytest.mark.parametrize(
    "text", ["app怎么登录", "ok", "A1区的房子", "hello world", "wifi密码多少", "住房公积金管理", "café", "ETC办理"]
)
def test_what_is_no_slip_stays(text: str, speller: Speller) -> None:
    assert speller.restore(text) == text


def test_tones_are_taken_off_pinyin_only() -> None:
    assert without_tones("lǚ xíng gong1") == "lv xing gong"
    assert without_tones("2019年3月发工资") == "2019年3月发工资"
    assert without_tones("b1层有人吗") == "b1层有人吗"
