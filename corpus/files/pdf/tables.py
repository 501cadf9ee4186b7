"""All tables of a page: the ruled ones, and those that only their places make tables."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.files.pdf.aligned import aligned_tables
from corpus.files.pdf.cells import inside
from corpus.files.pdf.lattice import Lattice
from corpus.files.pdf.page import Box, Letter, Page

_CERTAIN = 3
"""Rows of a ruled table whose level lines are certain to part its rows: one of two may be a header and all the rest."""


def all_tables(page: Page, running: Sequence[Letter], ruled: Sequence[Lattice], above: Lattice | None) -> list[Lattice]:
    """From top to bottom; `running` are the letters outside ruled tables, `above` is a table that ended the page before."""
    certain = [lattice for lattice in ruled if lattice.rows >= _CERTAIN]
    unsure = [lattice for lattice in ruled if lattice.rows < _CERTAIN]
    letters = [*running, *(x for lattice in unsure for x in page.letters if inside(lattice, x))]
    placed = [
        table
        for table in aligned_tables(page.number, letters, page.rules, above)
        if not any(_overlap(table.box, lattice.box) for lattice in certain)
        if all(table.rows > lattice.rows for lattice in unsure if _overlap(table.box, lattice.box))
    ]
    kept = [lattice for lattice in unsure if not any(_overlap(table.box, lattice.box) for table in placed)]
    return sorted([*certain, *kept, *placed], key=lambda lattice: lattice.box.top)


def _overlap(a: Box, b: Box) -> bool:
    return a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom
