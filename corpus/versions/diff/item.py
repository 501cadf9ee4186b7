"""A record as it is compared: what it is about, and the parts that may have changed."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.records import Document, Span


@dataclass(frozen=True, slots=True)
class Item:
    """One record of one document."""

    kind: str
    """In Chinese, as it is shown: 罚则, 指标, 科室 …"""
    name: str
    """What it is about, as it is shown and matched."""
    parts: tuple[tuple[str, str], ...]
    """Label and words of each thing it states."""
    document: Document
    span: Span
    context: str = ""
    """What stands above it: makes two like records of different regimes two."""
    clause: int | None = None
    told: Span | None = None
    """What a difference of it accounts for, where that is more than its span."""
