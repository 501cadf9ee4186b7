"""How much a subsidy is, by the rule that states it."""

from __future__ import annotations

from assistant.act.nearest import nearest, share_said, without_asking
from assistant.act.record_results import SubsidyResult
from assistant.act.written import asks_for
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_ENOUGH = 0.5
_SAID = 0.34
"""Least share of the subsidy's name that the question must say: 培训补贴 alone is many of them."""
_COVERED = 0.7
"""Share of the question from which the rule is meant, though its name is not said (技师 in a list of grades)."""
_MONEY = frozenset({"amount", "conditions", "objects", "enough"})


def subsidy(u: Understanding, k: Knowledge) -> SubsidyResult | None:
    """The rules of the subsidies that a question names; None where it asks for something else or names none."""
    asked_for_money = "money" in asks_for(u, k)
    if not asked_for_money and not _MONEY & u.cues:
        return None
    found = tuple(
        k.records.subsidies[i]
        for i in nearest(u, k, k.records.subsidy_matcher, _ENOUGH)
        if share_said(k.records.subsidies[i][1].name.text, (u.content,)) >= _SAID
    )
    asked = without_asking(u.content)
    if not found and asked_for_money:
        ranked = k.records.subsidy_matcher.rank(asked, k.wordings(u.text), limit=3)
        found = tuple(k.records.subsidies[i] for i, s in ranked if s >= _COVERED and s >= 0.95 * ranked[0][1])
    return SubsidyResult(found, asked, u.facts.persons) if found else None
