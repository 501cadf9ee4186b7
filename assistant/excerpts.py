"""What stands in tables and fields and in no clause or duty: cells and rows that retrieval finds like running text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.records import Document, Passage, Span, TableCell

_WORDS = re.compile(r"[\w\u4e00-\u9fff]{2}")
_LONG = 40
"""Characters from which a cell is quoted by itself; shorter ones are quoted with their row."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a table or of a field that can be quoted."""

    document: Document
    span: Span
    text: str
    """Tidy words of the stretch."""
    title: str
    """What names the stretch in its row: the short cells beside it."""
    path: tuple[str, ...]

    @property
    def words(self) -> str:
        """Title and text together."""
        return "，".join(filter(None, (self.title, self.text)))


def excerpts(document: Document) -> Iterator[Excerpt]:
    """Rows and long cells of tables, then fields of guides, questions and subsidies, that no clause or duty holds."""
    held = _Held(document)
    for table in document.tables:
        for row in table.rows:
            yield from _row(document, table.header, row, held)
    for found in _fields(document):
        if not held.covers(found.span):
            yield found


class _Held:
    """Stretches that are found as clauses or duties, or are cells of tables."""

    def __init__(self, document: Document) -> None:
        spans = [c.span for c in document.clauses if c.text and not c.heading]
        spans += [p.span for duty in document.duties for p in (duty, *duty.items)]
        self._spans = sorted(spans)
        self._tables = [table.span for table in document.tables]

    def covers(self, span: Span) -> bool:
        """Whether one of them holds the span."""
        return self.alone(span) or any(t.start <= span.start and span.end <= t.end for t in self._tables)

    def alone(self, span: Span) -> bool:
        """Whether a clause or duty holds the span."""
        at = bisect_right(self._spans, Span(span.start, 1 << 62))
        return any(s.start <= span.start and span.end <= s.end for s in self._spans[max(0, at - 4) : at])


def _row(document: Document, header: Sequence[TableCell], row: Sequence[TableCell], held: _Held) -> Iterator[Excerpt]:
    own = [cell for cell in row if cell.text and not cell.carried]
    fresh = [cell for cell in own if not held.alone(cell.span)]
    names = "，".join(cell.text for cell in row if cell.text and len(cell.text) <= _LONG)
    long = [(i, cell) for i, cell in enumerate(row) if cell in fresh and len(cell.text) > _LONG]
    for i, cell in long:
        yield Excerpt(document, cell.span, cell.text, names, (header[i].text,) if header else ())
    # Beside a duty or a clause, short cells say little by themselves: they are its number and its names.
    if not long and fresh and len(fresh) == len(own) and _WORDS.search(names):
        end = max(cell.span.end for cell in own)
        yield Excerpt(document, Span(own[0].span.start, end), names, "", ())


def _fields(document: Document) -> Iterator[Excerpt]:
    for guide in document.guides:
        for entry in guide.entries:
            yield Excerpt(document, entry.span, entry.text, f"{guide.name}，{entry.label}", guide.path)
    named: list[tuple[Passage, str, tuple[str, ...]]] = []
    named += [(q.answer, q.question.text, q.path) for q in document.questions]
    named += [(s.rule, s.name.text, s.path) for s in document.subsidies]
    for passage, name, path in named:
        yield Excerpt(document, passage.span, passage.text, name, path)
