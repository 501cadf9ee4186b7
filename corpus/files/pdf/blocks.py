"""Rows of a table that no line parts: from the blocks of lines in its columns, aligned at the top or in the middle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.files.pdf.lines import Line
from corpus.files.pdf.page import Box, around

_WIDER = 1.25
"""Times the distance of lines in one cell: a wider one parts cells."""
_USUAL = 1.5
"""Heights of a letter that lines of one cell are apart at most."""
_SAME = 0.45
"""Heights of a letter by which places that are meant to be the same differ at most."""
_UNEVEN = 0.12
"""Of the distance of lines: what distances that are multiples of it stray at most."""
_LONELY = 0.3
"""Share of rows."""
_FULL = 1.6
_SENTENCE_ENDS = re.compile(r"[。；;！？]$")
_NUMBER = re.compile(r"\d{1,4}[.、]?|[一二三四五六七八九十]{1,3}")


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table's body."""

    borders: tuple[float, ...]
    """Between them, from top to bottom."""
    open: frozenset[tuple[int, int]]
    """(border, column) where a cell reaches over the border."""


def rows_of(columns: Sequence[Sequence[Line]]) -> Rows | None:
    """The rows of a body given as lines by column, from the left; None where they cannot be told apart."""
    lines = [line for column in columns for line in column]
    if not lines:
        return None
    size = sorted(line.size for line in lines)[len(lines) // 2]
    steps = sorted(b.box.top - a.box.top for column in columns for a, b in pairwise(column))
    often = steps[len(steps) // 5] if steps else _USUAL * size
    found = _rows(columns, min(often, _USUAL * size), size)
    if often > _USUAL * size and _lonely(found, columns):
        return _rows(columns, often, size)  # lines of one cell stand further apart than most people set them
    return found


def _rows(columns: Sequence[Sequence[Line]], usual: float, size: float) -> Rows | None:
    blocks = [_parted(column, usual) for column in columns]
    if _even(columns, usual):
        tight = _tight(columns, size)
        if tight is None:
            return None
        blocks = tight
    tops = _places([b.top for column in blocks for b in column], size)
    middles = _places([(b.top + b.bottom) / 2 for column in blocks for b in column], size)
    by_tops = len(tops) < len(middles) or (len(tops) == len(middles) and _leads(blocks, tops[0], size))
    return _from_tops(blocks, tops, size) if by_tops else _from_middles(blocks, size)


def _lonely(rows: Rows | None, columns: Sequence[Sequence[Line]]) -> bool:
    """Whether many rows have words in one column alone: they are lines of one cell."""
    if rows is None:
        return True
    edges = [float("-inf"), *rows.borders, float("inf")]
    filled = [
        sum(any(low <= line.box.top < high for line in column) for column in columns) for low, high in pairwise(edges)
    ]
    return sum(1 for count in filled if count < 2) > _LONELY * len(filled)


def _leads(blocks: Sequence[Sequence[Box]], top: float, size: float) -> bool:
    """Whether the columns left of the one with most blocks begin with the first row, as those of a list from the top do."""
    most = max(len(column) for column in blocks)
    first = next(i for i, column in enumerate(blocks) if len(column) == most)
    return all(not column or column[0].top - top <= _SAME * size for column in blocks[: first + 1])


def _even(columns: Sequence[Sequence[Line]], usual: float) -> bool:
    """Whether all lines stand at even distances: no blank parts one row from the next."""
    steps = [(b.box.top - a.box.top) / usual for column in columns for a, b in pairwise(column)]
    return any(step < _WIDER for step in steps) and all(abs(step - round(step)) < _UNEVEN for step in steps)


def _parted(column: Sequence[Line], usual: float) -> list[Box]:
    found: list[list[Line]] = []
    for line in column:
        if found and line.box.top - found[-1][-1].box.top <= _WIDER * usual:
            found[-1].append(line)
        else:
            found.append([line])
    return [around([line.box for line in block]) for block in found]


def _tight(columns: Sequence[Sequence[Line]], size: float) -> list[list[Box]] | None:
    """Blocks where rows are no further apart than lines: a row begins at a number, or where two columns begin anew.

    None where one column alone begins anew: nobody can tell a row from a paragraph.
    """
    begun: list[float] = []
    numbers: list[float] = []
    for i, column in enumerate(columns):
        right = max((line.box.right for line in column), default=0.0)
        for j, line in enumerate(column):
            above = column[j - 1] if j else None
            if above is None or _ended(above, line, right, size):
                begun.append(line.box.top)
            if i == 0 and _NUMBER.fullmatch(line.text):
                numbers.append(line.box.top)

    def near(place: float, values: Sequence[float]) -> int:
        return sum(abs(place - value) <= _SAME * size for value in values)

    places = _places(begun, size)
    starts = [place for place in places if near(place, numbers) or near(place, begun) > 1]
    return [_cut(column, starts, size) for column in columns] if len(starts) == len(places) else None


def _ended(above: Line, line: Line, right: float, size: float) -> bool:
    """Whether a cell ended with the line above: far from it, short of the column's width, or at the end of a sentence."""
    far = line.box.top - above.box.top > _WIDER * _USUAL * size
    return far or above.box.right < right - _FULL * size or bool(_SENTENCE_ENDS.search(above.text))


def _cut(column: Sequence[Line], starts: Sequence[float], size: float) -> list[Box]:
    found: list[list[Line]] = []
    for line in column:
        if not found or any(abs(line.box.top - start) <= _SAME * size for start in starts):
            found.append([])
        found[-1].append(line)
    return [around([line.box for line in block]) for block in found]


def _places(values: Sequence[float], size: float) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SAME * size:
            found.append(value)
    return found


def _from_tops(blocks: Sequence[Sequence[Box]], tops: Sequence[float], size: float) -> Rows:
    """A row begins wherever a block does; a block that reaches below the next row's beginning covers both."""
    borders: list[float] = []
    opened: set[tuple[int, int]] = set()
    for i, top in enumerate(tops[1:]):
        over = [b.bottom for column in blocks for b in column if tops[i] - _SAME * size <= b.top < top - _SAME * size]
        ends = [bottom for bottom in over if bottom <= top + _SAME * size / 2]
        borders.append(min(top - 0.1, (max(ends) + top) / 2) if ends else top - 0.1)
        for c, column in enumerate(blocks):
            if any(b.top < top - _SAME * size and b.bottom > top + _SAME * size for b in column):
                opened.add((i, c))
    return Rows(tuple(borders), frozenset(opened))


def _from_middles(blocks: Sequence[Sequence[Box]], size: float) -> Rows | None:
    """The column with most blocks has one for each row; blocks of others stand beside the middle of what they cover."""
    most = max(len(column) for column in blocks)
    extents = _extents(blocks, most, size)
    if extents is None:
        return None
    borders = [(a.bottom + b.top) / 2 for a, b in pairwise(extents)]
    opened: set[tuple[int, int]] = set()
    first = next(i for i, column in enumerate(blocks) if len(column) == most)
    for c, column in enumerate(blocks):
        if len(column) == most or not column:
            continue
        groups = _groups(column, extents, size) if c < first else None
        if groups is None:
            if any(_row_of(block, extents, size) is None for block in column):
                return None
            continue
        opened |= {(border, c) for start, end in groups for border in range(start, end)}
    return Rows(tuple(borders), frozenset(opened))


def _extents(blocks: Sequence[Sequence[Box]], most: int, size: float) -> list[Box] | None:
    """What each row takes from top to bottom."""
    finest = [column for column in blocks if len(column) == most]
    extents = [around([column[i] for column in finest]) for i in range(most)]
    if any(a.bottom > b.top for a, b in pairwise(extents)):
        return None
    for column in blocks:
        for block in column if len(column) < most else ():
            row = _row_of(block, extents, size)
            if row is not None:
                wider = around([extents[row], block])
                free = all(i == row or wider.bottom <= e.top or wider.top >= e.bottom for i, e in enumerate(extents))
                extents[row] = wider if free else extents[row]
    return extents


def _row_of(block: Box, extents: Sequence[Box], size: float) -> int | None:
    middle = (block.top + block.bottom) / 2
    return next((i for i, e in enumerate(extents) if abs((e.top + e.bottom) / 2 - middle) <= _SAME * size), None)


def _groups(column: Sequence[Box], extents: Sequence[Box], size: float) -> list[tuple[int, int]] | None:
    """First and last row that each block covers, so that each stands in the middle of its rows and none is left over."""
    found: list[tuple[int, int]] = []
    start = 0
    for block in column:
        middle = (block.top + block.bottom) / 2
        ends = [
            end
            for end in range(start, len(extents))
            if abs((extents[start].top + extents[end].bottom) / 2 - middle) <= _SAME * size
        ]
        if not ends:
            return None
        found.append((start, ends[0]))
        start = ends[0] + 1
    return found if start == len(extents) else None
