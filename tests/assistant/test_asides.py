"""A reader sees first what bears on the answer; what the documents' editors need is kept, after the sources."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, Warning
from assistant.asides import with_asides

OPEN_DUTY = Warning(
    code="boundary-against-registry",
    text="职责边界表把“征收船工保险费”分给航道局，登记表里年资股却仍列有“船工保险费征收、账户管理”，由谁征收要先核实。",
)


def answer(question: str, first_line: str, warning: Warning, intent: str = "route") -> Answer:
    return Answer.model_validate(
        {
            "question": question,
            "id": "1",
            "status": "answered",
            "intent": intent,
            "text": f"{first_line}\n登记的职责：“船工保险费征收、账户管理、退休初审”。",
            "warnings": [warning.model_dump()],
        }
    )


@pytest.mark.parametrize(
    ("question", "first_line", "aside"),
    [
        ("退休找谁", "“职工正常退休”请找年资股。", True),  # the duty in doubt is another one of the same section
        ("船工保险费交到哪", "“社会保险缴费”请找年资股。", False),
        ("保费交到哪", "“船工保险费征缴”请找年资股。", False),
    ],
)
def test_a_duty_left_open_is_told_first_only_to_whom_it_concerns(question: str, first_line: str, aside: bool) -> None:
    assert with_asides(answer(question, first_line, OPEN_DUTY)).warnings[0].aside is aside


def test_whoever_asks_for_a_section_or_the_shares_sees_it_first() -> None:
    for intent in ("section", "boundary"):
        assert not with_asides(answer("年资股做什么", "年资股：", OPEN_DUTY, intent)).warnings[0].aside


def test_slips_of_the_pen_come_after_unless_the_documents_are_asked_about() -> None:
    slip = Warning(code="number-doubled", text="有两个“7”。")
    assert with_asides(answer("查什么", "查这些：", slip, "supervision")).warnings[0].aside
    assert not with_asides(answer("文件哪里写错了", "有这些：", slip, "corpus")).warnings[0].aside


def test_without_the_mark_an_answer_is_written_as_before() -> None:
    assert "aside" not in OPEN_DUTY.model_dump_json()
    assert '"aside":true' in OPEN_DUTY.model_copy(update={"aside": True}).model_dump_json()
