"""Numbering that skips or repeats a number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from corpus.anomalies.pieces import regime_title
from corpus.anomalies.siblings import Numbered, runs
from corpus.records import Anomaly, Document

_MOST_SKIPPED = 3
"""A wider gap is a selection (a law quoted in parts), not a slip."""


def numbering(document: Document) -> Iterator[Anomaly]:
    """`number-skipped` and `number-doubled` among siblings of a list that starts with 1.

    Articles may be doubled in a document that quotes two laws, so only their gaps count. A list with several slips of
    one kind is a list quoted in parts or a table read as text: nothing is said of it.
    """
    for run in runs(document):
        skipped = [(a, b) for a, b in pairwise(run) if 1 < b.ordinal - a.ordinal <= _MOST_SKIPPED + 1]
        doubled = [(a, b) for a, b in pairwise(run) if a.ordinal == b.ordinal and a.kind != "article"]
        if any(b.ordinal < a.ordinal for a, b in pairwise(run)) or len(skipped) > 1 or len(doubled) > 1:
            continue
        yield from (_skipped(document, a, b) for a, b in skipped)
        yield from (_doubled(document, a, b) for a, b in doubled)


def _skipped(document: Document, before: Numbered, after: Numbered) -> Anomaly:
    missing = "、".join(f"第{n}项" for n in range(before.ordinal + 1, after.ordinal))
    return Anomaly(
        code="number-skipped",
        text=f"{_place(before)}编号从“{_label(before)}”跳到“{_label(after)}”，没有{missing}，可能漏了内容，也可能只是编错号。",
        span=after.clause.span,
        other=before.clause.span,
        subject=regime_title(document, after.clause.span.start),
    )


def _doubled(document: Document, first: Numbered, second: Numbered) -> Anomaly:
    return Anomaly(
        code="number-doubled",
        text=f"{_place(first)}有两个“{_label(first)}”，引用这一项时要连内容一起说，只说编号分不清是哪一个。",
        span=first.clause.span,
        other=second.clause.span,
        subject=regime_title(document, first.clause.span.start),
    )


def _label(item: Numbered) -> str:
    return item.clause.label.rstrip("、．.")


def _place(item: Numbered) -> str:
    """`“六、监督检查处理”之下`: the nearest heading above, if any."""
    own = item.clause.path[-1] if item.clause.path else ""
    above = [step for step in item.clause.path if step != own]
    return f"“{above[-1]}”之下" if above else ""
