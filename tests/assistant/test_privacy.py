"""Personal numbers in what people write. All numbers here are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.assistant import Assistant
from assistant.privacy import mask

FOUND = [
    ("我的身份证是130530199001011234，查社保", "身份证号", "an identity number"),
    ("身份证 13053019900101123X", "身份证号", "with the letter at its end"),
    ("号码130530 19900101 1234", "身份证号", "written in groups"),
    ("老证件130530900101123", "身份证号", "of the older kind"),
    ("电话13812345678", "手机号", "a mobile number"),
    ("打我 138-1234-5678", "手机号", "in groups"),
    ("+86 13812345678", "手机号", "with the country's code"),
    ("卡号6222021234567890123", "银行卡号", "a bank card"),
    ("6222 0212 3456 7890", "银行卡号", "in groups of four"),
    ("社保卡号是A12345678", "社保卡号", "named as such"),
]
NOT_FOUND = [
    "违法所得1300000元，拟罚2600000元",
    "2026年9月28日稽核结束",
    "电话12333怎么打不通",
    "劳动合同法第九十二条",
    "编号20260001",
]


@pytest.mark.parametrize(("text", "kind", "why"), FOUND)
def test_found_and_masked(text: str, kind: str, why: str) -> None:
    masked = mask(text)
    assert masked.kinds == (kind,), why
    assert f"［{kind}］" in masked.text


@pytest.mark.parametrize("text", NOT_FOUND)
def test_other_numbers_stay(text: str) -> None:
    assert mask(text).text == text


@given(st.text(max_size=200))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = mask(text).text
    assert mask(once).text == once


def test_the_person_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("我电话13812345678，工资被拖欠找谁")
    assert [w.code for w in answer.warnings if w.code == "personal-data"]
    assert answer.sections


def test_a_conversation_keeps_none_of_it(assistant: Assistant) -> None:
    assistant.ask("我电话13812345678，工资被拖欠找谁", session="privacy")
    assert assistant.conversation is not None
    turn = assistant.conversation.memory.last("privacy")
    assert turn is not None
    assert "13812345678" not in repr(turn)
