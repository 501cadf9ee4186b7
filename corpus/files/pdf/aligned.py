"""Tables whose columns are told apart by place alone, or whose rows are: with the missing lines they become ruled ones.

What makes a table is its header: names of columns side by side, and lines below that keep the blanks between them free.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.files.pdf.blocks import Rows, rows_of
from corpus.files.pdf.columns import Corridor, corridors, fitting
from corpus.files.pdf.document import merged_rules
from corpus.files.pdf.lattice import Lattice, lattices
from corpus.files.pdf.lines import Line, lines_of
from corpus.files.pdf.page import Box, Letter, Rule, around
from corpus.files.pdf.pieces import Header, header_at

_EDGE = 3.0
_NEAR = 4.0
_WIDE = 0.9
"""Share of the table's width from which a level line crosses all of it."""
_BORDER = 3.0
"""Points from the words of a column to its right border, where there is room."""


def aligned_tables(page: int, letters: Sequence[Letter], rules: Sequence[Rule], above: Lattice | None) -> list[Lattice]:
    """The tables among letters that stand in no ruled table; `above` is one that ended the page before."""
    lines = lines_of(page, letters)
    level = [rule for rule in merged_rules(rules) if not rule.upright]
    upright = [rule for rule in merged_rules(rules) if rule.upright]
    found: list[Lattice] = []
    start = 0
    if above is not None and above.by_place and lines and header_at(lines, 0) is None:
        table = _continued(above, lines, level)
        if table is not None:
            found.append(table)
            start = sum(1 for line in lines if line.box.top < table.box.bottom)
    while start < len(lines):
        header = header_at(lines, start)
        table = None if header is None else _table(header, lines, level, upright)
        if table is None:
            start += 1
            continue
        found.append(table)
        start = max(
            start + 1,
            next((i for i, x in enumerate(lines) if (x.box.top + x.box.bottom) / 2 > table.box.bottom), len(lines)),
        )
    return found


def _table(header: Header, lines: Sequence[Line], level: Sequence[Rule], upright: Sequence[Rule]) -> Lattice | None:
    boxes = [name.box for name in header.names]
    frame = around(boxes)
    free = corridors(boxes)
    if not all(corridor.free for corridor in free):
        return None
    end = _end(level, header, lines)
    below = lines[header.last + 1 :]
    free, body = fitting(free, below, end)
    if not body:
        return None
    near = [rule for rule in level if rule.box.top <= body[-1].box.bottom + _NEAR]
    drawn = _drawn(free, [*upright, *near], frame)
    head = lines[header.last].box.bottom
    return _lattice(free, lines_between(lines, frame.top, head), body, level, drawn)


def _continued(above: Lattice, lines: Sequence[Line], level: Sequence[Rule]) -> Lattice | None:
    """The rest of a table at the top of the next page, in the same columns."""
    free = [Corridor(((x - _EDGE, x + _EDGE),)) for x in above.columns[1:-1]]
    if lines[0].box.left < above.columns[0] - 2 * _EDGE or lines[0].box.right > above.columns[-1] + 2 * _EDGE:
        return None
    _, body = fitting(free, lines, float("inf"))
    body = [
        x for x in body if above.columns[0] - 2 * _EDGE <= x.box.left and x.box.right <= above.columns[-1] + 2 * _EDGE
    ]
    columns = _by_column(above.columns, body)
    if sum(1 for column in columns if column) < 2:
        return None
    return _built(above.columns, [], body, level)


def lines_between(lines: Sequence[Line], top: float, bottom: float) -> list[Line]:
    """The lines that stand there."""
    return [line for line in lines if top - 0.1 <= line.box.top and line.box.bottom <= bottom + 0.1]


def _drawn(free: Sequence[Corridor], rules: Sequence[Rule], frame: Box) -> list[float | None]:
    """For each corridor where a drawn line runs or ends in it, where one does: there is the border."""
    upright = [r.box.left for r in rules if r.upright and r.box.top <= frame.bottom and r.box.bottom >= frame.top]
    level = [x for r in rules if not r.upright and r.box.top >= frame.bottom for x in (r.box.left, r.box.right)]
    return [
        next((x for x in (*upright, *level) if any(left <= x <= right for left, right in corridor.free)), None)
        for corridor in free
    ]


def _end(level: Sequence[Rule], header: Header, lines: Sequence[Line]) -> float:
    """The last level line of those that begin where the first one at the header does; without any, the page's end."""
    left, right = header.names[0].box.left, header.names[-1].box.right
    own = sorted(
        rule.box.top
        for rule in level
        if rule.box.left <= left + _NEAR and rule.box.right >= right - _NEAR and rule.box.top >= header.top - 20
    )
    if not own:
        return float("inf")
    below = [top for top in own if top > header.bottom]
    return max(below) if len(below) > 1 or (own[0] < header.bottom and below) else float("inf")


