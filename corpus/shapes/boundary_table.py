"""Matters shared between departments as a table: 相关职责 / 相关部门 / 职责分工 / 相关依据 / 案例."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.grid import Cell, Grid
from corpus.records import Boundary, BoundaryShare, Passage, Span
from corpus.shapes.columns import NOTE, NUMBER, match_columns, set_aside_cells, table_title
from corpus.shapes.reading import Reading

_COLUMNS = {
    "number": NUMBER,
    "share": re.compile(r"(?:部门)?职责(?:分工|边界|划分)|(?:具体)?分工|职责内容"),
    "department": re.compile(r"(?:相关|涉及|责任|有关)?(?:部门|单位)(?:名称)?"),
    "basis": re.compile(r"(?:相关|法律|主要|分工)?依据"),
    "case": re.compile(r"(?:具体|相关|典型)?(?:案例|实例|举例)"),
    "matter": re.compile(r"(?:相关|交叉|边界|管理|涉及|职责)*(?:职责|事项)(?:名称)?"),
    "note": NOTE,
}


@dataclass(slots=True)
class _Matter:
    """A matter being read over several rows."""

    number: str
    name: Cell
    shares: list[BoundaryShare] = field(default_factory=list[BoundaryShare])
    basis: list[Passage] = field(default_factory=list[Passage])
    case: list[Passage] = field(default_factory=list[Passage])


def read_boundaries(text: str, grid: Grid) -> Reading | None:
    """Shared matters of a boundary table. None for a table without matter, department and share columns."""
    columns = match_columns(grid.header, _COLUMNS)
    if not {"matter", "department", "share"} <= columns.keys():
        return None
    matters: list[_Matter] = []
    again: list[tuple[Span, str]] = []
    for row in grid.rows:
        cells = {name: row[at] for name, at in columns.items()}
        name = cells["matter"]
        number = cells["number"].text if "number" in cells else ""
        repeated = bool(matters) and (name.text, number) == (matters[-1].name.text, matters[-1].number)
        if not matters or (name.text and not name.carried and not repeated):
            matters.append(_Matter(number, name))
        elif repeated and not name.carried:
            again.append((name.span, "重复的单元格"))
        _take(matters[-1], cells)
    title = table_title(text, grid)
    boundaries = tuple(_boundary(i, matter, title) for i, matter in enumerate(matters))
    return Reading(boundaries=boundaries, set_aside=(*set_aside_cells(grid, columns), *again))


def _take(matter: _Matter, cells: dict[str, Cell]) -> None:
    department, share = cells["department"], cells["share"]
    if (department.text and not department.carried) or (share.text and not share.carried):
        matter.shares.append(
            BoundaryShare(department=department.text, department_span=department.span, text=share.text, span=share.span)
        )
    for name, passages in (("basis", matter.basis), ("case", matter.case)):
        cell = cells.get(name)
        if cell and cell.text and not cell.carried:
            passages.append(Passage(text=cell.text, span=cell.span))


def _boundary(index: int, matter: _Matter, title: str) -> Boundary:
    return Boundary(
        index=index,
        number=matter.number,
        matter=matter.name.text,
        span=matter.name.span,
        shares=tuple(matter.shares),
        basis=tuple(matter.basis),
        case=tuple(matter.case),
        path=tuple(part for part in (title, matter.name.text) if part),
    )
