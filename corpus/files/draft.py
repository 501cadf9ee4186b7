"""A table on its way from a file to the text: cells with their rows and columns spanned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from corpus.files.parts import Run


@dataclass(slots=True)
class DraftCell:
    """A cell at its upper left place, with the rows and columns it covers."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    content: list[Run | Draft] = field(default_factory=list["Run | Draft"])
    full: bool = False
    """On a page: its last line reaches the cell's edge, so that the words may go on elsewhere."""

    @property
    def words(self) -> str:
        """Everything in the cell as plain text."""
        return "".join(
            part.text if isinstance(part, Run) else "".join(cell.words for cell in part.cells) for part in self.content
        ).strip()


@dataclass(slots=True)
class Draft:
    """A table: cells in reading order. Places that no cell covers are empty."""

    cells: list[DraftCell] = field(default_factory=list[DraftCell])
    head: int = 0
    """Rows that the format marks as header; 0 where it marks none."""

    @property
    def width(self) -> int:
        """Number of columns."""
        return max((cell.column + cell.columns for cell in self.cells), default=0)

    @property
    def height(self) -> int:
        """Number of rows."""
        return max((cell.row + cell.rows for cell in self.cells), default=0)

    def covering(self) -> dict[tuple[int, int], DraftCell]:
        """For each row and column the cell that covers it; the first where a broken file lets two overlap."""
        found: dict[tuple[int, int], DraftCell] = {}
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    found.setdefault((row, column), cell)
        return found

    def nested(self) -> Iterator[Draft]:
        """The tables inside its cells, one level down."""
        return (part for cell in self.cells for part in cell.content if isinstance(part, Draft))


def row_cells(draft: Draft, row: int) -> list[DraftCell]:
    """The cells that begin in a row, from left to right."""
    return sorted((cell for cell in draft.cells if cell.row == row), key=lambda cell: cell.column)


def without_rows(draft: Draft, first: int) -> Draft:
    """The table from a row on; cells that reach down into it keep what is left of them, without their words."""
    cells: list[DraftCell] = []
    for cell in draft.cells:
        end = cell.row + cell.rows
        if end <= first:
            continue
        above = max(first - cell.row, 0)
        content = [] if above else cell.content
        cells.append(replace(cell, row=max(cell.row, first) - first, rows=cell.rows - above, content=content))
    return Draft(cells, max(draft.head - first, 0))


def without_bare_rows(draft: Draft) -> Draft:
    """Without rows in which nothing begins but empty cells beside cells from above: frames drawn apart leave such rows."""
    bare = {
        row
        for row in range(draft.height)
        if (begun := row_cells(draft, row))
        and not any(cell.words for cell in begun)
        and sum(cell.columns for cell in begun) < draft.width
    }
    cells: list[DraftCell] = []
    for cell in draft.cells:
        covered = range(cell.row, cell.row + cell.rows)
        rows = sum(1 for row in covered if row not in bare)
        if rows:
            cells.append(replace(cell, row=cell.row - sum(1 for row in bare if row < cell.row), rows=rows))
    return Draft(cells, draft.head)