def _lattice(
    free: Sequence[Corridor],
    head: Sequence[Line],
    body: Sequence[Line],
    level: Sequence[Rule],
    drawn: Sequence[float | None],
) -> Lattice | None:
    letters = [letter for line in (*head, *body) for letter in line.letters if letter.text.strip()]
    left = min(letter.box.left for letter in letters) - _EDGE
    right = max(letter.box.right for letter in letters) + _EDGE
    borders: list[float] = []
    for corridor, line in zip(free, drawn, strict=True):
        start, end = corridor.widest
        borders.append(line if line is not None else min(start + _BORDER, (start + end) / 2))
    return _built([left, *borders, right], head, body, level)


def _built(columns: list[float], head: Sequence[Line], body: Sequence[Line], level: Sequence[Rule]) -> Lattice | None:
    """The lattice of real level lines and those that stand for what is not drawn; None where rows stay unclear."""
    top = min(line.box.top for line in (*head, *body)) - 1.0
    bottom = max(line.box.bottom for line in body) + 1.0
    start = (max(line.box.bottom for line in head) + min(line.box.top for line in body)) / 2 if head else top
    width = columns[-1] - columns[0]
    within = [
        r
        for r in level
        if start + 2 < r.box.top < bottom - 2
        and r.box.right - r.box.left > _NEAR
        and r.box.left < columns[-1]
        and r.box.right > columns[0]
    ]
    full = sorted(
        r.box.top for r in within if min(r.box.right, columns[-1]) - max(r.box.left, columns[0]) >= _WIDE * width
    )
    partial = [r for r in within if r.box.top not in full]
    made = [Rule(Box(x, top, x, bottom)) for x in columns]
    made += [Rule(Box(columns[0], y, columns[-1], y)) for y in dict.fromkeys((top, start, bottom, *full))]
    for r in partial:
        made.append(Rule(Box(_snapped(r.box.left, columns), r.box.top, _snapped(r.box.right, columns), r.box.top)))
    for y0, y1 in pairwise([start, *full, bottom]):
        if any(y0 < r.box.top < y1 for r in partial):
            continue
        inside = [line for line in body if y0 <= (line.box.top + line.box.bottom) / 2 <= y1]
        parted = _by_column(columns, inside)
        if full and len(parted[0]) < 2:
            continue
        rows = rows_of(parted)
        if rows is None:
            if inside:
                return None
            continue
        made += _levels(rows, columns)
    found = [x for x in lattices(tuple(made)) if len(x.columns) == len(columns)]
    return _tightened(found[0], (*head, *body)) if len(found) == 1 else None


def _levels(rows: Rows, columns: Sequence[float]) -> list[Rule]:
    return [
        Rule(Box(left, y, right, y))
        for i, y in enumerate(rows.borders)
        for c, (left, right) in enumerate(pairwise(columns))
        if (i, c) not in rows.open
    ]


def _snapped(x: float, columns: Sequence[float]) -> float:
    near = min(columns, key=lambda column: abs(column - x))
    return near if abs(near - x) <= 12 else x


def _by_column(columns: Sequence[float], lines: Sequence[Line]) -> list[list[Line]]:
    letters = [letter for line in lines for letter in line.letters if letter.text.strip()]
    page = lines[0].page if lines else 0
    return [
        lines_of(page, [x for x in letters if left <= (x.box.left + x.box.right) / 2 <= right])
        for left, right in pairwise(columns)
    ]


def _tightened(lattice: Lattice, lines: Sequence[Line]) -> Lattice:
    """With cells as wide as the words of their columns: where a line is full is seen from them, not from the borders."""
    letters = [letter for line in lines for letter in line.letters if letter.text.strip()]
    extents: list[tuple[float, float]] = []
    for left, right in pairwise(lattice.columns):
        own = [x.box for x in letters if left <= (x.box.left + x.box.right) / 2 <= right]
        extents.append(
            (min((b.left for b in own), default=left) - 0.5, max((b.right for b in own), default=right) + 0.5)
        )
    lattice.cells = [
        replace(
            cell,
            box=Box(extents[cell.column][0], cell.box.top, extents[cell.column + cell.columns - 1][1], cell.box.bottom),
        )
        for cell in lattice.cells
    ]
    lattice.by_place = True
    return lattice
