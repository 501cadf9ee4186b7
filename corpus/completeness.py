"""Proof that nothing was lost: every character accounted for, every table cell found again, every number in a record or listed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from corpus.coverage import spans_within
from corpus.records import Document, Record, Span

_NUMBER = re.compile(
    r"\d[\d,]*(?:\.\d+)?%?"
    r"|[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+(?=万?元|个|工作日|日|天|次|年|月|倍|人|名|条|款|项|分|家|周|小时)"
)
"""Han numerals only in front of a unit: 一般 and 统一 are no numbers."""
_BLANK = re.compile(r"\s+")


class Accounts(Record, frozen=True, kw_only=True):
    """Characters of one source; the three add up to its length."""

    characters: int
    read: int
    aside: tuple[tuple[str, int], ...]
    """By reason."""
    unread: int


class CellFault(Record, frozen=True, kw_only=True):
    """A cell whose words are not what the source says there, or of which no record knows."""

    span: Span
    text: str
    why: str


class Loose(Record, frozen=True, kw_only=True):
    """A number of the source that stands in no record but its clause."""

    text: str
    span: Span


def accounts(document: Document) -> Accounts:
    """Each character counts once: set aside before unread, all else is read."""
    aside: Counter[str] = Counter()
    at = 0
    for span, reason in sorted(document.set_aside):
        start = max(at, span.start)
        if start < span.end:
            aside[reason] += span.end - start
            at = span.end
    unread = sum(span.end - span.start for span in document.unread)
    length = len(document.text)
    return Accounts(
        characters=length,
        read=length - sum(aside.values()) - unread,
        aside=tuple(aside.most_common()),
        unread=unread,
    )


def cell_faults(document: Document) -> list[CellFault]:
    """Tables written out again from their records, compared with the source cell by cell."""
    known = _Covered([*record_spans(document), *(span for span, _ in document.set_aside)])
    found: list[CellFault] = []
    for table in document.tables:
        for cell in (c for row in table.rows for c in row if not c.carried and c.text.strip()):
            source = document.quote(cell.span)
            if _plain(cell.text) != _plain(source) and _plain(cell.text) not in _plain(source):
                found.append(CellFault(span=cell.span, text=cell.text, why="读出的字和原文不同"))
            elif table.shape and not known.meets(cell.span):
                found.append(CellFault(span=cell.span, text=cell.text, why="没有进任何记录，也没有写明另放的理由"))
    return found


def cells(document: Document) -> int:
    """Cells with words in them that were compared."""
    return sum(1 for t in document.tables for row in t.rows for c in row if not c.carried and c.text.strip())


def loose_numbers(document: Document) -> list[Loose]:
    """Numbers outside every record: neither figure, penalty, duty, reference, label, date nor cell of a table read."""
    known = _Covered([*record_spans(document), *_labels(document), *(span for span, _ in document.set_aside)])
    matches = _NUMBER.finditer(document.text)
    return [Loose(text=m[0], span=Span(*m.span())) for m in matches if not known.meets(Span(*m.span()))]


def record_spans(document: Document) -> list[Span]:
    """Every span of every record except clauses, sections' names and tables, which hold everything."""
    d = document
    records = (
        *d.duties, *d.boundaries, *d.quantities, *d.references, *d.penalties, *d.tiers, *d.waivers, *d.checks,
        *d.guides, *d.questions, *d.subsidies, *d.contents, *((d.in_force,) if d.in_force else ()),
    )  # fmt: skip
    return spans_within(records) + [regime.title_span for regime in d.regimes]


def _labels(document: Document) -> Iterable[Span]:
    """The numbering in front of clauses."""
    for clause in document.clauses:
        if clause.label:
            yield Span(clause.span.start, min(clause.span.end, clause.span.start + len(clause.label) + 2))


class _Covered:
    """Spans, merged, for quick looks."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(s for s in spans if s.start < s.end):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def meets(self, span: Span) -> bool:
        """Whether any of them holds a character of this one."""
        place = bisect_right(self._ends, span.start)
        return place < len(self._starts) and self._starts[place] < span.end


def _plain(text: str) -> str:
    return _BLANK.sub("", text)
