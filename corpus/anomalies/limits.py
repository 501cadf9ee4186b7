"""Limits of neighbouring cases that overlap (90 分以上 / 60 分-90 分) or leave a gap (不满 3 次 / 超过 3 次)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.anomalies.pieces import regime_title
from corpus.records import Anomaly, Document, Quantity, Span
from corpus.tidy import tidy

_CLASSIFIES = re.compile(r"以[上下]$|^(?:超过|不满|不足|未满|低于|高于|少于|多于)")
_LEAD = re.compile(r"^(?:的|，|,|、|为|是|予以|给予)+")
_FOLLOWED = re.compile(r"[\u4e00-\u9fff]{0,16}[的，,]")
"""A case goes on with what falls under it (`以上的，…`); a cell of a flattened table goes on with anything."""
_CONSEQUENCE = 28
"""Characters of a consequence shown."""


def overlapping_limits(document: Document) -> Iterator[Anomaly]:
    """A value that two neighbouring cases of one clause both take in, or that neither does.

    A limit is a case only when 以上, 以下, 不满 … set it apart (不少于 is a demand) or it is an interval, and when its own
    consequence follows it.
    """
    groups: dict[tuple[int | None, str, str], list[Quantity]] = {}
    for quantity in document.quantities:
        if quantity.value is not None and quantity.clause is not None:
            groups.setdefault((quantity.clause, quantity.kind, quantity.unit), []).append(quantity)
    for group in groups.values():
        for first, second in pairwise(group):
            if _are_cases(document, first, second):
                yield from _judge(document, first, second)


def _judge(document: Document, first: Quantity, second: Quantity) -> Iterator[Anomaly]:
    low, high = sorted((_bounds(first), _bounds(second)))
    value, low_in, high_in = low[2], low[3], high[1]
    if value != high[0] or not math.isfinite(value) or low_in != high_in:
        return
    shown = f"{value:g} {first.unit}"
    words = [tidy(document.text, quantity.span).text for quantity in (first, second)]
    if low_in:
        text = (
            f"“{words[0]}”和“{words[1]}”都包括 {shown}：恰好 {shown}时，按前一句是“{_consequence(document, first, second)}”，"
            f"按后一句是“{_consequence(document, second, None)}”，原文没有说按哪一句。"
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


def _bounds(quantity: Quantity) -> tuple[float, bool, float, bool]:
    """`(low, low included, high, high included)`."""
    value = quantity.value or 0.0
    if quantity.upper is not None:
        return value, True, quantity.upper, True
    if quantity.relation == "=":
        return value, True, value, True
    if quantity.relation in {">=", ">"}:
        return value, quantity.relation == ">=", math.inf, False
    return -math.inf, False, value, quantity.relation == "<="


def _are_cases(document: Document, first: Quantity, second: Quantity) -> bool:
    classes = [_is_class(document, quantity) for quantity in (first, second)]
    exact = [quantity.relation == "=" and quantity.upper is None for quantity in (first, second)]
    if not any(classes) or not all(a or b for a, b in zip(classes, exact, strict=True)):
        return False
    same_period = first.period == second.period or None in (first.period, second.period)
    return same_period and bool(_consequence(document, first, second)) and bool(_consequence(document, second, None))


def _is_class(document: Document, quantity: Quantity) -> bool:
    return quantity.upper is not None or bool(_CLASSIFIES.search(tidy(document.text, quantity.span).text))


def _consequence(document: Document, quantity: Quantity, following: Quantity | None) -> str:
    """What follows a limit up to the next stop or limit; empty when the next word goes on with the limit itself."""
    end = following.span.start if following else quantity.span.end + 4 * _CONSEQUENCE
    clause = document.clauses[quantity.clause or 0]
    words = tidy(document.text, Span(quantity.span.end, max(quantity.span.end, min(end, clause.span.end)))).text
    if not _FOLLOWED.match(words):
        return ""
    words = _LEAD.sub("", re.split(r"[；;。]", words)[0])
    return words[:_CONSEQUENCE].rstrip("，,、")
