"""Neighbouring cases of one clause that a figure sets apart: 90 分以上 / 60 分-90 分 / 60 分以下, 2 次 / 2 次以上."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.records import Document, Quantity, Span
from corpus.tidy import tidy

_CLASSIFIES = re.compile(r"以[上下]$|^(?:超过|不满|不足|未满|低于|高于|少于|多于)")
_LEAD = re.compile(r"^(?:的|，|,|、|为|是|予以|给予)+")
_FOLLOWED = re.compile(r"[\u4e00-\u9fff]{0,16}[的，,]")
"""A case goes on with what falls under it (`以上的，…`); a cell of a flattened table goes on with anything."""


def grouped(document: Document) -> Iterator[list[Quantity]]:
    """Figures with a number, by clause, kind and unit, in reading order."""
    groups: dict[tuple[int | None, str, str], list[Quantity]] = {}
    for quantity in document.quantities:
        if quantity.value is not None and quantity.clause is not None:
            groups.setdefault((quantity.clause, quantity.kind, quantity.unit), []).append(quantity)
    yield from groups.values()


def tiers(document: Document) -> Iterator[tuple[Quantity, ...]]:
    """Runs of figures each of which is a case beside the one before it, in one clause or in items side by side."""
    found = [run for group in grouped(document) for run in _runs(document, group)]
    yield from found
    taken = {q.index for run in found for q in run}
    items: dict[tuple[int, str, str], list[Quantity]] = {}
    for q in document.quantities:
        parent = document.clauses[q.clause].parent if q.clause is not None else None
        if q.value is not None and parent is not None and q.index not in taken:
            items.setdefault((parent, q.kind, q.unit), []).append(q)
    for group in items.values():
        yield from _runs(document, group)


def _runs(document: Document, group: list[Quantity]) -> Iterator[tuple[Quantity, ...]]:
    """The runs of one group."""
    if group:
        run: list[Quantity] = []
        for first, second in pairwise(group):
            if are_cases(document, first, second):
                run = [*run, second] if run else [first, second]
            elif run:
                yield tuple(run)
                run = []
        if run:
            yield tuple(run)


def bounds(quantity: Quantity) -> tuple[float, bool, float, bool]:
    """`(low, low included, high, high included)`."""
    value = quantity.value or 0.0
    if quantity.upper is not None:
        return value, True, quantity.upper, True
    if quantity.relation == "=":
        return value, True, value, True
    if quantity.relation in {">=", ">"}:
        return value, quantity.relation == ">=", math.inf, False
    return -math.inf, False, value, quantity.relation == "<="


def are_cases(document: Document, first: Quantity, second: Quantity) -> bool:
    """Whether two figures set neighbouring cases apart.

    A limit is a case only when 以上, 以下, 不满 … set it apart (不少于 is a demand) or it is an interval, and when its own
    consequence follows it.
    """
    classes = [_is_class(document, quantity) for quantity in (first, second)]
    exact = [quantity.relation == "=" and quantity.upper is None for quantity in (first, second)]
    if not any(classes) or not all(a or b for a, b in zip(classes, exact, strict=True)):
        return False
    same_period = first.period == second.period or None in (first.period, second.period)
    return same_period and bool(consequence(document, first, second)) and bool(consequence(document, second, None))


def _is_class(document: Document, quantity: Quantity) -> bool:
    return quantity.upper is not None or bool(_CLASSIFIES.search(tidy(document.text, quantity.span).text))


def consequence(document: Document, quantity: Quantity, following: Quantity | None, limit: int = 28) -> str:
    """What follows a limit up to the next stop or limit; empty when the next word goes on with the limit itself."""
    end = following.span.start if following else quantity.span.end + 4 * limit
    clause = document.clauses[quantity.clause or 0]
    words = tidy(document.text, Span(quantity.span.end, max(quantity.span.end, min(end, clause.span.end)))).text
    if not _FOLLOWED.match(words):
        return ""
    words = _LEAD.sub("", re.split(r"[；;。]", words)[0])
    return words[:limit].rstrip("，,、")
