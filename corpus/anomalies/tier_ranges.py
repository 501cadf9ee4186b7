"""Steps of a discretion standard that leave a gap, overlap, or go beyond what the law they name allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from corpus.fines import bounds, fine_text
from corpus.records import Anomaly, Document, Fine, Tier

_UNIT = ("kind", "base", "per", "by")


def tier_ranges(document: Document) -> Iterator[Anomaly]:
    """Neighbouring steps of one violation and subject, and each step against the penalties of its article.

    Steps that share a bound (1万元以下, 1万元以上) are neighbours. Steps in another unit are not compared.
    """
    groups: dict[tuple[str, str], list[Tier]] = {}
    for tier in document.tiers:
        groups.setdefault((tier.violation, tier.subject), []).append(tier)
    for tiers in groups.values():
        for first, second in pairwise(tier for tier in tiers if tier.fine.kind != "none"):
            if _unit(first.fine) == _unit(second.fine):
                yield from _neighbours(first, second)
        for tier in tiers:
            yield from _beyond(document, tier)


def _unit(fine: Fine) -> tuple[object, ...]:
    """What two fines must have in common to be compared; a fixed sum is a range of one point."""
    return tuple("range" if (value := getattr(fine, name)) == "fixed" else value for name in _UNIT)


def _neighbours(first: Tier, second: Tier) -> Iterator[Anomaly]:
    lower, upper = sorted((first, second), key=lambda tier: (bounds(tier.fine).low or 0, bounds(tier.fine).high or 0))
    high, low = bounds(lower.fine).high, bounds(upper.fine).low
    if bounds(first.fine) == bounds(second.fine):
        return
    if high is not None and low is not None and high < low:
        yield _anomaly(first, second, code="tier-gap", what="之间有空当，落在中间的数额没有规定")
    elif low is None or high is None or high > low:
        yield _anomaly(first, second, code="tier-overlap", what="互相重叠，同一数额可以归入两档")


def _anomaly(first: Tier, second: Tier, *, code: str, what: str) -> Anomaly:
    named = [f"“{tier.name or tier.circumstances[:12]}”（{fine_text(tier.fine)}）" for tier in (first, second)]
    return Anomaly(
        code=code,
        text=f"“{first.violation[:24]}”的裁量档次{named[0]}和{named[1]}{what}。",
        span=first.span,
        other=second.span,
        subject=first.violation,
    )


def _beyond(document: Document, tier: Tier) -> Iterable[Anomaly]:
    """A step outside every fine that the document quotes from the same article in the same unit."""
    if tier.fine.kind == "none" or not (tier.law and tier.article):
        return
    stated = [
        p
        for p in document.penalties
        if (p.law, p.article) == (tier.law, tier.article) and _unit(p.fine) == _unit(tier.fine)
    ]
    own = bounds(tier.fine)
    for penalty in stated:
        allowed = bounds(penalty.fine)
        under = allowed.low is not None and (own.low or 0) < allowed.low
        over = allowed.high is not None and (own.high is None or own.high > allowed.high)
        if not (under or over):
            return
    if stated:
        yield Anomaly(
            code="tier-beyond-law",
            text=f"“{tier.violation[:24]}”的“{tier.name or tier.circumstances[:12]}”一档（{fine_text(tier.fine)}）"
            f"超出了《{tier.law}》{tier.article}规定的{fine_text(stated[0].fine)}。",
            span=tier.span,
            other=stated[0].span,
            subject=tier.violation,
        )
