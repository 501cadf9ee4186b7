"""Figures of random-inspection lists: shares, numbers of units and frequencies, named after the item they are for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.quantities.figures import find_figures
from corpus.quantities.surroundings import period_of
from corpus.records import CheckItem, Quantity, Span
from corpus.tidy import tidy

_KINDS = frozenset(("share", "frequency", "count", "headcount"))


def check_quantities(text: str, checks: Sequence[CheckItem]) -> Iterator[Quantity]:
    """Every figure of the items' shares; one that several items have in common is named after the first of them."""
    seen: set[Span] = set()
    for check in checks:
        if check.share is None or check.share.span in seen:
            continue
        seen.add(check.share.span)
        words = tidy(text, check.share.span)
        counted = check.object.text if check.object else ""
        for figure in find_figures(words.text):
            if figure.kind in _KINDS:
                yield Quantity(
                    index=0,
                    kind=figure.kind,
                    relation=figure.relation,
                    value=figure.value,
                    upper=figure.upper,
                    unit=figure.unit,
                    period=period_of(words.text, figure),
                    object=counted,
                    label=" ".join(part for part in (check.matter.text, counted) if part),
                    span=words.source(figure.start, figure.end),
                    sentence=check.share.span,
                    clause=None,
                    regime=None,
                    part=None,
                )
