"""Letters to lines, and lines to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.files.parts import Run
from corpus.files.pdf.page import Box, Letter, around

_SAME_LINE = 0.5
"""Of a letter's height: how far middles on one line lie apart at most."""
_GAP = 0.6
"""Of a letter's height: a wider gap is a blank."""
_LATIN = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page."""

    page: int
    box: Box
    letters: tuple[Letter, ...]
    """From left to right, blanks for gaps among them."""
    lane: Box | None = None
    """The column of the page it stands in, where the page has several."""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(letter.text for letter in self.letters)

    @property
    def size(self) -> float:
        """Height of most letters."""
        sizes = sorted(letter.size for letter in self.letters if letter.text.strip())
        return sizes[len(sizes) // 2] if sizes else 1.0

    def runs(self) -> list[Run]:
        """The words with their place, doubtful ones apart."""
        found: list[Run] = []
        for letter in self.letters:
            if found and found[-1].doubtful == letter.doubtful:
                found[-1] = Run(found[-1].text + letter.text, page=self.page, box=self.box, doubtful=letter.doubtful)
            else:
                found.append(Run(letter.text, page=self.page, box=self.box, doubtful=letter.doubtful))
        return [Run(r.text, page=r.page, box=_rounded(self.box), doubtful=r.doubtful) for r in found]


def lines_of(page: int, letters: Sequence[Letter]) -> list[Line]:
    """The lines from top to bottom."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda x: (x.middle, x.box.left)):
        row = rows[-1] if rows else []
        if row and abs(letter.middle - row[-1].middle) <= _SAME_LINE * max(letter.size, row[-1].size):
            row.append(letter)
        else:
            rows.append([letter])
    return [_line(page, row) for row in rows if any(letter.text.strip() for letter in row)]


def _line(page: int, row: list[Letter]) -> Line:
    row = sorted(row, key=lambda x: x.box.left)
    filled = [i for i, letter in enumerate(row) if letter.text.strip()]
    row = row[filled[0] : filled[-1] + 1]
    spaced: list[Letter] = []
    for letter in row:
        if spaced and spaced[-1].text.strip() and letter.text.strip():
            before = spaced[-1]
            gap = letter.box.left - before.box.right
            latin = _LATIN.fullmatch(before.text[-1]) and _LATIN.fullmatch(letter.text[0])
            if gap > (0.15 if latin else _GAP) * min(letter.size, before.size):
                spaced.append(Letter(" ", Box(before.box.right, before.box.top, letter.box.left, before.box.bottom)))
        spaced.append(letter)
    return Line(page, around([letter.box for letter in row]), tuple(spaced))


def glue(before: str, after: str) -> str:
    """What stands between two lines that one sentence runs across."""
    return " " if before and after and _LATIN.fullmatch(before[-1]) and _LATIN.fullmatch(after[0]) else ""


def _rounded(box: Box) -> tuple[float, float, float, float]:
    return (round(box.left, 1), round(box.top, 1), round(box.right, 1), round(box.bottom, 1))
