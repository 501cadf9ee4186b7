"""Tables from ruled lines: which rows and columns each cell covers, and where a page break left a cell open."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from corpus.files.pdf.document import cells_of, merged_rules
from corpus.files.pdf.page import Box, Rule, around

_NEAR = 4.0
"""Points: lines closer than this are one."""
_LEAST_LENGTH = 6.0
_LEAST_HEIGHT = 9.0
"""Points: a row holds a line of words; what is lower is left over between frames."""


@dataclass(frozen=True, slots=True)
class LatticeCell:
    """A cell with its place in the table."""

    box: Box
    row: int
    column: int
    rows: int
    columns: int


@dataclass(slots=True)
class Lattice:
    """A ruled table on one page."""

    box: Box
    columns: list[float]
    """The upright lines, from left to right."""
    cells: list[LatticeCell]
    open_above: frozenset[int] = field(default_factory=frozenset[int])
    """Columns whose first cell no line closes at the top: it goes on from the page before."""
    open_below: frozenset[int] = field(default_factory=frozenset[int])
    by_place: bool = False
    """No upright line, or no level one, was drawn: places of words stand for them."""

    @property
    def rows(self) -> int:
        """Number of rows."""
        return max((cell.row + cell.rows for cell in self.cells), default=0)


def lattices(rules: tuple[Rule, ...]) -> list[Lattice]:
    """The tables of a page, from top to bottom; fewer than two columns are a frame and no table."""
    drawn = [r for r in merged_rules(rules) if max(r.box.right - r.box.left, r.box.bottom - r.box.top) >= _LEAST_LENGTH]
    found: list[Lattice] = []
    for group in _connected(drawn):
        for boxes in cells_of([*group, *_closing(group)]):
            lattice = _lattice(boxes, [rule for rule in group if not rule.upright])
            if len(lattice.columns) > 2:
                found.append(lattice)
    return sorted(found, key=lambda lattice: lattice.box.top)


def _connected(rules: list[Rule]) -> list[list[Rule]]:
    """Lines that touch, directly or through others."""
    groups: list[list[Rule]] = []
    for rule in rules:
        touched = [group for group in groups if any(_touch(rule.box, other.box) for other in group)]
        merged = [rule, *(r for group in touched for r in group)]
        groups = [group for group in groups if not any(group is t for t in touched)] + [merged]
    return groups


def _touch(a: Box, b: Box) -> bool:
    return (
        a.left <= b.right + _NEAR
        and b.left <= a.right + _NEAR
        and a.top <= b.bottom + _NEAR
        and b.top <= a.bottom + _NEAR
    )


def _closing(group: list[Rule]) -> list[Rule]:
    """Lines at the upper and lower end of the upright ones: a page break leaves cells open there."""
    upright = [rule.box for rule in group if rule.upright]
    if len(upright) < 2:
        return []
    frame = around(upright)
    ends: list[Rule] = []
    for at in (frame.top, frame.bottom):
        reached = [box for box in upright if box.top - _NEAR <= at <= box.bottom + _NEAR]
        ends.append(Rule(Box(min(b.left for b in reached), at, max(b.right for b in reached), at)))
    return ends


def _lattice(boxes: list[Box], level: list[Rule]) -> Lattice:
    columns = _lines([x for box in boxes for x in (box.left, box.right)])
    rows = _lines([y for box in boxes for y in (box.top, box.bottom)], _LEAST_HEIGHT)
    cells: list[LatticeCell] = []
    for box in boxes:
        row, column = _index(rows, box.top), _index(columns, box.left)
        down, across = _index(rows, box.bottom) - row, _index(columns, box.right) - column
        if down > 0 and across > 0:
            cells.append(LatticeCell(box, row, column, down, across))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    frame = around(boxes)
    return Lattice(
        frame, columns, cells, _open_columns(columns, level, frame.top), _open_columns(columns, level, frame.bottom)
    )


def _open_columns(columns: list[float], level: list[Rule], at: float) -> frozenset[int]:
    there = [rule.box for rule in level if abs(rule.box.top - at) <= _NEAR]
    middles = [(left + right) / 2 for left, right in pairwise(columns)]
    return frozenset(i for i, x in enumerate(middles) if not any(box.left <= x <= box.right for box in there))


def _lines(values: list[float], near: float = _NEAR) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > near:
            found.append(value)
    return found


def _index(lines: list[float], value: float) -> int:
    return min(range(len(lines)), key=lambda i: abs(lines[i] - value))
