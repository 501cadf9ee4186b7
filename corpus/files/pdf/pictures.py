"""The one door to pypdfium2: a page as a picture, for character recognition."""

from __future__ import annotations

from typing import Any

SCALE = 200 / 72
"""Pixels a point: 200 dots an inch, what recognition was trained for."""
_MOST_PIXELS = 20_000_000


def picture(data: bytes, number: int) -> tuple[Any, float]:
    """The page (from 1) as an array of pixels, and how many of them a point has."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(SCALE, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        drawn = page.render(scale=scale)  # pyright: ignore[reportArgumentType]  (any number will do)
        return drawn.to_numpy()[:, :, :3].copy(), scale
    finally:
        document.close()
