"""How much a subsidy is, by the rule that states it."""

from __future__ import annotations

from assistant.act.nearest import nearest, share_said
from assistant.act.record_results import SubsidyResult
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_ENOUGH = 0.5
_SAID = 0.34
"""Least share of the subsidy's name that the question must say: 培训补贴 alone is many of them."""
_MONEY = frozenset({"amount", "conditions", "objects", "enough"})


def subsidy(u: Understanding, k: Knowledge) -> SubsidyResult | None:
    """The rules of the subsidies that a question names; None where it asks for something else or names none."""
    if not _MONEY & u.cues:
        return None
    found = tuple(
        k.records.subsidies[i]
        for i in nearest(u, k, k.records.subsidy_matcher, _ENOUGH)
        if share_said(k.records.subsidies[i][1].name.text, (u.content,)) >= _SAID
    )
    return SubsidyResult(found) if found else None
