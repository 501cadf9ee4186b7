"""A sheet laid out for the terminal: its tables as rows of cells, then the remarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from api.cli.terminal import Line
from assistant.sheets.sheet import Cell, Sheet


def sheet_as_lines(sheet: Sheet, columns: Sequence[str] = ()) -> Iterator[Line]:
    """Title, lead, the rows of every table (of the first one only the named columns), remarks."""
    yield Line(sheet.title, "heading")
    yield from (Line(line) for line in sheet.lead)
    for n, table in enumerate(sheet.tables):
        wanted = [i for i, c in enumerate(table.columns) if n or not columns or c.title in columns]
        yield Line()
        yield Line(_joined([table.columns[i].title for i in wanted]), "strong")
        for row in table.rows:
            yield Line(_joined([row[i] for i in wanted]))
    if sheet.remarks:
        yield Line()
        yield from (Line(line, "faint") for line in sheet.remarks)


def _joined(cells: Sequence[Cell]) -> str:
    return "  ".join(str(c) for c in cells if str(c))
