"""Chinese text broken into lines of a given width: no line begins with a closing sign or ends with an opening one."""

from __future__ import annotations

_NOT_FIRST = frozenset("。，、；：？！）》〉”’】…,.;:?!)")
_NOT_LAST = frozenset("（《〈“‘【(")
_HALF = 0.56
"""Width of a Latin letter or figure in characters."""


def width(text: str) -> float:
    """In Chinese characters."""
    return sum(_HALF if c.isascii() else 1.0 for c in text)


def broken(text: str, columns: float) -> tuple[str, ...]:
    """Lines of at most `columns` Chinese characters; a word of Latin letters or figures is kept whole where it fits."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and width(line + piece) > columns:
            while line[1:] and (piece[0] in _NOT_FIRST or line[-1] in _NOT_LAST):
                piece, line = line[-1] + piece, line[:-1]
            lines.append(line)
            line = ""
        line += piece
    return (*lines, line) if line else tuple(lines)


def _pieces(text: str) -> list[str]:
    """Single characters, but runs of ASCII letters and figures together."""
    out: list[str] = []
    for c in text:
        word = c.isascii() and c.isalnum()
        if word and out and out[-1][-1].isascii() and out[-1][-1].isalnum() and len(out[-1]) < 12:
            out[-1] += c
        else:
            out.append(c)
    return out
