"""The tables of a source: found in every flattening, read by the first shape that knows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields

from corpus.coverage import spans_within
from corpus.grid import Cell, Grid, read_grids
from corpus.records import Span, Table, TableCell
from corpus.shapes.catalogue import TABLE_SHAPES
from corpus.shapes.reading import Reading
from corpus.source import Source
from corpus.tables.cell_lines import read_cell_lines
from corpus.tables.pipes import read_pipe_grids
from corpus.tables.running import read_running

_NO_RECORDS = frozenset(("set_aside", "prose", "figures", "left", "contents"))
FLATTENINGS: tuple[Callable[[str], Iterable[Grid]], ...] = (read_grids, read_pipe_grids, read_cell_lines, read_running)
"""How tables come in plain text, the surest first. A new one is one function here."""


@dataclass(slots=True)
class Tables:
    """All tables; readings and names are of those that a shape has read."""

    tables: list[Table] = field(default_factory=list[Table])
    readings: list[Reading] = field(default_factory=list[Reading])
    names: list[str] = field(default_factory=list[str])
    held: list[Span] = field(default_factory=list[Span])
    """Stretches that the readings account for."""

    def running(self, length: int) -> list[Span]:
        """The stretches of running text around and inside the tables that shapes have read."""
        return _between(0, length, self.held)


def read_tables(source: Source, text: str) -> Tables:
    """Tables of a known shape; a table that no shape knows stays running text, so that nothing is lost.

    `text` is the source's text with what surrounds the document blanked out.
    """
    tables = Tables()
    for grid in sorted(source.grids or _found(text), key=lambda grid: grid.span):
        shape, reading = next(
            ((shape, read) for shape in TABLE_SHAPES if (read := shape.read(text, grid)) is not None), (None, None)
        )
        tables.tables.append(_table(grid, shape.name if shape else ""))
        if shape is not None and reading is not None:
            tables.held += _between(
                grid.span.start, grid.span.end, sorted((*grid.unsure, *reading.left, *_unheld(grid, reading)))
            )
            tables.readings.append(reading)
            tables.names.append(shape.name)
    return tables


def _unheld(grid: Grid, reading: Reading) -> list[Span]:
    """Cells of a table with unsure stretches that no record holds, since their row was not whole: they stay text."""
    if not grid.unsure:
        return []
    records = (getattr(reading, field.name) for field in fields(reading) if field.name not in _NO_RECORDS)
    held = spans_within([record for found in records for record in found])
    held += [span for span, _ in reading.set_aside]
    known = {*grid.unsure, *reading.left}
    return [
        cell.span
        for cell in dict.fromkeys(cell for row in grid.rows for cell in row if cell.text and not cell.carried)
        if not any(s.start < cell.span.end and cell.span.start < s.end for s in (*held, *known))
    ]


def _found(text: str) -> list[Grid]:
    """The tables of plain text; a flattening is looked for only where no surer one has seen a table."""
    grids: list[Grid] = []
    for read in FLATTENINGS:
        grids += read(_without(text, [grid.span for grid in grids]))
    return grids


def _without(text: str, taken: Sequence[Span]) -> str:
    """The text with those stretches blank: every offset stays what it was."""
    for span in taken:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _table(grid: Grid, shape: str) -> Table:
    def kept(cells: Sequence[Cell]) -> tuple[TableCell, ...]:
        return tuple(TableCell(text=cell.text, span=cell.span, carried=cell.carried) for cell in cells)

    rows = tuple(kept(row) for row in grid.rows)
    return Table(shape=shape, header=kept(grid.header), rows=rows, span=grid.span, unsure=grid.unsure)


def _between(start: int, end: int, spans: Sequence[Span]) -> list[Span]:
    """The stretches of `[start, end)` around the given ones, which do not overlap."""
    starts = [start, *(span.end for span in spans)]
    ends = [*(span.start for span in spans), end]
    return [Span(a, b) for a, b in zip(starts, ends, strict=True) if a < b]
