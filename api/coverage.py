"""How much of a document the compiler accounts for."""

from __future__ import annotations

from corpus.records import Document


def read_share(document: Document) -> float:
    """Share of the characters that a record, clause, heading or set-aside stretch accounts for, 0 to 1."""
    total = len(document.text)
    unread = sum(span.end - span.start for span in document.unread)
    return 1.0 if total == 0 else (total - unread) / total


def coverage_in_words(document: Document) -> str:
    """`已读 17321 / 17338 字（99.9%）`. Rounded down, so that 100% means every character."""
    total = len(document.text)
    unread = sum(span.end - span.start for span in document.unread)
    permille = (total - unread) * 1000 // total if total else 1000
    return f"已读 {total - unread} / {total} 字（{permille / 10:g}%）"
