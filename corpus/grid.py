"""Tables as text converters leave them: every cell on a line that begins with a tab, a blank line before each row.

A cell may hold line breaks and blank lines, and a converter loses or adds blank lines; rows are therefore counted
against the header and re-synchronised. Merged cells are empty cells: carrying a value down is the reader's task.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.labels import read_label
from corpus.records import Span
from corpus.tidy import tidy, trim
from corpus.wording import is_field, title_like

_CELL = re.compile(r"(?:^|\n)([ \u3000]*)\t")
_TABLE_END = re.compile(r"\n[ \u3000\r]*\n[ \u3000\r]*\n[ \u3000\r]*(?=\S)")
"""Two blank lines and then text that no tab leads: the table is over."""
_BLANK_LINE = re.compile(r"\n[ \u3000\r]*\n\s*(?=\S)")
_BLANK_BEFORE = re.compile(r"\n[ \u3000\r]*\n[ \u3000\r]*$")
_FIRST_HEADER = frozenset(("序号", "编号"))
_LEAST_WIDTH = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: tidy text and the span of its words; empty cells have an empty span."""

    text: str
    span: Span
    carried: bool = False
    """True for a place that a merged cell is known to cover: text and span are those of the cell it belongs to."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: header cells, and rows that have as many cells as the header; no header where the table has none."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    span: Span
    lines: tuple[Span, ...] = ()
    """Signs that only draw the table."""
    groups: tuple[Cell, ...] = ()
    """Header cells that stand over several others: those others are in `header`."""
    unsure: tuple[Span, ...] = ()
    """Stretches inside the table whose cells could not be told apart: they stay running text, no cell holds them."""


@dataclass(frozen=True, slots=True)
class _Raw:
    """A cell as found: where its tab begins, its words, and whether a blank line stands before it."""

    start: int
    cell: Cell
    after_blank: bool
    end: int
    last: bool
    """True when the table ends with this cell."""


def read_grids(text: str) -> tuple[Grid, ...]:
    """All tab-led tables of a source text, in order. Fewer than two cells in a header make no table."""
    grids: list[Grid] = []
    cells: list[_Raw] = []
    for raw in _cells(text):
        cells.append(raw)
        if raw.last:
            if grid := _grid(cells):
                grids.append(grid)
            cells = []
    return tuple(grids)


def _cells(text: str) -> list[_Raw]:
    marks = [(match.start(1), match.end()) for match in _CELL.finditer(text)]
    found: list[_Raw] = []
    previous_end = 0
    for i, (start, begin) in enumerate(marks):
        stop = marks[i + 1][0] if i + 1 < len(marks) else len(text)
        following = _next_word(text, marks, i + 1)
        restarts = following in _FIRST_HEADER and bool(_BLANK_BEFORE.search(text, begin, stop))
        end, last = _cell_end(text, begin, stop, following is None or restarts)
        span = trim(text, Span(begin, end))
        gap = text[previous_end:start].count("\n")
        previous_end = span.end if span.start < span.end else begin
        found.append(_Raw(start, Cell(tidy(text, span).text, span), gap > 1, max(span.end, begin), last))
    return found


def _next_word(text: str, marks: list[tuple[int, int]], i: int) -> str | None:
    """First line of the cell with that number, tidy; None after the last."""
    if i >= len(marks):
        return None
    begin = marks[i][1]
    return tidy(text, Span(begin, (text.find("\n", begin) + 1 or len(text) + 1) - 1)).text


def _cell_end(text: str, begin: int, stop: int, closing: bool) -> tuple[int, bool]:
    """Where a cell's words end, and whether its table ends there too."""
    over = _TABLE_END.search(text, begin, stop)
    if over:
        return over.start(), True
    if closing:
        for blank in _BLANK_LINE.finditer(text, begin, stop):
            line = tidy(text, Span(blank.end(), (text.find("\n", blank.end()) + 1 or stop + 1) - 1)).text
            empty = not text[begin : blank.start()].strip()
            if empty or title_like(line) or is_field(line) or read_label(text, blank.end()):
                return blank.start(), True
    return stop, closing


def _grid(cells: list[_Raw]) -> Grid | None:
    width = next((i for i, raw in enumerate(cells) if i and raw.after_blank), len(cells))
    if width < _LEAST_WIDTH:
        return None
    rows: list[tuple[Cell, ...]] = []
    row: list[Cell] = []
    for segment in _segments(cells[width:]):
        if row and len(row) + len(segment) > width:
            rows.append(padded(row, width))
            row = []
        row += [raw.cell for raw in segment]
        while len(row) >= width:
            rows.append(tuple(row[:width]))
            row = row[width:]
    if row:
        rows.append(padded(row, width))
    header = tuple(raw.cell for raw in cells[:width])
    return Grid(header, tuple(rows), Span(cells[0].start, cells[-1].end))


def _segments(cells: list[_Raw]) -> list[list[_Raw]]:
    """Cells between blank lines: usually a row each, or the pieces of one."""
    segments: list[list[_Raw]] = []
    for raw in cells:
        if raw.after_blank or not segments:
            segments.append([])
        segments[-1].append(raw)
    return segments


def padded(row: list[Cell], width: int) -> tuple[Cell, ...]:
    """A row that lost its last cells, filled up to the width with empty ones."""
    at = row[-1].span.end
    return (*row, *(Cell("", Span(at, at)) for _ in range(width - len(row))))
