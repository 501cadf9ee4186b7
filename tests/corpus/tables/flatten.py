"""Made-up tables flattened the ways converters do it: for tests that read the same table in each."""

from __future__ import annotations

from collections.abc import Sequence

Rows = Sequence[Sequence[str]]


def markdown(rows: Rows) -> str:
    """A row a line with bars at both ends, dashes under the header."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]]) + "\n"


def open_bars(rows: Rows) -> str:
    """Bars between cells only."""
    return "\n".join(" | ".join(row) for row in rows) + "\n"


def bar_cells(rows: Rows) -> str:
    """A cell a line, each ended by a bar."""
    return "".join(f"{cell} |\n" for row in rows for cell in row)


def bar_rows(rows: Rows) -> str:
    """A row a line, each cell ended by a bar."""
    return "\n".join(" | ".join(row) + " |" for row in rows) + "\n"


def tabs(rows: Rows) -> str:
    """A cell a line, each led by a tab, a blank line between rows."""
    return "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows) + "\n"


def cell_lines(rows: Rows) -> str:
    """A cell a line with blank lines between; an empty cell is a line of white space."""
    return "\n\n".join(cell or "\u00a0" for row in rows for cell in row) + "\n"


def spaces(rows: Rows) -> str:
    """A row a line, blanks between cells."""
    return "\n".join("  ".join(row) for row in rows) + "\n"


def running(rows: Rows) -> str:
    """Everything on one line, a blank between cells."""
    return " ".join(cell for row in rows for cell in row) + "\n"


def dropped(rows: Rows, merged: str = "^") -> str:
    """Cells ended by bars; merged cells are left out and blank cells put at the row's end for them."""
    lines: list[str] = []
    for row in rows:
        kept = [cell for cell in row if cell != merged]
        lines.append("".join(f"{cell} |\n" for cell in kept).rstrip("\n") + " " + "|" * (len(row) - len(kept)) + "\n")
    return "".join(lines)


BARS = {"Markdown": markdown, "open bars": open_bars, "bar cells": bar_cells, "bar rows": bar_rows}
"""Flattenings with bars."""
KEEPING = {**BARS, "tabs": tabs, "cell lines": cell_lines}
"""Flattenings that keep blank cells."""
EVERY = {**KEEPING, "spaces": spaces, "running": running}
"""With those that do not: good for tables without blank cells."""
