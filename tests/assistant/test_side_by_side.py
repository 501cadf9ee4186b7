"""Two violations in one question: the consequences of each, in the order of mention; one violation stays one."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "most"),
    [
        ("涂改许可证和无证从事职业中介活动哪个罚得重", {10_000, 30_000}),
        ("无证从事职业中介活动罚多少？那涂改许可证罚多少", {10_000, 30_000}),
    ],
)
def test_each_violation_has_its_fine(assistant: Assistant, question: str, most: set[int]) -> None:
    answer = assistant.ask(question)
    assert {p.fine.max_yuan for p in answer.penalties} >= most
    assert len({p.violation for p in answer.penalties}) == 2


def test_facts_of_a_case_belong_to_one_violation(assistant: Assistant) -> None:
    answer = assistant.ask("无证从事职业中介活动，介绍了8个人，罚多少")
    assert len({p.violation for p in answer.penalties}) == 1
