"""A text document as paragraphs and tables with merged cells: what the generators of other formats write."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.grid import Grid, read_grids


@dataclass(frozen=True)
class MadeTable:
    """Rows of cells, the header first; None where the cell above covers the place."""

    rows: list[list[str | None]]

    def down(self, row: int, column: int) -> int:
        """How many rows a cell covers."""
        end = row + 1
        while end < len(self.rows) and self.rows[end][column] is None:
            end += 1
        return end - row


def blocks(text: str) -> list[str | MadeTable]:
    """Paragraphs (one a line) and tables of a text whose tables are led by tabs."""
    found: list[str | MadeTable] = []
    at = 0
    for grid in read_grids(text):
        found += _lines(text[at : grid.span.start])
        found.append(_table(text, grid))
        at = grid.span.end
    return found + _lines(text[at:])


def _lines(text: str) -> list[str]:
    return [line.strip(" \t\r\u3000") for line in text.split("\n") if line.strip(" \t\r\u3000")]


def _table(text: str, grid: Grid) -> MadeTable:
    """Cells left empty for want of a merge are merged: the leading columns, and the basis of a shared matter."""
    rows: list[list[str | None]] = [[text[c.span.start : c.span.end] for c in grid.header]]
    merged = [0, 1, *(i for i, c in enumerate(grid.header) if c.text == "相关依据")]
    for row in grid.rows:
        words: list[str | None] = [text[c.span.start : c.span.end] for c in row]
        if not words[0] and not words[1]:
            words = [None if i in merged and not word else word for i, word in enumerate(words)]
        rows.append(words)
    return MadeTable(rows)
