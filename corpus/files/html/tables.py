"""A table of a web page as a draft; tables that only lay out the page are told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from corpus.files.draft import Draft, DraftCell
from corpus.files.element import Element
from corpus.files.html.elements import name_of
from corpus.files.limits import MOST_CELLS, FormatError
from corpus.files.parts import Run

Fill = Callable[[Element, str], list[Run | Draft]]
_MOST_SPAN = 1000
_LEAST = 2


def lays_out(table: Element) -> bool:
    """True for a table that places parts of the page side by side: said so, or of fewer than two rows or columns.

    Also one that holds further tables and marks no header: its cells are areas of the page.
    """
    if (table.get("role") or "") in ("presentation", "none"):
        return True
    rows = [row for _, row in _rows(table)]
    cells = [cell for row in rows for cell in _cells(row)]
    if not cells or any(name_of(cell) == "th" for cell in cells):
        return not cells
    if len(rows) < _LEAST or all(len(list(_cells(row))) < _LEAST for row in rows):
        return True
    holding = sum(1 for cell in cells if cell.find(".//table") is not None)
    return holding * 2 >= len([row for row in rows if list(_cells(row))])


def read_table(table: Element, name: str, fill: Fill) -> Draft:
    """The table with cells that span rows and columns; `name` is that of its places."""
    draft = Draft()
    taken: set[tuple[int, int]] = set()
    rows = list(_rows(table))
    for row, (section, element) in enumerate(rows):
        if section == "thead" and draft.head == row:
            draft.head = row + 1
        column = 0
        for cell in _cells(element):
            while (row, column) in taken:
                column += 1
            down = _span(cell.get("rowspan"), len(rows) - row) or len(rows) - row
            across = max(1, _span(cell.get("colspan"), _MOST_SPAN))
            draft.cells.append(DraftCell(row, column, down, across, fill(cell, f"{name}!R{row + 1}C{column + 1}")))
            taken |= {(r, c) for r in range(row, row + down) for c in range(column, column + across)}
            column += across
            if len(taken) > MOST_CELLS:
                raise FormatError(f"的表格超过 {MOST_CELLS} 格的上限；请拆分后再加入。")
    return draft


def captions(table: Element) -> list[Element]:
    """The table's own captions."""
    return [child for child in table if name_of(child) == "caption"]


def areas(table: Element) -> Iterator[Element]:
    """The cells of a table that lays out the page, in order."""
    return (cell for _, row in _rows(table) for cell in _cells(row))


def _rows(table: Element) -> Iterator[tuple[str, Element]]:
    for child in table:
        name = name_of(child)
        if name == "tr":
            yield "", child
        elif name in ("thead", "tbody", "tfoot"):
            yield from ((name, row) for row in child if name_of(row) == "tr")


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in row if name_of(cell) in ("td", "th"))


def _span(written: str | None, most: int) -> int:
    try:
        number = int(written or "1")
    except ValueError:
        return 1
    return max(0, min(number, most))
