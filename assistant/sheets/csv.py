"""Sheets as CSV (RFC 4180, UTF-8 with a mark so that Excel reads Chinese): the first table alone."""

from __future__ import annotations

import csv
import io

from assistant.sheets.sheet import Cell, Sheet, is_active


def to_csv(sheet: Sheet) -> bytes:
    """The bytes of the file; a cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    table = sheet.tables[0]
    writer.writerow([c.title for c in table.columns])
    writer.writerows([_cell(c) for c in row] for row in table.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _cell(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and is_active(cell) else cell
