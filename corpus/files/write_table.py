"""Writes a table into the text, cell by cell as converters do, and keeps it as a grid with merged cells carried."""

from __future__ import annotations

from corpus.files.draft import Draft, DraftCell, row_cells, without_rows
from corpus.files.limits import MOST_DEPTH, too_deep
from corpus.files.parts import PartsBuilder, Run
from corpus.grid import Cell, Grid
from corpus.records import Span
from corpus.tidy import tidy, trim

_MOST_TITLE_ROWS = 4
_MOST_HEADER_ROWS = 3


def write_table(builder: PartsBuilder, draft: Draft, depth: int = 0) -> None:
    """Write a table. Rows above the header that are one cell wide become lines; a table of one column is no table.

    Raises TooDeepError for tables nested deeper than any document needs.
    """
    if depth > MOST_DEPTH:
        raise too_deep("表格套表格")
    draft = _without_titles(builder, draft, depth)
    if draft.width < 2 or draft.height < 2:
        for cell in sorted(draft.cells, key=lambda cell: (cell.row, cell.column)):
            _write_content(builder, cell, depth)
            builder.write("\n\n")
        return
    start = builder.at
    spans = _write_cells(builder, draft, depth)
    _keep_grid(builder, draft, spans, Span(start, builder.at))
    builder.write("\n\n")


def _without_titles(builder: PartsBuilder, draft: Draft, depth: int) -> Draft:
    for _ in range(_MOST_TITLE_ROWS):
        first = row_cells(draft, 0)
        filled = [cell for cell in first if cell.words]
        wide = len(first) == 1 and first[0].columns == draft.width and first[0].rows == 1
        if not (wide or not filled) or draft.width < 2 or draft.height < 2:
            break
        for cell in filled:
            _write_content(builder, cell, depth)
            builder.write("\n\n")
        draft = without_rows(draft, 1)
    return draft


def _write_cells(builder: PartsBuilder, draft: Draft, depth: int) -> dict[int, Span]:
    """Each cell on a line that begins with a tab, a blank line before each row; the spans by `id` of the cell."""
    spans: dict[int, Span] = {}
    for row in range(draft.height):
        if row:
            builder.write("\n")
        for cell in row_cells(draft, row):
            builder.write("\t")
            spans[id(cell)] = _write_content(builder, cell, depth)
            builder.write("\n")
    return spans


def _write_content(builder: PartsBuilder, cell: DraftCell, depth: int) -> Span:
    start = builder.at
    for i, part in enumerate(cell.content):
        if isinstance(part, Run):
            builder.add(part)
            continue
        if i:
            builder.write("\n")
        write_table(builder, part, depth + 1)
    return Span(start, builder.at)


def _keep_grid(builder: PartsBuilder, draft: Draft, spans: dict[int, Span], span: Span) -> None:
    text = builder.text_of(span)
    covering = draft.covering()

    def cell_at(row: int, column: int) -> Cell:
        cell = covering.get((row, column))
        if cell is None:
            return Cell("", Span(span.start, span.start))
        found = spans[id(cell)]
        inner = trim(text, Span(found.start - span.start, found.end - span.start))
        words = tidy(text, inner).text
        return Cell(
            words, Span(inner.start + span.start, inner.end + span.start), (cell.row, cell.column) != (row, column)
        )

    head = _header_rows(draft)
    header = tuple(cell_at(head - 1, column) for column in range(draft.width))
    rows = tuple(tuple(cell_at(row, c) for c in range(draft.width)) for row in range(head, draft.height))
    groups = [spans[id(cell)] for cell in draft.cells if cell.row + cell.rows < head]
    builder.grids.append(Grid(header, rows, span, tuple(groups)))


def _header_rows(draft: Draft) -> int:
    """How many rows the header takes: as marked, else those under which a heading is divided further."""
    if 0 < draft.head < draft.height:
        return min(draft.head, _MOST_HEADER_ROWS)
    first = row_cells(draft, 0)
    tall = max(cell.rows for cell in first)
    divided = any(cell.columns > 1 and cell.rows < tall for cell in first)
    return tall if divided and tall < min(draft.height, _MOST_HEADER_ROWS + 1) else 1
