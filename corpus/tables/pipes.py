"""Tables as web pages and Markdown leave them: cells parted by `|`.

Three habits of converters: bars at both ends of a row (Markdown), bars between cells only, or a bar after each cell. With
the last, line breaks say nothing: rows are told by counting cells (`corpus.tables.bar_stream`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.grid import Cell, Grid
from corpus.records import Span
from corpus.tables.bar_lines import read_lines
from corpus.tables.bar_stream import read_stream
from corpus.tables.column_names import kind_of
from corpus.tables.labelled import read_labelled
from corpus.tables.reading import Found
from corpus.tidy import tidy, trim

_BLOCK_END = re.compile(r"\n[ \u3000\r]*\n(?![^\n]*\|)")
"""A blank line and then a line without a bar: the table is over."""
_RESTART = re.compile(r"(?<=\n)[ \t\u3000]*\|?[ \t\u3000]*(?:序号|编号)\s*\|")
_BAR = re.compile(r"\|")
_DASHES = re.compile(r"(?<=\|)\s*:?-{2,}:?\s*(?=\||$)", re.MULTILINE)
_FILLED = re.compile(r"\|[ \t\u3000]*\|{2,}$")
_BAR_LINE = re.compile(r"[^\n]*\|[^\n]*")


def read_pipe_grids(text: str) -> tuple[Grid, ...]:
    """All bar-parted tables of a source text, in order."""
    grids = (_grid(text, block) for block in _blocks(text))
    return tuple(grid for grid in grids if grid is not None)


def _blocks(text: str) -> Iterator[Span]:
    """Stretches of the text that hold bars, cut where a table's header begins again."""
    at = 0
    while (bar := text.find("|", at)) >= 0:
        start = _first_line(text, text.rfind("\n", 0, bar) + 1, at)
        over = _BLOCK_END.search(text, bar)
        end = over.start() if over else len(text)
        restarts = [m.start() for m in _RESTART.finditer(text, bar + 1, end)]
        for first, following in pairwise([start, *restarts, end]):
            if first < following:
                yield Span(first, following)
        at = max(end, bar + 1)


def _first_line(text: str, start: int, limit: int) -> int:
    """Where the first cell begins: its words may be set one character a line."""
    while start > limit:
        above = text.rfind("\n", 0, start - 1) + 1
        if above < limit or len(text[above:start].strip()) != 1:
            break
        start = above
    return start


def _grid(text: str, block: Span) -> Grid | None:
    lines = [match.group().strip() for match in _BAR_LINE.finditer(text, block.start, block.end)]
    leading = sum(line.startswith("|") for line in lines)
    trailing = sum(line.endswith("|") for line in lines)
    found: Found | None = None
    if lines[0].startswith("|") and leading * 2 > len(lines):
        found = read_lines(text, block, True)
    elif trailing * 2 > len(lines) or _header_ends_in_bars(lines):
        # A last column that is blank in most rows ends their lines in a bar too.
        found = read_stream(_cells(text, block)) or read_lines(text, block, False)
    else:
        found = read_lines(text, block, False)
    found = found or read_labelled(_cells(text, block))
    if found is None or not found.rows:
        return None
    line = text.rfind("\n", block.start, found.start) + 1 or block.start
    start = line if not text[line : found.start].strip("| \t\u3000") else found.start
    span = trim(text, Span(start, block.end))
    lines_drawn = [Span(*m.span()) for form in (_BAR, _DASHES) for m in form.finditer(text, span.start, span.end)]
    rows = tuple(row.cells for row in found.rows)
    unsure = [cell.span for row in found.rows for cell in row.unsure if cell.text]
    return Grid(found.header.columns, rows, span, tuple(lines_drawn), found.header.groups, _joined(text, unsure))


def _header_ends_in_bars(lines: Sequence[str]) -> bool:
    """Whether the header is filled up with blank cells: then each row is, wherever its cells break into lines."""
    header = next((line for line in lines if kind_of(line.split("|")[0]) == "number"), "")
    return _FILLED.search(header) is not None


def _joined(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Stretches with nothing but bars and white space between them are one."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip("| \t\r\n\u3000"):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _cells(text: str, block: Span) -> list[Cell]:
    """The block cut at its bars; what a bar at a line's start leaves before it is no cell."""
    cells: list[Cell] = []
    start = block.start
    for end in [*(m.start() for m in _BAR.finditer(text, block.start, block.end)), block.end]:
        span = trim(text, Span(start, end))
        if end < block.end or span.start < span.end:
            cells.append(Cell(tidy(text, span).text, span))
        start = end + 1
    return cells
