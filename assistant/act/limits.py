"""Scores and counts against the limits of a text: every reading that holds, with overlaps shown instead of resolved."""

from __future__ import annotations

from assistant.act.results import LimitResult, Result
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from corpus.records import Quantity


def limits(u: Understanding, k: Knowledge) -> Result | None:
    """The limits that a stated score falls under; None when no score is stated in a question on checks or no limit speaks of scores."""
    value = u.facts.score
    if value is None or "check" not in u.cues:
        return None
    for document in k.corpus.documents:
        scores = [q for q in document.quantities if q.kind == "score" and q.value is not None]
        holding = tuple(q for q in scores if holds(q, value))
        if holding:
            return LimitResult(document, value, "分", _likelier_first(holding, value))
    return None


def holds(quantity: Quantity, value: float) -> bool:
    """Whether a value falls under a limit; 以上、以下 include the number itself (《民法典》第一千二百五十九条)."""
    low = quantity.value
    if low is None:
        return False
    if quantity.upper is not None:
        return low <= value <= quantity.upper
    return {
        ">=": value >= low,
        ">": value > low,
        "<=": value <= low,
        "<": value < low,
        "=": value == low,
    }[quantity.relation]


def _likelier_first(readings: tuple[Quantity, ...], value: float) -> tuple[Quantity, ...]:
    """At a shared bound 以上 comes first: it names the number as its own start; a plain interval only ends there."""
    return tuple(sorted(readings, key=lambda q: (not (q.relation == ">=" and q.value == value), q.index)))
