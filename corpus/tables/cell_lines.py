"""Tables with each cell on a line of its own and blank lines between: the header is a run of columns' names.

A cell of several paragraphs takes several lines, an empty one a line of blanks. Rows are told by their running numbers;
which paragraphs make a cell, by what the columns may hold (`corpus.tables.pieces_to_row`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.grid import Cell, Grid
from corpus.records import Span
from corpus.tables.cells import misfit
from corpus.tables.column_names import column_names, holds, kind_of
from corpus.tables.header import Header, named, split_run
from corpus.tables.pieces_to_row import row_of
from corpus.tables.rows import Row, full_row
from corpus.tidy import tidy, trim
from corpus.wording import title_like

_LINE = re.compile(r"[^\n]+")
_INTRODUCES = re.compile(r"[:：]$")
_LEAST_COLUMNS = 3
_NAME_MAX = 40


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as a cell; blank for a line of white space."""

    cell: Cell
    apart: bool
    """Whether an empty line stands before it."""


def read_cell_lines(text: str) -> tuple[Grid, ...]:
    """All tables of a source text that stand one cell a line, in order."""
    lines = _lines(text)
    grids: list[Grid] = []
    at = 0
    while at < len(lines):
        kind = kind_of(lines[at].cell.text)
        used = _header_length(lines[at:]) if kind == "number" else 0
        if not used and kind and (found := _unnumbered(lines[at:])):
            grids.append(found[0])
            at += found[1]
            continue
        if not used:
            at += 1
            continue
        end = _end(lines, at + used)
        if grid := _grid(text, lines[at : at + used], lines[at + used : end]):
            grids.append(grid)
            at = end
        else:
            at += used
    return tuple(grids)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    last = 0
    for match in _LINE.finditer(text):
        span = trim(text, Span(*match.span()))
        apart = text.count("\n", last, match.start()) > 1
        lines.append(_Line(Cell(tidy(text, span).text, span), apart))
        last = match.end()
    return lines


def _header_length(lines: Sequence[_Line]) -> int:
    """How many lines the header takes: up to the number 1. 0 where these are no names of columns."""
    for i, line in enumerate(lines):
        words = line.cell.text
        if words == "1":
            return i if i >= _LEAST_COLUMNS and named([name.cell for name in lines[:i]]) else 0
        if not words or len(words) > _NAME_MAX or "|" in words:
            return 0
    return 0


def _unnumbered(lines: Sequence[_Line]) -> tuple[Grid, int] | None:
    """A table without running numbers and the lines it takes: only where all lines up to its end make whole rows.

    Each cell must suit its column, and some column must hold what no other does: nothing else tells the rows apart.
    """
    width = next((i for i, line in enumerate(lines) if not kind_of(line.cell.text)), len(lines))
    header = Header(tuple(line.cell for line in lines[:width]))
    if width < _LEAST_COLUMNS or not named(header.columns) or len(set(header.kinds)) < width:
        return None
    end = next((i for i in range(width, len(lines)) if _closing().match(lines[i].cell.text)), len(lines))
    body = [line.cell for line in lines[width:end]]
    if not body or len(body) % width or all(holds(kind) in ("text", "name", "phrases") for kind in header.kinds):
        return None
    rows: list[Row] = []
    for at in range(0, len(body), width):
        cells = body[at : at + width]
        if any(misfit(holds(kind), cell.text) for kind, cell in zip(header.kinds, cells, strict=True)):
            return None
        row = full_row(cells, header.kinds, rows[-1] if rows else None)
        if row is None or not cells[0].text:
            return None
        rows.append(row)
    span = Span(lines[0].cell.span.start, max(cell.span.end for cell in body))
    return Grid(header.columns, tuple(row.cells for row in rows), span), end


def _end(lines: Sequence[_Line], at: int) -> int:
    """Where the table's lines end: at another header, or at what closes a table (说明：, 附件2)."""
    form = _closing()
    for i in range(at, len(lines)):
        words = lines[i].cell.text
        if form.match(words) or (kind_of(words) == "number" and words != "1"):
            return i
    return len(lines)


def _closing() -> re.Pattern[str]:
    words = "|".join(column_names().table_ends)
    return re.compile(rf"(?:{words})(?:[一二三四五六七八九十\d]{{0,2}})(?:[:：]|$)")


def _grid(text: str, names: Sequence[_Line], body: Sequence[_Line]) -> Grid | None:
    header = split_run([line.cell for line in names])
    rows: list[Row] = []
    numbered = list(_numbered([line.cell for line in body]))
    exact = len(numbered) > 1 and all(len(cells) == len(header.columns) for cells in numbered[:-1])
    for cells in _repeated(numbered, len(header.columns)):
        last = cells is numbered[-1]
        kept = cells[: len(header.columns)] if exact and last else cells
        rows.append(_row(text, kept, header, rows[-1] if rows else None))
    if not rows:
        return None
    end = max(cell.span.end for row in rows for cell in (*row.cells, *row.unsure))
    unsure = tuple(cell.span for row in rows for cell in row.unsure)
    return Grid(
        header.columns,
        tuple(row.cells for row in rows),
        Span(names[0].cell.span.start, end),
        groups=header.groups,
        unsure=unsure,
    )


def _row(text: str, cells: Sequence[Cell], header: Header, above: Row | None) -> Row:
    if len(cells) == len(header.columns) and (row := full_row(cells, header.kinds, above)):
        return row
    return row_of(text, _led(text, cells), header.kinds)


def _numbered(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """The cells of each row, from its running number to the next."""
    row: list[Cell] = []
    expected = 1
    for cell in cells:
        if cell.text == str(expected):
            if row:
                yield row
            row, expected = [], expected + 1
        if row or cell.text == str(expected - 1):
            row.append(cell)
    if row:
        yield row


def _repeated(numbered: Sequence[list[Cell]], width: int) -> Iterator[list[Cell]]:
    """Rows that stand under one number apart, where each repeats the number that they share."""
    for cells in numbered:
        parts = [cells[at : at + width] for at in range(0, len(cells), width)]
        if len(parts) > 1 and all(len(part) == width and part[0].text == cells[0].text for part in parts):
            yield from parts
        else:
            yield cells


def _led(text: str, cells: Sequence[Cell]) -> list[Cell]:
    """Cells with what introduces them (处罚依据：) joined to the one it introduces."""
    led: list[Cell] = []
    for cell in cells:
        if led and _INTRODUCES.search(led[-1].text) and title_like(led[-1].text.rstrip(":：")) and cell.text:
            span = Span(led[-1].span.start, cell.span.end)
            led[-1] = Cell(tidy(text, span).text, span)
        else:
            led.append(cell)
    return led
