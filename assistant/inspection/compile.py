"""From the records of a regime to its checklist: pure, and the same for every document."""

from __future__ import annotations

from assistant.inspection.checklist import Checklist
from assistant.inspection.contents import items
from assistant.inspection.handling import outcomes
from assistant.inspection.procedure import steps
from assistant.inspection.requirements import requirements
from corpus.records import Document, Quantity, Regime
from corpus.tidy import tidy

_CORRECTION = ("整改", "改正")


def compile_checklist(document: Document, regime: Regime) -> Checklist:
    """The checklist of one regime, its items without violations (`assistant.inspection.violations` adds them)."""
    needed = requirements(document, regime)
    deadlines = [q for q in document.quantities if q.kind == "deadline" and q.regime == regime.index]
    return Checklist(
        document=document.id,
        regime=regime.index,
        label=regime.label,
        title=regime.title,
        preparation=needed,
        items=items(document, regime),
        methods=steps(document, regime, "methods"),
        measures=steps(document, regime, "measures"),
        steps=steps(document, regime, "procedure", needed),
        outcomes=outcomes(document, regime),
        deadlines=tuple(q.index for q in deadlines),
        corrections=tuple(q.index for q in deadlines if _corrects(document, q)),
        anomalies=tuple(a for a in document.anomalies if regime.span.start <= a.span.start < regime.span.end),
    )


def _corrects(document: Document, quantity: Quantity) -> bool:
    return any(word in tidy(document.text, quantity.sentence).text for word in _CORRECTION)
