"""A list numbered in the same style as the heading it stands under: `（一）…` directly below `（一）…`."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.anomalies.pieces import regime_title
from corpus.anomalies.siblings import numbered
from corpus.records import Anomaly, Document

_CELL_MARK = "|"
"""Between the two labels it shows two cells of a flattened table, not a list under a heading."""


def nested_same_label(document: Document) -> Iterator[Anomaly]:
    """One anomaly for each such list: its items and the items one level up are cited with the same words."""
    told: set[int] = set()
    for clause in document.clauses:
        item = numbered(clause)
        if item is None or clause.parent is None or clause.parent in told:
            continue
        above = document.clauses[clause.parent]
        outer = numbered(above)
        # 1.1 below 1. and articles below articles of another law are how such lists are meant to look.
        if outer is None or outer.kind != item.kind or item.kind in {"decimal", "article"}:
            continue
        told.add(above.index)
        if _CELL_MARK in document.text[above.span.start : clause.span.start]:
            continue
        yield Anomaly(
            code="nested-same-label",
            text=f"“{above.text[:24]}”下面的各项又从“{clause.label}”编起，与上一级同一种编号，引用时要说明是哪一级。",
            span=above.span,
            other=clause.span,
            subject=regime_title(document, above.span.start),
        )
