"""A whole inspection as one list: what to prepare, what to check, how to go about it, what may follow."""

from __future__ import annotations

from assistant.act.results import ChecklistResult, Result
from assistant.inspection.compile import compile_checklist
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_OURS, _SAID = 0.3, 0.6
"""Belief that the question is ours, or share of the regime's name that it says: one of them must be reached."""


def checklist(u: Understanding, k: Knowledge) -> Result | None:
    """The checklist of the regime that the question names; None when it asks for none."""
    if "checklist" not in u.cues or not u.regimes or {"where", "amount", "supervisor", "headcount"} & u.cues:
        return None
    if u.topics.inside < _OURS and u.regimes[0].score < _SAID:
        return None
    document, regime = k.regime(u.regimes[0].place)
    found = compile_checklist(document, regime)
    return ChecklistResult(document, found) if found.items or found.steps else None
