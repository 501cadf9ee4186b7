"""Which letters of a page nobody sees: white on white, outside the paper, too small to be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_WHITE = 0.97
_HALF = 0.5
_TINY = 2.0
"""Points."""


class Paper:
    """What is painted under the letters of a page."""

    def __init__(self, page: Any) -> None:
        self._frame: tuple[float, float, float, float] = page.bbox
        filled = [shape for shape in (*page.rects, *page.curves) if shape.get("fill")]
        self._painted = [s for s in filled if not is_white(s.get("non_stroking_color"))] + list(page.images)

    def shows(self, char: Any) -> bool:
        """Whether a reader sees the letter."""
        left, top, right, bottom = self._frame
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        if not (left <= x <= right and top <= y <= bottom) or char["size"] < _TINY:
            return False
        return not is_white(char.get("non_stroking_color")) or any(
            p["x0"] <= x <= p["x1"] and p["top"] <= y <= p["bottom"] for p in self._painted
        )


def is_light(colour: Sequence[Any] | float | None) -> bool:
    """Whether a colour is lighter than half."""
    parts = _parts(colour)
    if not parts:
        return False
    return sum(parts) / len(parts) > _HALF if len(parts) != 4 else max(parts) < _HALF


def is_white(colour: Sequence[Any] | float | None) -> bool:
    """Whether a colour of a PDF (grey, red-green-blue, or four inks) is white; patterns are not."""
    parts = _parts(colour)
    if not parts:
        return False
    return all(p <= 1 - _WHITE for p in parts) if len(parts) == 4 else all(p >= _WHITE for p in parts)


def _parts(colour: Sequence[Any] | float | None) -> list[float]:
    """The numbers of a colour; none for a pattern or no colour."""
    parts = [colour] if isinstance(colour, int | float) else list(colour or ())
    return [float(p) for p in parts] if all(isinstance(p, int | float) for p in parts) else []
