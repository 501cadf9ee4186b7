"""Tables that a converter ran together with blanks between cells, and perhaps nothing else: header, then row after row.

Blanks also stand inside cells. The header is a run of columns' names that begins with 序号; rows are told by their
running numbers and by what each column may hold (`corpus.tables.running_row`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import islice, pairwise

from corpus.grid import Cell, Grid
from corpus.records import Span
from corpus.tables.column_names import column_names, kind_of
from corpus.tables.header import Header, named, split_run
from corpus.tables.rows import Row, full_row
from corpus.tables.running_row import RunningRows
from corpus.tidy import tidy

_WORD = re.compile(r"[^\s|]+")
_LONGEST_HEADER = 40
"""Words; a header with more is none."""
_NUMBER_MAX = 4
"""Characters of a name of the column of numbers."""
_WORDS_A_NAME = 4
_LEAST_COLUMNS = 3
_UNKNOWN, _JOINED, _TWICE = 5.0, 0.6, 1.0
_CANDIDATES = 6
"""Places at which the next row may begin that are looked at."""


def read_running(text: str) -> tuple[Grid, ...]:
    """All run-together tables of a source text, in order."""
    starts = [m.start() for m in _WORD.finditer(text) if len(m[0]) <= _NUMBER_MAX and kind_of(m[0]) == "number"]
    grids = (_grid(text, Span(start, end)) for start, end in pairwise([*starts, len(text)]))
    return tuple(grid for grid in grids if grid is not None)


def _grid(text: str, stretch: Span) -> Grid | None:
    top = _words(text, stretch, _LONGEST_HEADER)
    first = next((i for i, word in enumerate(top) if word.text == "1"), None)
    columns = _names(text, top[:first]) if first else ()
    if first is None or len(columns) < _LEAST_COLUMNS or not named(columns):
        return None
    header = split_run(columns)
    words = _words(text, stretch, None)
    rows = _rows(text, words[first : _end(words, first)], header)
    if not rows:
        return None
    unsure = tuple(span for row in rows for span in _stretches(text, [cell.span for cell in row.unsure]))
    end = max(cell.span.end for row in rows for cell in (*row.cells, *row.unsure))
    return Grid(header.columns, tuple(row.cells for row in rows), Span(stretch.start, end), (), header.groups, unsure)


def _words(text: str, stretch: Span, limit: int | None) -> list[Cell]:
    """The words of a stretch between blanks, up to so many."""
    found = islice(_WORD.finditer(text, stretch.start, stretch.end), limit)
    return [Cell(tidy(text, span).text, span) for span in (Span(*match.span()) for match in found)]


def _names(text: str, words: Sequence[Cell]) -> tuple[Cell, ...]:
    """The names that a header's words make: as many of them known as can be, none of the same kind side by side."""

    @functools.cache
    def best(at: int, before: str) -> tuple[float, tuple[int, ...]]:
        if at == len(words):
            return 0, ()
        found: list[tuple[float, tuple[int, ...]]] = []
        for end in range(at + 1, min(at + _WORDS_A_NAME, len(words)) + 1):
            kind = kind_of("".join(word.text for word in words[at:end]))
            cost = (0 if kind else _UNKNOWN) + _JOINED * (end - at - 1) + _TWICE * bool(kind and kind == before)
            rest, ends = best(end, kind)
            found.append((cost + rest, (end, *ends)))
        return min(found)

    _, ends = best(0, "")
    spans = [Span(words[a].span.start, words[b - 1].span.end) for a, b in zip((0, *ends), ends, strict=False)]
    return tuple(Cell(tidy(text, span).text, span) for span in spans)


def _end(words: Sequence[Cell], at: int) -> int:
    """Where the table's words end: at what closes a table (来源：)."""
    form = _closing()
    return next((i for i in range(at, len(words)) if form.match(words[i].text)), len(words))


@functools.cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(column_names().table_ends)})[一二三四五六七八九十\d]{{0,2}}[:：]")


def _rows(text: str, body: Sequence[Cell], header: Header) -> list[Row]:
    if whole := _whole_cells(body, header):
        return whole
    reader = RunningRows(text, header.kinds, body)
    rows: list[Row] = []
    at, expected = 0, 1
    while at < len(body):
        nexts = [i for i in range(at + 1, len(body)) if body[i].text == str(expected + 1)][:_CANDIDATES]
        costs = [(reader.cost(at, next_row), next_row) for next_row in nexts or [len(body)]]
        _, end = min(costs)
        rows += reader.rows(at, end)
        at, expected = end, expected + 1
    return rows


def _whole_cells(body: Sequence[Cell], header: Header) -> list[Row]:
    """The rows of a table in which each word is a cell: every row has as many as there are columns. Else nothing."""
    width = len(header.columns)
    rows: list[Row] = []
    for at in range(0, len(body), width):
        cells = body[at : at + width]
        row = full_row(cells, header.kinds, None) if len(cells) == width else None
        if row is None or cells[0].text != str(len(rows) + 1):
            return []
        rows.append(row)
    return rows


def _stretches(text: str, spans: Sequence[Span]) -> list[Span]:
    """Unsure words that follow each other are one stretch."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined
