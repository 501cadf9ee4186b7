"""Bar-parted tables in which line breaks part the rows; a cell's words may be wrapped over several lines."""

from __future__ import annotations

import re

from corpus.grid import Cell
from corpus.records import Span
from corpus.tables.header import Header, named, split_run, stacked, two_lines
from corpus.tables.reading import Found
from corpus.tables.rows import Row, blank, full_row, shared_row
from corpus.tidy import tidy, trim

_LINE = re.compile(r"[^\n]+")
_DASHES = re.compile(r"[\s|:-]*-{2,}[\s|:-]*")
_NUMBERED = re.compile(r"\s*\d{1,3}\s*\|")


def read_lines(text: str, block: Span, ends: bool) -> Found | None:
    """The table of a block; `ends` says that bars stand at both ends of a row. None where no line is a header."""
    lines = _rows(text, block, ends)
    at = next((i for i, cells in enumerate(lines) if named(cells)), None)
    if at is None:
        return None
    header, body = Header(tuple(_without_blank_end(lines[at]))), lines[at + 1 :]
    if (body and (joined := stacked(lines[at], body[0]))) or (
        body and all(cell.text for cell in body[0]) and (joined := two_lines(header.columns, body[0]))
    ):
        header, body = joined, body[1:]
    else:
        header = split_run(header.columns)
    width = len(header.columns)
    rows: list[Row] = []
    for cells in body:
        rows.append(_row(cells, header, rows[-1] if rows else None, width))
    return Found(header, rows, lines[at][0].span.start)


def _row(cells: list[Cell], header: Header, above: Row | None, width: int) -> Row:
    kept = _without_blank_end(cells)
    if len(kept) > width:
        return Row(tuple(blank(kept[0].span.start) for _ in range(width)), tuple(kept))
    padded = [*kept, *(blank(kept[-1].span.end) for _ in range(width - len(kept)))]
    row = full_row(padded, header.kinds, above)
    return row if row is not None else shared_row(kept, header.kinds, above)


def _rows(text: str, block: Span, ends: bool) -> list[list[Cell]]:
    """The cells of each row; lines that only draw are left out."""
    stretches: list[Span] = []
    width = 0
    for match in _LINE.finditer(text, block.start, block.end):
        line = Span(*match.span())
        words = match.group()
        if _DASHES.fullmatch(words) or not words.strip():
            continue
        bars = words.count("|")
        opens = (
            words.lstrip().startswith("|")
            if ends
            else bars > 0 and (not stretches or bool(_NUMBERED.match(words)) or _count(text, stretches[-1]) >= width)
        )
        if opens or not stretches:
            stretches.append(line)
            width = width or bars
        else:
            stretches[-1] = Span(stretches[-1].start, line.end)
    return [_cut(text, stretch, ends) for stretch in stretches]


def _count(text: str, stretch: Span) -> int:
    return text.count("|", stretch.start, stretch.end)


def _cut(text: str, stretch: Span, ends: bool) -> list[Cell]:
    line = trim(text, stretch)
    start = line.start + (ends and text[line.start] == "|")
    end = line.end - (ends and text[line.end - 1] == "|" and line.end > start)
    cells: list[Cell] = []
    while start <= end:
        bar = text.find("|", start, end)
        span = trim(text, Span(start, end if bar < 0 else bar))
        cells.append(Cell(tidy(text, span).text, span))
        start = end + 1 if bar < 0 else bar + 1
    return cells


def _without_blank_end(cells: list[Cell]) -> list[Cell]:
    end = len(cells)
    while end > 1 and not cells[end - 1].text:
        end -= 1
    return cells[:end]
