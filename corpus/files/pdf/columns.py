"""Where the columns of a table without upright lines part: blank corridors that every row keeps free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.files.pdf.lines import Line
from corpus.files.pdf.page import Box

_LEAST = 2.5
"""Points: what a corridor is wide at least."""
_FAR = 3.2
"""Heights of a letter: a wider gap between lines ends a table that no line closes."""


_LEAST_FILLED = 3
"""Columns with words in a line below the last level line: fewer, and the table ended there."""


@dataclass(frozen=True, slots=True)
class Corridor:
    """Blank stretches between two columns: one of them is the border."""

    free: tuple[tuple[float, float], ...]

    def without(self, taken: Sequence[tuple[float, float]]) -> Corridor:
        """What words at those places leave of it."""
        free = list(self.free)
        for left, right in taken:
            free = [
                part
                for start, end in free
                for part in ((start, min(end, left)), (max(start, right), end))
                if part[1] - part[0] >= _LEAST
            ]
        return Corridor(tuple(free))

    @property
    def widest(self) -> tuple[float, float]:
        """Where the border runs."""
        return max(self.free, key=lambda part: part[1] - part[0])


def corridors(boxes: Sequence[Box]) -> list[Corridor]:
    """Between each two neighbours of a header, as far as its words leave it open."""
    taken = [(box.left, box.right) for box in boxes]
    middles = [(box.left + box.right) / 2 for box in boxes]
    return [Corridor(((a, b),)).without(taken) for a, b in pairwise(middles)]


def narrowed(corridors: Sequence[Corridor], line: Line) -> list[Corridor] | None:
    """The corridors beside one more line; None where the line runs across one of them."""
    taken = [(letter.box.left, letter.box.right) for letter in line.letters if letter.text.strip()]
    left = [corridor.without(taken) for corridor in corridors]
    return left if all(corridor.free for corridor in left) else None


def _filled(free: Sequence[Corridor], line: Line) -> int:
    """How many columns a line has words in."""
    borders = [sum(corridor.widest) / 2 for corridor in free]
    return len({sum(letter.box.left > x for x in borders) for letter in line.letters if letter.text.strip()})


def fitting(free: Sequence[Corridor], lines: Sequence[Line], end: float) -> tuple[list[Corridor], list[Line]]:
    """The lines from the first that keep the corridors free, down to `end` (below it only full rows), and what they leave of these."""
    kept: list[Line] = []
    for line in lines:
        if (line.box.top > end and _filled(free, line) < _LEAST_FILLED) or (
            kept and line.box.top - kept[-1].box.bottom > _FAR * line.size
        ):
            break
        narrower = narrowed(free, line)
        if narrower is None:
            break
        free = narrower
        kept.append(line)
    return list(free), kept
