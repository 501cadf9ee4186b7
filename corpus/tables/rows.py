"""Rows of a table in which merged cells were left out: each cell under its column, shared cells taken from above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.grid import Cell
from corpus.records import Span
from corpus.tables.cells import NEVER, Cost, is_section, misfit
from corpus.tables.column_names import holds
from corpus.tables.placing import place

_COUNTED = re.compile(
    r"^[（(]?(?P<over>(?:\d{1,2}[.．])*)(?P<last>\d{1,3})(?:[.、．）)](?!\d)|(?<=[.．]\d)(?=[\u4e00-\u9fff]))"
)
_NOT_SHARED = frozenset(("note", "mark", "yes_no", "times", "result"))
"""Columns whose blank cells are blank: nobody merges remarks."""
_HOLE: Cost = 0.5
"""A column left out between two that are filled: merged cells stand side by side."""
_ELSEWHERE: Cost = 0.4
"""The name of a section in another column than that of sections."""
_WITH_NUMBER = frozenset(("violation", "statutory"))
"""Columns that are merged where the number is: what the law says of a violation is told once for all its steps."""
_COUNTS_ON: Cost = -1
_BREAKS_COUNT: Cost = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row with as many cells as there are columns, and the cells that could not be put under one for sure."""

    cells: tuple[Cell, ...]
    unsure: tuple[Cell, ...] = ()


def blank(at: int) -> Cell:
    """An empty cell at a source offset."""
    return Cell("", Span(at, at))


def shared_row(cells: Sequence[Cell], kinds: Sequence[str], above: Row | None) -> Row:
    """A row from which the cells that it shares with the row above were left out.

    Columns that get no cell take it over from above, remarks and marks excepted; a row with a number of its own starts
    anew and takes over what stands left of its first words only.
    """
    columns = len(kinds)
    left = _left(kinds)

    def cost(i: int, j: int) -> Cost:
        words = cells[i].text
        elsewhere = _ELSEWHERE * ("section" in kinds and kinds[j] != "section" and is_section(words))
        merged = _HOLE * (above is not None and "number" in kinds[:j] and not i and kinds[j] in _WITH_NUMBER)
        return (
            misfit(holds(kinds[j]), words)
            + merged
            + elsewhere
            + _count_cost(cells[i], above.cells[j] if above else None)
        )

    def left_out(j: int) -> Cost:
        return _HOLE * (0 < j < left and kinds[j - 1] != "number") if above else 0

    homes = place(len(cells), columns, cost, left_out)
    at = cells[0].span.start if cells else 0
    row = [blank(at)] * columns
    for cell, home in zip(cells, homes, strict=True):
        if home is not None:
            row[home] = cell
    unsure = tuple(cell for cell, home in zip(cells, homes, strict=True) if home is None)
    return Row(tuple(_carried(row, kinds, above, bool(unsure))), unsure)


def full_row(cells: Sequence[Cell], kinds: Sequence[str], above: Row | None) -> Row | None:
    """A row that has a cell, blank or not, for each column. None where the words do not suit the columns so.

    Blank cells of a row without a number of its own, and those left of a row's first words, are merged with what stands
    above them.
    """
    if any(misfit(holds(kind), cell.text) >= NEVER for cell, kind in zip(cells, kinds, strict=True)):
        return None
    return Row(tuple(_carried(list(cells), kinds, above, False)))


def only_remarks(kinds: Sequence[str]) -> bool:
    """Whether all of these columns hold remarks: what is blank there at a row's end is blank."""
    return all(kind in ("note", "result") for kind in kinds)


def _carried(row: list[Cell], kinds: Sequence[str], above: Row | None, unsure: bool) -> list[Cell]:
    if above is None or unsure:
        return row
    numbered = "number" in kinds and bool(row[kinds.index("number")].text)
    first = next((j for j, cell in enumerate(row) if cell.text and kinds[j] != "number"), len(row))
    for j, cell in enumerate(row):
        shares = kinds[j] not in _NOT_SHARED and (j < first or not numbered)
        if not cell.text and shares and above.cells[j].text:
            row[j] = replace(above.cells[j], carried=True)
    return row


def _left(kinds: Sequence[str]) -> int:
    """How many columns from the left describe the row, before the first whose cells are of a sort of their own."""
    own = (j for j, kind in enumerate(kinds) if holds(kind) not in ("text", "name", "number"))
    return next(own, len(kinds))


def _count_cost(cell: Cell, above: Cell | None) -> Cost:
    """Cells of one column count on: `7.` stands under `6.`, and what bears no number does not."""
    before = _COUNTED.match(above.text) if above else None
    if before is None:
        return 0
    own = _COUNTED.match(cell.text)
    if own is None:
        return _BREAKS_COUNT
    goes_on = own["over"] == before["over"] and int(own["last"]) == int(before["last"]) + 1
    return _COUNTS_ON if goes_on else 0
