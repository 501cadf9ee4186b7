"""A compiled checklist as the values that an inspection keeps: its items when it begins, its violations when one is found."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.inspection.checklist import Checklist, PossibleViolation
from assistant.inspection.words import ChecklistItem, InspectedRegime, MatchedViolation


def inspected_regime(checklist: Checklist, fingerprint: str) -> InspectedRegime:
    """What an inspection begins with; the fingerprint is that of the corpus the checklist was compiled from."""
    return InspectedRegime(
        document=checklist.document,
        title=checklist.title,
        fingerprint=fingerprint,
        items=tuple(ChecklistItem(id=i.id, text=i.text) for i in checklist.items),
    )


def matched(checklist: Checklist, violations: Iterable[PossibleViolation]) -> tuple[MatchedViolation, ...]:
    """The violations that an inspector chose, one entry for each of their consequences."""
    return tuple(
        MatchedViolation(document=checklist.document, penalty=p, text=v.text) for v in violations for p in v.penalties
    )
