"""Line number of a character offset, as an editor counts them."""

from __future__ import annotations


def line_number(text: str, offset: int) -> int:
    """1-based number of the line that holds the character at `offset`; only line feeds end a line."""
    return text.count("\n", 0, offset) + 1
