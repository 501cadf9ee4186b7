"""The sentences of documents that no regime accounts for: what is answered from when no record answers.

A regulation in articles, a notice, the cells of a table no shape knows: their words are clauses and cells, nothing more.
Each sentence keeps the headings it stands under (for a cell the short cells of its row, for a published answer its
question), because a sentence alone seldom says what it is about.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.records import Clause, Document, Span, Table
from corpus.tidy import tidy

_END = re.compile(r"[^。！？!?]+[。！？!?]?")
_PART = re.compile(r"[^；;]+[；;]?")
_ALL = re.compile(r".+", re.DOTALL)
_LONG = 120
"""Characters from which a sentence is cut at its semicolons as well."""
_SHORT_CELL = 40
_LEAST = 2


@dataclass(frozen=True, slots=True)
class WrittenSentence:
    """A sentence with where it stands."""

    document: Document
    text: str
    """Tidy."""
    span: Span
    about: str
    """Headings above it, the question it answers, or its row in short."""
    path: tuple[str, ...]
    clause: Clause | None = None
    column: str = ""
    """Name of the column, of a cell."""


def written_sentences(document: Document) -> tuple[WrittenSentence, ...]:
    """In the order of the document; each stretch once. None of a document that holds regimes."""
    if document.regimes:
        return ()
    found: list[WrittenSentence] = []
    records = (*_published(document), *_of_guides(document), *_of_tables(document))
    taken = _Taken([*(s.span for s in records), *(q.question.span for q in document.questions)])
    found = [*records, *(s for s in _of_clauses(document) if s.span not in taken)]
    return tuple(sorted(found, key=lambda s: s.span))


class _Taken:
    """Stretches that records have, for asking whether another meets them."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans)

    def __contains__(self, span: Span) -> bool:
        at = bisect_right(self._spans, span)
        return any(_meet(s, span) for s in self._spans[max(at - 1, 0) : at + 1])


def _published(d: Document) -> Iterator[WrittenSentence]:
    for q in d.questions:
        yield from _cut(d, q.answer.span, q.question.text, q.path, None)


def _of_guides(d: Document) -> Iterator[WrittenSentence]:
    for g in d.guides:
        for e in g.entries:
            if e.text:
                yield WrittenSentence(d, e.text, e.span, g.name, g.path, None, e.label)


def _of_clauses(d: Document) -> Iterator[WrittenSentence]:
    registered = tuple(p.span for duty in d.duties if duty.section for p in duty.items)
    tables = tuple(t.span for t in d.tables)
    for c in d.clauses:
        if not any(_meet(c.span, s) for s in (*registered, *tables)):
            own = c.path[-1:] if c.heading else ()
            yield from _cut(d, c.span, "，".join((*c.path[:-1], *own)), c.path, c)


def _of_tables(d: Document) -> Iterator[WrittenSentence]:
    """Cells of tables that are no registry: what a registry gives to no section is nobody's, not merely written."""
    registered = [p.span for duty in d.duties if duty.section for p in duty.items]
    for table in d.tables:
        if not any(_meet(table.span, s) for s in registered):
            yield from _rows(d, table)


def _rows(d: Document, table: Table) -> Iterator[WrittenSentence]:
    names = [c.text for c in table.header]
    for row in table.rows:
        short = "，".join(c.text for c in row if 1 < len(c.text) <= _SHORT_CELL)
        for n, cell in enumerate(row):
            if len(cell.text) >= _LEAST and not cell.carried:
                name = names[n] if n < len(names) else ""
                yield WrittenSentence(d, cell.text, cell.span, f"{name}，{short}", (), None, name)


def _cut(
    d: Document, span: Span, about: str, path: tuple[str, ...], clause: Clause | None
) -> Iterator[WrittenSentence]:
    whole = tidy(d.text, span)
    for m in _END.finditer(whole.text):
        parts = _PART.finditer(m[0]) if len(m[0]) > _LONG else _ALL.finditer(m[0])
        for part in parts:
            if len(part[0]) >= _LEAST:
                at = whole.source(m.start() + part.start(), m.start() + part.end())
                yield WrittenSentence(d, part[0], at, about, path, clause)


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
