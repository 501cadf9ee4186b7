"""Unanswered questions that are alike stand together."""

from __future__ import annotations

from datetime import UTC, datetime

from assistant.conversation.asked import Asked, Feedback
from assistant.conversation.unanswered import grouped

AT = datetime(2031, 5, 6, tzinfo=UTC)


def asked(question: str, status: str = "not_in_corpus") -> Asked:
    return Asked(at=AT, question=question, answer_id="1", status=status, intent="route")


def test_alike_questions_are_one_group_and_the_largest_comes_first() -> None:
    groups = grouped(
        [
            asked("怎么办护照", "out_of_scope"),
            asked("失业金一个月多少钱"),
            asked("失业金每个月多少钱"),
            asked("失业金一个月多少钱"),
        ],
        [Feedback(at=AT, question="工伤找谁", answer_id="1", helpful=False)],
    )
    assert [(g.status, g.count, len(g.questions)) for g in groups] == [
        ("not_in_corpus", 3, 2),
        ("out_of_scope", 1, 1),
        ("unhelpful", 1, 1),
    ]
