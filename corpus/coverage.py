"""Accounts for every character of a source: in a record, in a clause, set aside with a reason, or unread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.records import Boundary, Clause, Duty, Record, Regime, Span

_SPACE = re.compile(r"[\s\u200b\ufeff]+")


def record_spans(
    clauses: Sequence[Clause],
    duties: Sequence[Duty],
    boundaries: Sequence[Boundary],
    regimes: Sequence[Regime],
) -> list[Span]:
    """The spans that hold words of a record. A regime counts by its title alone: its clauses hold the rest."""
    spans = [clause.span for clause in clauses] + [regime.title_span for regime in regimes]
    for duty in duties:
        spans += [duty.span, duty.section_span, *([duty.main_span] if duty.main_span else [])]
    for boundary in boundaries:
        spans.append(boundary.span)
        for share in boundary.shares:
            spans += [share.department_span, share.span]
        spans += [passage.span for passage in (*boundary.basis, *boundary.case)]
    return spans


def spans_within(records: Sequence[Record]) -> list[Span]:
    """Every span that records hold, at any depth: for kinds of record of which each span is read words."""
    found: list[Span] = []
    open_values: list[object] = list(records)
    while open_values:
        value = open_values.pop()
        if isinstance(value, Span):
            found.append(value)
        elif isinstance(value, Record):
            open_values += [getattr(value, name) for name in value.__struct_fields__]
        elif isinstance(value, tuple):
            open_values += value
    return found


def account(
    text: str, read: Iterable[Span], aside: Iterable[tuple[Span, str]]
) -> tuple[tuple[tuple[Span, str], ...], tuple[Span, ...]]:
    """Set-aside stretches (those given, and white space between) and unread ones; with `read` they cover the text."""
    given = sorted({(span, reason) for span, reason in aside if span.start < span.end})
    open_stretches = _gaps(len(text), [*read, *(span for span, _ in given)])
    blanks: list[tuple[Span, str]] = []
    unread: list[Span] = []
    for gap in open_stretches:
        at = gap.start
        for match in _SPACE.finditer(text, gap.start, gap.end):
            if at < match.start():
                unread.append(Span(at, match.start()))
            blanks.append((Span(match.start(), match.end()), "空白"))
            at = match.end()
        if at < gap.end:
            unread.append(Span(at, gap.end))
    return tuple(sorted([*given, *blanks])), tuple(unread)


def _gaps(length: int, covered: Sequence[Span]) -> list[Span]:
    """The stretches of `[0, length)` that no span covers."""
    gaps: list[Span] = []
    at = 0
    for span in sorted(covered):
        if span.start > at:
            gaps.append(Span(at, span.start))
        at = max(at, span.end)
    if at < length:
        gaps.append(Span(at, length))
    return gaps
