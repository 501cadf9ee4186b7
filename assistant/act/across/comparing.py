"""Comparing a record's value with the value of a question."""

from __future__ import annotations

from corpus.records import Relation


def compare(value: float, relation: Relation, bound: float) -> bool:
    """Whether a value stands in this relation to a bound."""
    return {
        ">=": value >= bound,
        ">": value > bound,
        "<=": value <= bound,
        "<": value < bound,
        "=": value == bound,
    }[relation]
