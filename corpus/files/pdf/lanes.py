"""Pages set in two columns, as a newspaper is: the left one is read to its end before the right one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.files.pdf.lines import Line, lines_of
from corpus.files.pdf.page import Box, Letter, around

_GUTTER = 1.2
"""Heights of a letter: how wide the blank between the columns is at least."""
_SIDES = (0.3, 0.7)
"""Of the width that the words take: where the blank may run."""
_LEAST_LINES = 3
_FULL = 2.0
_FULL_SHARE = 0.45
"""Of a column's lines that reach its end at least: running text, and no list of two short columns."""


def in_lanes(lines: Sequence[Line], known: float | None = None) -> list[Line]:
    """The lines of a page in reading order, those that stand in columns cut in two.

    `known` is where the page before parted its columns: there even short ones are columns.
    """
    for start in range(len(lines)):
        zone = _zone(lines, start, known)
        if zone is not None:
            end, gutter = zone
            return [*lines[:start], *_cut(lines[start:end], gutter), *in_lanes(lines[end:], known)]
    return list(lines)


def gutter_of(lines: Sequence[Line]) -> float | None:
    """Where lines in reading order part their columns; None where they stand in one."""
    lanes = [line.lane for line in lines if line.lane]
    left = next((lane for lane in lanes if lane.left > lanes[0].left), None)
    return (lanes[0].right + left.left) / 2 if left else None


def _zone(lines: Sequence[Line], start: int, known: float | None) -> tuple[int, float] | None:
    """Where a stretch of two columns that begins with a line ends, and the middle of the blank between them."""
    free = _gaps(lines[start], around([line.box for line in lines]), known)
    if not free:
        return None
    end = start
    for line in lines[start:]:
        left = [part for gap in free for part in _left_of(gap, line)]
        if not left:
            break
        free, end = left, end + 1
    middle = sum(max(free, key=lambda gap: gap[1] - gap[0])) / 2
    again = known is not None and all(_side(lines[start:end], middle, left) for left in (True, False))
    return (end, middle) if again or _is_text(lines[start:end], middle) else None


def _gaps(line: Line, frame: Box, known: float | None) -> list[tuple[float, float]]:
    """Blank stretches of a line in the middle of the page, or where the columns are known to part."""
    low, high = (frame.left + share * (frame.right - frame.left) for share in _SIDES)
    if known is not None:
        low, high = known - line.size, known + line.size
    return _left_of((low, high), line)


def _left_of(gap: tuple[float, float], line: Line) -> list[tuple[float, float]]:
    parts = [gap]
    for letter in line.letters:
        if letter.text.strip():
            box = letter.box
            parts = [
                part
                for low, high in parts
                for part in ((low, min(high, box.left)), (max(low, box.right), high))
                if part[1] - part[0] >= _GUTTER * line.size
            ]
    return parts


def _is_text(lines: Sequence[Line], gutter: float) -> bool:
    sides = [_side(lines, gutter, left) for left in (True, False)]
    if any(len(side) < _LEAST_LINES for side in sides):
        return False
    for side in sides:
        right = max(line.box.right for line in side)
        if sum(line.box.right >= right - _FULL * line.size for line in side) < _FULL_SHARE * len(side):
            return False
    return True


def _side(lines: Sequence[Line], gutter: float, left: bool) -> list[Line]:
    letters: list[Letter] = [
        x for line in lines for x in line.letters if x.text.strip() and (x.box.right < gutter) == left
    ]
    return lines_of(lines[0].page, letters)


def _cut(lines: Sequence[Line], gutter: float) -> list[Line]:
    found: list[Line] = []
    for left in (True, False):
        side = _side(lines, gutter, left)
        lane = around([line.box for line in side])
        found += [replace(line, lane=lane) for line in side]
    return found
