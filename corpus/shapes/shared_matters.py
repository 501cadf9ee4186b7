"""Division of labour in many matters (事项 | 牵头部门 | 配合部门 | 职责分工): one matter a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.grid import Cell, Grid
from corpus.records import Boundary, BoundaryShare, Span
from corpus.shapes.reading import Reading
from corpus.shapes.table_view import TableView
from corpus.tables.cells import is_organ
from corpus.tables.column_names import column_names
from corpus.tidy import tidy

_MATTERS = ("matter", "field", "duty")
_PARTIES = ("initiator", "cooperators")
_SAID = re.compile(
    r"(?:^|(?<=[。；;]))(?P<who>[^：:。；;，,]{2,30})[：:](?P<does>[^：:]+?)(?:$|(?<=[。；;])(?=[^：:。；;，,]{2,30}[：:]))"
)


def read_shared_matters(text: str, grid: Grid) -> Reading | None:
    """A boundary for each row that names who leads and who helps. None for another table, or a list of checks."""
    view = TableView(text, grid)
    matter = next((kind for kind in _MATTERS if kind in view.columns), None)
    if matter is None or not set(_PARTIES) <= view.columns.keys() or view.says(column_names().check_words):
        return None
    found = [b for row in view.rows if (b := _boundary(view, row, matter)) is not None]
    used = frozenset((matter, *_PARTIES, *(("duty",) if matter != "duty" else ())))
    colons = [
        (Span(share.department_span.end, share.span.start), "分隔号")
        for boundary in found
        for share in boundary.shares
        if share.department_span.end < share.span.start <= share.department_span.end + 2
    ]
    return Reading(boundaries=tuple(found), set_aside=(*view.aside(used), *colons)) if found else None


def _boundary(view: TableView, row: tuple[Cell, ...], matter: str) -> Boundary | None:
    named, number = view.cell(row, matter), view.cell(row, "number")
    shares = tuple(share for kind in _PARTIES for share in _shares(view, row, kind, matter))
    if named is None or not shares:
        return None
    return Boundary(
        index=0,
        number=number.text if number else "",
        matter=named.text,
        span=named.span,
        shares=shares,
        basis=(),
        case=(),
        path=tuple(part for part in (view.title, named.text) if part),
    )


def _shares(view: TableView, row: tuple[Cell, ...], kind: str, matter: str) -> Iterator[BoundaryShare]:
    """What a cell's departments do: as the cell says after each name, else the row's duties, else the column's name."""
    cell = view.cell(row, kind)
    if cell is None:
        return
    words = tidy(view.text, cell.span)
    said = list(_SAID.finditer(words.text))
    if said:
        for match in said:
            who, does = words.source(*match.span("who")), words.source(*match.span("does"))
            yield BoundaryShare(department=match["who"], department_span=who, text=match["does"], span=does)
    elif is_organ(cell.text):
        duty = view.cell(row, "duty") if matter != "duty" else None
        told = duty or view.grid.header[view.columns[kind]]
        span = Span(told.span.start, told.span.end)
        yield BoundaryShare(department=cell.text, department_span=cell.span, text=told.text, span=span)
