"""A Word table as a draft: spans of columns and rows, rows deleted in revision left out, nested tables kept nested."""

from __future__ import annotations

from collections.abc import Callable

from corpus.files.docx.names import local, switched_on, value, w, whole
from corpus.files.draft import Draft, DraftCell
from corpus.files.element import Element
from corpus.files.limits import MOST_CELLS, FormatError
from corpus.files.parts import Run

Fill = Callable[[Element, str], list[Run | Draft]]
"""Reads the content of a cell, given the name of its place."""


def read_table(table: Element, name: str, fill: Fill) -> Draft:
    """The table; `name` is that of its places (`表2`)."""
    draft = Draft()
    open_cells: dict[int, DraftCell] = {}
    for row, element in enumerate(_rows(table)):
        properties = element.find(w("trPr"))
        if row == draft.head and properties is not None and switched_on(properties.find(w("tblHeader"))):
            draft.head = row + 1
        column = 0 if properties is None else whole(properties.find(w("gridBefore")))
        reached: dict[int, DraftCell] = {}
        for cell in _cells(element):
            column += _place_cell(draft, cell, (row, column), open_cells, reached, name, fill)
        open_cells = reached
        if len(draft.cells) > MOST_CELLS:
            raise FormatError(f"的表格超过 {MOST_CELLS} 格的上限；请拆分后再加入。")
    return draft


def _place_cell(
    draft: Draft,
    element: Element,
    at: tuple[int, int],
    open_cells: dict[int, DraftCell],
    reached: dict[int, DraftCell],
    name: str,
    fill: Fill,
) -> int:
    """Put a cell where it belongs, or make the cell above taller; how many columns it takes."""
    row, column = at
    properties = element.find(w("tcPr"))
    width = max(1, 1 if properties is None else whole(properties.find(w("gridSpan")), 1))
    down = None if properties is None else properties.find(w("vMerge"))
    aside = None if properties is None else properties.find(w("hMerge"))
    if aside is not None and value(aside) != "restart" and draft.cells and draft.cells[-1].row == row:
        draft.cells[-1].columns += width
        return width
    content = fill(element, f"{name}!R{row + 1}C{column + 1}")
    above = open_cells.get(column)
    if down is not None and value(down) != "restart" and above is not None and above.columns == width:
        above.rows = row - above.row + 1
        above.content += [*([Run("\n")] if above.content and content else []), *content]
        reached[column] = above
        return width
    cell = DraftCell(row, column, 1, width, content)
    draft.cells.append(cell)
    if down is not None:
        reached[column] = cell
    return width


def _rows(table: Element) -> list[Element]:
    found: list[Element] = []
    for child in table:
        match local(child):
            case "tr":
                if child.find(f"{w('trPr')}/{w('del')}") is None:
                    found.append(child)
            case "sdt" | "sdtContent" | "customXml" | "ins":
                found += _rows(child)
            case _:
                pass
    return found


def _cells(row: Element) -> list[Element]:
    found: list[Element] = []
    for child in row:
        match local(child):
            case "tc":
                found.append(child)
            case "sdt" | "sdtContent" | "customXml" | "ins":
                found += _cells(child)
            case _:
                pass
    return found
