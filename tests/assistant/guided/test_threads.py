"""Sentences that belong together may be heard by different processes, and one sent again records nothing twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from assistant.answer import Answer

BEGIN = "开始检查大河人力资源有限公司，日常检查"


def test_what_is_still_asked_is_known_to_every_process(desk: Any) -> None:
    assert desk.talk()("开始检查大河二厂").status == "clarify"
    other = desk.again()
    assert other.talk("li")("特殊工时").inspection is None
    assert other.talk(session="another")("特殊工时").inspection is None
    assert other.talk()("特殊工时").status == "clarify"
    begun = desk.again().talk()("专项督查")
    assert begun.inspection and begun.inspection.unit == "大河二厂"


def _sent(desk: Any, words: str, key: str) -> Answer:
    answer = desk.guide().answer(words, desk.people["zhang"], now=desk.now(), session="s", key=key)
    assert answer is not None
    return answer


def test_a_message_sent_again_gets_the_same_answer_and_records_nothing(desk: Any) -> None:
    begun = _sent(desk, BEGIN, "1")
    assert _sent(desk, BEGIN, "1") == begun
    entered = _sent(desk, "这一项不符合，没有公示，下一项", "2")
    before = desk.state(entered).seq
    assert _sent(desk.again(), "这一项不符合，没有公示，下一项", "2") == entered
    assert desk.state(entered).seq == before
    assert desk.office.store.check().inspections == 1


def test_nothing_is_recorded_twice_even_where_the_answer_was_lost(desk: Any) -> None:
    _sent(desk, BEGIN, "1")
    entered = _sent(desk, "这一项符合，下一项", "2")
    before = desk.state(entered).seq
    desk.office.store.threads.expire(desk.now() + timedelta(days=1))
    again = _sent(desk, "这一项符合，下一项", "2")
    assert desk.state(replace_inspection(again, entered)).seq == before
    assert _sent(desk, BEGIN, "1").inspection is not None
    assert desk.office.store.check().inspections == 1


def replace_inspection(answer: Answer, with_: Answer) -> Answer:
    """A refusal names no inspection."""
    return answer if answer.inspection else answer.model_copy(update={"inspection": with_.inspection})
