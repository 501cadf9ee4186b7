"""A judged claim before it is placed in the text and its quotes are numbered."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.claims.report import ClaimKind, Verdict
from corpus.records import Document, Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on `[start, end)` of a statement's folded text."""

    kind: ClaimKind
    start: int
    end: int
    verdict: Verdict
    reason: str
    source: str = ""
    cites: tuple[tuple[Document, Span], ...] = ()
