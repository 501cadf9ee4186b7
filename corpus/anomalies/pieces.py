"""The stretches that the rules look at: clauses and table cells, cut at stops and commas, each with its span."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.records import Document, Passage, Span
from corpus.tidy import tidy

_PHRASE = re.compile(r"[^，,。；;！？!?：:]+")
_NUMBERING = re.compile(r"^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[、．.])")


def phrases(text: str, span: Span) -> Iterator[Passage]:
    """The pieces between commas and stops of a stretch of source text, tidy, numbering left out."""
    view = tidy(text, span)
    for match in _PHRASE.finditer(view.text):
        numbering = _NUMBERING.match(match.group())
        start = match.start() + (numbering.end() if numbering else 0)
        if start < match.end():
            yield Passage(text=view.text[start : match.end()], span=view.source(start, match.end()))


def stretches(document: Document) -> Iterator[Span]:
    """Every stretch of words in a document: its clauses, then the cells of its tables; each once."""
    seen: set[Span] = set()
    for span in _all_spans(document):
        if span not in seen:
            seen.add(span)
            yield span


def regime_title(document: Document, at: int) -> str:
    """Title of the regime that holds a source offset; empty outside of regimes."""
    return next((r.title for r in document.regimes if r.span.start <= at < r.span.end), "")


def _all_spans(document: Document) -> Iterator[Span]:
    yield from (clause.span for clause in document.clauses)
    for duty in document.duties:
        if duty.main_span:
            yield duty.main_span
        yield duty.span
    for boundary in document.boundaries:
        yield from (share.span for share in boundary.shares)
        yield from (passage.span for passage in (*boundary.basis, *boundary.case))
