"""Tables as web pages and Markdown leave them: cells parted by `|`, rows told by their running number.

Converters put each cell on a line of its own, or a row on a line, with or without a `|` at the ends; only the header
beginning with 序号 and the numbers 1, 2, 3 … below it are reliable. A table in which a numbered row has more cells than
the header is left as text: its merged cells cannot be told apart.
"""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.grid import Cell, Grid, padded
from corpus.records import Span
from corpus.tidy import tidy, trim

_HEADER = re.compile(r"(?:^|\n)[ \t\u3000]*(\|?)[ \t\u3000]*(?=(?:序号|编号)\s*\|)")
_BLOCK_END = re.compile(r"\n[ \u3000\r]*\n(?![^\n]*\|)")
"""A blank line and then a line without a bar: the table is over."""
_BAR = re.compile(r"\|")
_DASHES = re.compile(r":?-{2,}:?")
_NEXT_ROW = re.compile(r"\n\s*(?=\d{1,3}\s*\|)")
_LEAST_WIDTH = 2


def read_pipe_grids(text: str) -> tuple[Grid, ...]:
    """All bar-parted tables of a source text with a header that begins with 序号, in order."""
    grids: list[Grid] = []
    starts = [match.start(1) for match in _HEADER.finditer(text)]
    for start, limit in pairwise([*starts, len(text)]):
        over = _BLOCK_END.search(text, start, limit)
        grid = _grid(text, Span(start, over.start() if over else limit))
        if grid is not None:
            grids.append(grid)
    return tuple(grids)


def _grid(text: str, block: Span) -> Grid | None:
    cells = [cell for cell in _cells(text, block) if not _DASHES.fullmatch(cell.text)]
    firsts: list[int] = []
    for i, cell in enumerate(cells):
        if cell.text == str(len(firsts) + 1):
            firsts.append(i)
    if not firsts:
        return None
    header = _without_blank_end(cells[0 if cells[0].text else 1 : firsts[0]])
    rows = [_without_blank_end(cells[start:end]) for start, end in pairwise([*firsts, len(cells)])]
    width = len(header)
    if width < _LEAST_WIDTH or any(len(row) > width for row in rows):
        return None
    span = trim(text, block)
    lines = [Span(match.start(), match.end()) for match in _BAR.finditer(text, span.start, span.end)]
    lines += [cell.span for cell in _cells(text, block) if _DASHES.fullmatch(cell.text)]
    return Grid(tuple(header), tuple(padded(row, width) for row in rows), span, tuple(lines))


def _cells(text: str, block: Span) -> list[Cell]:
    """The block cut at its bars, and at line breaks before a row's number."""
    cuts = [(match.start(), match.end()) for match in _BAR.finditer(text, block.start, block.end)]
    cuts += [(match.start(), match.end()) for match in _NEXT_ROW.finditer(text, block.start, block.end)]
    cuts = [(block.start, block.start), *sorted(cuts), (block.end, block.end)]
    cells: list[Cell] = []
    for (_, start), (end, _) in pairwise(cuts):
        if start <= end:
            span = trim(text, Span(start, end))
            cells.append(Cell(tidy(text, span).text, span))
    return cells


def _without_blank_end(cells: list[Cell]) -> list[Cell]:
    end = len(cells)
    while end and not cells[end - 1].text:
        end -= 1
    return cells[:end]
