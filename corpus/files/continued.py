"""Joins a table that goes on after a page break or an empty line, its header repeated or not."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.files.draft import Draft, row_cells, without_rows
from corpus.files.parts import PartsBuilder, Run
from corpus.files.write_table import write_table
from corpus.tidy import tidy

_NUMBER = re.compile(r"\d{1,4}")
_FINISHED = re.compile(r"[。；;！？!?]$")
_LEAST_HEADER_WORDS = 2


class Continuation:
    """Holds back the last table until it is known that nothing continues it."""

    def __init__(self, builder: PartsBuilder) -> None:
        self._builder = builder
        self._held: Draft | None = None

    def add(self, draft: Draft) -> None:
        """The next table, with nothing but blank lines since the one before."""
        held = self._held
        if held is not None and (repeated := _repeated_header(held, draft)):
            self._leave_out_header(draft, repeated)
            append(held, without_rows(draft, repeated))
        elif held is not None and _goes_on(held, draft):
            append(held, draft)
        else:
            self.close()
            self._held = draft

    def go_on(self, draft: Draft, open_columns: frozenset[int]) -> None:
        """The rest of the table before, from the next page; in the open columns no line parts the cells of the two."""
        held = self._held
        if held is None:
            self.add(draft)
            return
        if repeated := _repeated_header(held, draft):
            self._leave_out_header(draft, repeated)
            draft, open_columns = without_rows(draft, repeated), frozenset[int]()
        if not open_columns:
            open_columns = _going_on(held, draft)
        join_at_break(held, draft, open_columns, len(open_columns) == held.width)

    def _leave_out_header(self, draft: Draft, rows: int) -> None:
        for cell in (cell for row in range(rows) for cell in row_cells(draft, row)):
            self._builder.leave_out("重复的表头", *(part for part in cell.content if isinstance(part, Run)))

    def close(self) -> None:
        """Write the table held back: something else follows."""
        if self._held is not None:
            write_table(self._builder, self._held)
            self._held = None


def join_at_break(table: Draft, more: Draft, columns: frozenset[int], whole: bool) -> None:
    """Add a continuation whose first cells go on from the cells above in some columns; in `whole` its whole first row."""
    covering = table.covering()
    shift = table.height - (1 if whole else 0)
    bottom = table.height - 1
    for cell in more.cells:
        above = covering.get((bottom, cell.column)) if cell.row == 0 and cell.column in columns else None
        if above is None:
            table.cells.append(replace(cell, row=cell.row + shift))
            continue
        above.content += cell.content
        above.full = cell.full
        above.rows = max(above.rows, cell.rows + shift - above.row)


def _going_on(held: Draft, draft: Draft) -> frozenset[int]:
    """In which columns the words of the last row go on although a line closes them: the line above is full, unfinished.

    Where all words of the first row go on, a page break cut one row in two. Where only some do, they are those of merged
    cells, and what stands empty beside them is merged as far.
    """
    covering = held.covering()
    bottom = held.height - 1
    first = row_cells(draft, 0)
    filled = [cell for cell in first if cell.words]
    if any(_NUMBER.fullmatch(cell.words) for cell in filled):
        return frozenset()
    above = {cell.column: covering.get((bottom, cell.column)) for cell in first}
    going = [c for c in filled if (a := above[c.column]) is not None and a.full and not _FINISHED.search(a.words)]
    maybe = [c for c in filled if (a := above[c.column]) is not None and a.full]
    if going and len(maybe) == len(filled):
        return frozenset(range(held.width))
    tall = {a.row for cell in going if (a := above[cell.column]) is not None and (a.rows > 1 or cell.rows > 1)}
    merged = [c for c in first if (a := above[c.column]) is not None and a.row in tall and (c in going or not c.words)]
    return frozenset(cell.column for cell in merged)


def append(table: Draft, more: Draft) -> None:
    """Add the rows of a continuation below a table."""
    height = table.height
    table.cells += [replace(c, row=c.row + height) for c in more.cells]


def _repeated_header(held: Draft, draft: Draft) -> int:
    """How many rows at the top of a table repeat the header of the one before."""
    if held.width != draft.width:
        return 0
    rows = 0
    while rows < min(held.height, draft.height) and _words(held, rows) == _words(draft, rows):
        if rows == 0 and sum(1 for word in _words(held, 0) if word) < _LEAST_HEADER_WORDS:
            return 0
        rows += 1
    return rows


def _goes_on(held: Draft, draft: Draft) -> bool:
    """Whether a table of as many columns has no header of its own: its first number follows the last one above."""
    if held.width != draft.width or held.width < 2:
        return False
    numbers = [cell.words for cell in held.cells if cell.column == 0 and _NUMBER.fullmatch(cell.words)]
    first = next((cell.words for cell in row_cells(draft, 0) if cell.column == 0), "")
    return bool(numbers) and first == str(int(numbers[-1]) + 1)


def _words(draft: Draft, row: int) -> list[str]:
    return [tidy(cell.words).text for cell in row_cells(draft, row)]
