"""Where a line of a plan or a draw stands in the documents."""

from __future__ import annotations

from assistant.knowledge import Knowledge
from corpus.records import Document, Quantity
from corpus.tidy import tidy

_STEPS = 3
"""Headings shown above a quote in print."""


def basis(document: Document, q: Quantity, k: Knowledge) -> str:
    """Title, path and tidy quote of the sentence of a figure, for print."""
    path = " › ".join((document.title, *k.path_at(document, q.sentence)[:_STEPS]))
    return f"{path}：“{tidy(document.text, q.sentence).text}”"


def citation(document: Document, q: Quantity, k: Knowledge) -> dict[str, object]:
    """The sentence of a figure, verbatim, with its place: `quote == text[start:end]`."""
    return {
        "document": document.id,
        "title": document.title,
        "file": document.file,
        "sha256": document.sha256,
        "path": list(k.path_at(document, q.sentence)),
        "quote": document.quote(q.sentence),
        "start": q.sentence.start,
        "end": q.sentence.end,
    }
