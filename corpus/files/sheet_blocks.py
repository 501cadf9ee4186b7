"""A sheet's cells as lines and tables: words across the whole width are lines, runs of other rows are tables."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.files.draft import Draft, DraftCell
from corpus.files.parts import PartsBuilder, Run
from corpus.files.write_table import write_table

_WIDE = 0.6
"""Share of the columns that a merged line takes at least."""


def write_sheet(builder: PartsBuilder, cells: Sequence[DraftCell]) -> None:
    """Write the cells of one sheet, empty rows and columns left out.

    A row with one cell is a line where that cell is merged over most of the width or stands before the first row of a
    table; within a table it is a row whose other cells are empty.
    """
    rows = _rows([cell for cell in cells if cell.words])
    width = max((cell.column + cell.columns for row in rows for cell in row), default=0)
    block: list[DraftCell] = []
    under = 0
    """First row that no merged cell of the block reaches down to."""
    for row in rows:
        alone = len(row) == 1 and row[0].row >= under
        if alone and (not block or row[0].columns >= max(2, _WIDE * width)):
            _flush(builder, block)
            block = []
            builder.paragraph(*(part for part in row[0].content if isinstance(part, Run)))
            continue
        block += row
        under = max(under, *(cell.row + cell.rows for cell in row))
    _flush(builder, block)


def _rows(cells: list[DraftCell]) -> list[list[DraftCell]]:
    found: dict[int, list[DraftCell]] = {}
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        found.setdefault(cell.row, []).append(cell)
    return list(found.values())


def _flush(builder: PartsBuilder, block: list[DraftCell]) -> None:
    """Write a run of rows as a table, empty rows and columns closed up."""
    if not block:
        return
    rows = {row: i for i, row in enumerate(sorted({cell.row for cell in block}))}
    columns = {column: i for i, column in enumerate(sorted({cell.column for cell in block}))}

    def covered(kept: dict[int, int], start: int, count: int) -> int:
        return sum(1 for at in range(start, start + count) if at in kept)

    write_table(
        builder,
        Draft(
            [
                DraftCell(
                    rows[c.row],
                    columns[c.column],
                    covered(rows, c.row, c.rows),
                    covered(columns, c.column, c.columns),
                    c.content,
                )
                for c in block
            ]
        ),
    )
