"""Joins a table that goes on after a page break or an empty line, its header repeated or not."""

from __future__ import annotations

import re

from corpus.files.draft import Draft, DraftCell, row_cells, without_rows
from corpus.files.parts import PartsBuilder, Run
from corpus.files.write_table import write_table
from corpus.tidy import tidy

_NUMBER = re.compile(r"\d{1,4}")
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
            for cell in (cell for row in range(repeated) for cell in row_cells(draft, row)):
                self._builder.leave_out("重复的表头", *(part for part in cell.content if isinstance(part, Run)))
            append(held, without_rows(draft, repeated))
        elif held is not None and _goes_on(held, draft):
            append(held, draft)
        else:
            self.close()
            self._held = draft

    def close(self) -> None:
        """Write the table held back: something else follows."""
        if self._held is not None:
            write_table(self._builder, self._held)
            self._held = None


def append(table: Draft, more: Draft) -> None:
    """Add the rows of a continuation below a table."""
    height = table.height
    table.cells += [DraftCell(c.row + height, c.column, c.rows, c.columns, c.content) for c in more.cells]


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
