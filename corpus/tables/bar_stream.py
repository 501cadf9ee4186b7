"""Bar-parted tables in which a bar ends each cell: rows are told by counting cells.

Converters that drop merged and empty cells fill such a row up with blank cells at its end, so that every row counts the
same; where they drop nothing, a blank cell stands in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.grid import Cell
from corpus.tables.cells import is_number, misfit, numbers_row
from corpus.tables.column_names import holds, kind_of
from corpus.tables.header import Header, named, split_run, stacked, two_lines
from corpus.tables.reading import Found
from corpus.tables.rows import Row, blank, full_row, only_remarks, shared_row


@dataclass(frozen=True, slots=True)
class _Top:
    """A header, the number of cells it takes up, and the number of cells of every row."""

    header: Header
    used: int
    width: int


def read_stream(cells: Sequence[Cell]) -> Found | None:
    """The table of a run of cells, each of which a bar ends. None where it has no header or no whole row."""
    start = next((i for i, cell in enumerate(cells) if kind_of(cell.text) == "number"), None)
    if start is None:
        start = next((i for i in range(len(cells) - 1) if kind_of(cells[i].text) and named(cells[i : i + 2])), None)
    top = None if start is None else _top(cells[start:])
    if top is None or start is None:
        return None
    kinds = top.header.kinds
    raw = _counted(cells[start + top.used :], top.width, kinds) or _numbered(cells[start + top.used :], kinds)
    rows: list[Row] = []
    drops = (bool(top.header.groups) and top.width == len(kinds)) or _drops(raw, kinds)
    for row in raw:
        rows.append(_row(row, kinds, rows[-1] if rows else None, drops))
    return Found(top.header, rows, cells[start].span.start) if rows else None


def _top(cells: Sequence[Cell]) -> _Top | None:
    """The header at the start of the cells: up to the number 1, or as far as known names go."""
    used = 0
    if kind_of(cells[0].text) == "number":
        used = next((i for i, cell in enumerate(cells) if cell.text == "1"), 0)
    if not used:
        used = next((i for i, cell in enumerate(cells) if cell.text and not kind_of(cell.text)), len(cells))
    if used and not used % 2 and (header := stacked(cells[: used // 2], cells[used // 2 : used])):
        return _Top(header, used, used // 2)
    lines = _padded_lines(cells[:used])
    names = lines[0]
    if not named(names) or len(lines) > 2:
        return None
    width = used // len(lines)
    if len(lines) == 2:
        header = two_lines(names, lines[1])
        return _Top(header, used, width) if header and used == 2 * width and len(header.columns) <= width else None
    header = split_run(names)
    return _Top(header, used, used if len(names) < used else len(header.columns))


def _padded_lines(cells: Sequence[Cell]) -> list[list[Cell]]:
    """The names of each line of a header: a line that is shorter than the table ends in blank cells."""
    lines: list[list[Cell]] = [[]]
    for before, cell in pairwise([None, *cells]):
        if before is not None and not before.text and cell is not None and cell.text:
            lines.append([])
        if cell is not None and cell.text:
            lines[-1].append(cell)
    return lines


def _counted(cells: Sequence[Cell], width: int, kinds: Sequence[str]) -> list[list[Cell]]:
    """Rows of so many cells each; none where that puts something else than numbers under the numbers.

    The last row may break off: documents are cut short.
    """
    rows = [list(cells[i : i + width]) for i in range(0, len(cells), width)]
    if "number" not in kinds:
        # Nothing but the count tells rows apart: a column whose name was taken for a cell would shift them all.
        return rows if rows and len(rows[-1]) == width else []
    expected = 1
    for row in rows:
        number = row[kinds.index("number")].text if len(row) > kinds.index("number") else ""
        if is_number(number) and number == str(expected):
            expected += 1
        elif is_number(number) and number == str(expected - 1) and len(row) == width:
            continue  # A merged number that the converter repeated.
        elif numbers_row(number) and not is_number(number):
            continue  # Codes need not run on.
        elif is_number(number) or (len(row) == width and row[-1].text and number):
            return []
        if any(cell.text == str(expected) and row[-1].text for cell in row[1:]) and len(row) == width:
            return []
    return rows


def _numbered(cells: Sequence[Cell], kinds: Sequence[str]) -> list[list[Cell]]:
    """Rows told by their running numbers."""
    if kinds[0] != "number":
        return []
    firsts: list[int] = []
    for i, cell in enumerate(cells):
        if cell.text == str(len(firsts) + 1):
            firsts.append(i)
    return [list(cells[a:b]) for a, b in pairwise([*firsts, len(cells)])]


def _drops(rows: Sequence[Sequence[Cell]], kinds: Sequence[str]) -> bool:
    """Whether the converter dropped merged cells: a row begins with something else than its number or a blank."""
    return kinds[0] == "number" and any(row[0].text and not numbers_row(row[0].text) for row in rows)


def _row(cells: list[Cell], kinds: Sequence[str], above: Row | None, drops: bool) -> Row:
    end = len(cells)
    while end > 1 and not cells[end - 1].text:
        end -= 1
    kept, width = cells[:end], len(kinds)
    if len(kept) > width:
        return Row(tuple(blank(kept[0].span.start) for _ in range(width)), tuple(kept))
    padded = [*kept, *(blank(kept[-1].span.end) for _ in range(width - len(kept)))]
    odd = len(kept) < width and any(misfit(holds(kind), cell.text) for kind, cell in zip(kinds, padded, strict=True))
    whole = numbers_row(kept[0].text) and only_remarks(kinds[len(kept) :])
    keeps = (not drops and not odd) or len(kept) == width or whole
    if keeps and (row := full_row(padded, kinds, above)):
        return row
    return shared_row(kept, kinds, above)
