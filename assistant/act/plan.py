"""What a regime's indicators demand of N units: each share rounded up to whole units, each count as it stands."""

from __future__ import annotations

import math

from assistant.act.results import PlanLine, PlanResult, Result
from assistant.act.supervision import indicators
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from corpus.records import Quantity


def plan(u: Understanding, k: Knowledge) -> Result | None:
    """The least number of units per indicator, when the question gives the number of units and asks about checks."""
    if u.facts.units is None or not u.regimes or not ({"check", "frequency"} & u.cues):
        return None
    document, regime = k.regime(u.regimes[0].place)
    chosen = indicators(u, k, document.quantities, regime.index)
    lines = tuple(_line(q, u.facts.units) for q in chosen if q.value is not None)
    return PlanResult(document, regime, u.facts.units, lines) if lines else None


def _line(quantity: Quantity, units: int) -> PlanLine:
    value = quantity.value
    if quantity.kind != "share" or value is None:
        return PlanLine(quantity, None, "")
    # Exact in integers for shares with up to four decimals: 26 × 30 % must never become 8.000000001 → 9.
    minimum = math.ceil(round(units * value * 10_000) / 1_000_000)
    return PlanLine(quantity, minimum, f"{units} × {value:g}% = {units * value / 100:g}，取整为 {minimum}")
