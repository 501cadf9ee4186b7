"""What a recogniser of tables finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.tables.header import Header
from corpus.tables.rows import Row


@dataclass(frozen=True, slots=True)
class Found:
    """A table found in a stretch of text: columns, rows, and the source offset where its first cell begins."""

    header: Header
    rows: Sequence[Row]
    start: int
