"""The words of a ruled table: each letter to the cell it stands in, each cell's lines joined."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.files.draft import Draft, DraftCell
from corpus.files.parts import Run
from corpus.files.pdf.lattice import Lattice, LatticeCell
from corpus.files.pdf.lines import Line, glue, lines_of
from corpus.files.pdf.page import Box, Letter

_SHORT = 2.0
"""Letters that would have found room at the end of a line: more, and the line ends a paragraph."""


def inside(lattice: Lattice, letter: Letter) -> bool:
    """Whether a letter stands in a table."""
    box, x = lattice.box, (letter.box.left + letter.box.right) / 2
    return box.left <= x <= box.right and box.top <= letter.middle <= box.bottom


def draft_of(page: int, lattice: Lattice, letters: Sequence[Letter]) -> Draft:
    """The table with its words."""
    held: list[list[Letter]] = [[] for _ in lattice.cells]
    for letter in letters:
        x = (letter.box.left + letter.box.right) / 2
        for i, cell in enumerate(lattice.cells):
            if cell.box.left <= x <= cell.box.right and cell.box.top <= letter.middle <= cell.box.bottom:
                held[i].append(letter)
                break
    return Draft([_cell(page, cell, words) for cell, words in zip(lattice.cells, held, strict=True)])


def _cell(page: int, cell: LatticeCell, letters: Sequence[Letter]) -> DraftCell:
    lines = lines_of(page, letters)
    full = bool(lines) and not _is_short(lines[-1], _right(lines, cell.box))
    return DraftCell(cell.row, cell.column, cell.rows, cell.columns, [*joined(lines, cell.box)], full)


def joined(lines: Sequence[Line], box: Box) -> list[Run]:
    """The lines of a cell in that box as one text; a short line ends a paragraph."""
    right = _right(lines, box) if lines else 0.0
    runs: list[Run] = []
    for i, line in enumerate(lines):
        if i:
            between = "\n" if _is_short(lines[i - 1], right) else glue(lines[i - 1].text, line.text)
            if between:
                runs.append(Run(between))
        runs += line.runs()
    return runs


def _right(lines: Sequence[Line], box: Box) -> float:
    """How far lines may reach: the cell's edge less the margin that they keep at the left."""
    margin = min(line.box.left for line in lines) - box.left
    return max(box.right - margin, *(line.box.right for line in lines))


def _is_short(line: Line, right: float) -> bool:
    return line.box.right < right - _SHORT * line.size
