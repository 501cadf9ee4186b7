"""A question that the bureau has already answered on a page of its own."""

from __future__ import annotations

from assistant.act.nearest import nearest, share_said
from assistant.act.record_results import PublishedAnswerResult
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_ENOUGH = 0.6
"""Least share of the question that the published one must cover."""
_BOTH = 0.5
"""Least share of the published question that must be said: half a question in common is another question."""


def published(u: Understanding, k: Knowledge) -> PublishedAnswerResult | None:
    """Published answers to the same question; None where none is close enough from both sides."""
    found = tuple(
        k.records.published[i]
        for i in nearest(u, k, k.records.published_matcher, _ENOUGH)
        if share_said(k.records.published[i][1].question.text, (u.text,)) >= _BOTH
    )
    return PublishedAnswerResult(found) if found else None
