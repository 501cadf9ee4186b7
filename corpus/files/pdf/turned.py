"""Pages drawn sideways or upside down: turned so that their words run from left to right, and places turned back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from corpus.files.pdf.page import Box, Turn


def turn_of(char: Any) -> Turn | None:
    """How a letter wants its page turned; None for one that stands aslant (a watermark)."""
    a, b, c, d = (float(part) for part in char["matrix"][:4])
    least = 0.05 * max(abs(a), abs(b), abs(c), abs(d), 1e-6)
    turn: Turn | None = None
    if abs(b) <= least:  # letters slanted for want of an italic font are sheared, which leaves b at nought
        turn = 0 if a > 0 else 180
    elif abs(a) <= least:
        turn = 90 if b > 0 else 270
    return turn


def main_turn(turns: Iterable[Turn | None]) -> Turn:
    """What most letters want; a page without letters stays as it is."""
    counts: Counter[Turn] = Counter(turn for turn in turns if turn is not None)
    order: tuple[Turn, ...] = (0, 90, 270, 180)
    return max(order, key=lambda turn: counts[turn])


def turned(box: Box, width: float, height: float, turn: Turn) -> Box:
    """Where a box of a page of that size comes to lie when the page is turned clockwise."""
    match turn:
        case 0:
            return box
        case 90:
            return Box(height - box.bottom, box.left, height - box.top, box.right)
        case 180:
            return Box(width - box.right, height - box.bottom, width - box.left, height - box.top)
        case 270:
            return Box(box.top, width - box.right, box.bottom, width - box.left)


def turned_back(box: Box, width: float, height: float, turn: Turn) -> Box:
    """The other way round; width and height are those of the turned page."""
    back: dict[Turn, Turn] = {0: 0, 90: 270, 180: 180, 270: 90}
    return turned(box, width, height, back[turn])
