"""Division of labour in one matter (部门 | 事权清单): what each department does in what the table's title names."""

from __future__ import annotations

from corpus.grid import Grid
from corpus.records import Boundary, BoundaryShare, Passage
from corpus.shapes.reading import Reading
from corpus.shapes.table_view import TableView
from corpus.tables.cells import is_organ, is_section

_DEPARTMENT = ("department", "initiator")
_SHARE = ("duty", "content")
_OTHERS = frozenset(("matter", "field", "violation", "section", "class"))


def read_division(text: str, grid: Grid) -> Reading | None:
    """One boundary whose shares are the rows. None for a table with other columns, or of a bureau's own sections.

    The matter is the table's title; a table without one is named by the column that divides (事权清单).
    """
    view = TableView(text, grid)
    department = next((kind for kind in _DEPARTMENT if kind in view.columns), None)
    share = next((kind for kind in _SHARE if kind in view.columns), None)
    if department is None or share is None or _OTHERS & view.columns.keys():
        return None
    shares: list[BoundaryShare] = []
    for row in view.rows:
        name, body = row[view.columns[department]], row[view.columns[share]]
        if name.text and body.text:
            shares.append(
                BoundaryShare(department=name.text, department_span=name.span, text=body.text, span=body.span)
            )
    if not shares or not _departments([share.department for share in shares]):
        return None
    basis = tuple(
        Passage(text=cell.text, span=cell.span)
        for row in view.rows
        if (cell := view.cell(row, "basis")) and not cell.carried
    )
    column = grid.header[view.columns[share]]
    boundary = Boundary(
        index=0,
        number="",
        matter=view.title or column.text,
        span=view.title_span if view.title else column.span,
        shares=tuple(shares),
        basis=basis,
        case=(),
        path=tuple(part for part in (view.title,) if part),
    )
    return Reading(boundaries=(boundary,), set_aside=view.aside(frozenset((department, share, "basis"))))


def _departments(names: list[str]) -> bool:
    """Whether these are departments side by side, and not the sections of one."""
    own = sum(is_section(name) and not is_organ(name) for name in names)
    own += sum(name.endswith(("科", "股", "室")) for name in names)
    return own * 2 < len(names)
