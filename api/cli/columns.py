"""Rows of cells under each other: Chinese characters take two columns of a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

_GAP = "  "


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as lines; the last cell of each is not filled up."""
    widths = [max(_width(row[c]) for row in rows if c < len(row)) for c in range(max(map(len, rows), default=0))]
    for row in rows:
        cells = [cell + " " * (widths[c] - _width(cell)) for c, cell in enumerate(row[:-1])]
        yield _GAP.join((*cells, *row[-1:])).rstrip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
