"""Limits of neighbouring cases that overlap (90 分以上 / 60 分-90 分) or leave a gap (不满 3 次 / 超过 3 次)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from corpus.anomalies.pieces import regime_title
from corpus.records import Anomaly, Document, Quantity
from corpus.tidy import tidy
from corpus.tiers import are_cases, bounds, consequence, grouped


def overlapping_limits(document: Document) -> Iterator[Anomaly]:
    """A value that two neighbouring cases of one clause both take in, or that neither does."""
    for group in grouped(document):
        for first, second in pairwise(group):
            if are_cases(document, first, second):
                yield from _judge(document, first, second)


def _judge(document: Document, first: Quantity, second: Quantity) -> Iterator[Anomaly]:
    low, high = sorted((bounds(first), bounds(second)))
    value, low_in, high_in = low[2], low[3], high[1]
    if value != high[0] or not math.isfinite(value) or low_in != high_in:
        return
    shown = f"{value:g} {first.unit}"
    words = [tidy(document.text, quantity.span).text for quantity in (first, second)]
    if low_in:
        text = (
            f"“{words[0]}”和“{words[1]}”都包括 {shown}：恰好 {shown}时，按前一句是“{consequence(document, first, second)}”，"
            f"按后一句是“{consequence(document, second, None)}”，原文没有说按哪一句。"
        )
    else:
        text = f"“{words[0]}”和“{words[1]}”都不包括 {shown}：恰好 {shown}时怎么办，原文没有规定。"
    yield Anomaly(
        code="overlapping-limits",
        text=text,
        span=first.span,
        other=second.span,
        subject=regime_title(document, first.span.start),
    )
