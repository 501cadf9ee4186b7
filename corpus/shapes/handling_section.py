"""Which section a table's row names: in a column of its own, in the remarks, or after 责任单位： inside a cell."""

from __future__ import annotations

import re

from corpus.grid import Cell
from corpus.records import Span
from corpus.shapes.table_view import TableView
from corpus.tables.cells import is_section
from corpus.tidy import tidy

_SEPARATOR = re.compile(r"[、，,；;/]")
_AFTER = re.compile(
    r"(?:责任|承办|实施|经办|牵头|办理)(?:单位|科室|股室|处室|机构|部门)(?:[（(][^（）()]*[）)])?[:：]"
    r"(?P<names>[\u4e00-\u9fff、，,；;/（）()]{2,60}?)(?=[。；;]|$)"
)


def handling_sections(view: TableView, row: tuple[Cell, ...]) -> list[tuple[str, Span]]:
    """Name and place of each section; none where the row names none."""
    if cell := view.cell(row, "section"):
        return named_sections(view.text, cell.span)
    if "section" in view.columns:
        return []
    # 责任单位 of a bureau's own list may be its section.
    if (cell := view.cell(row, "department")) and is_section(cell.text) and cell.text.endswith(("科", "股", "室")):
        return named_sections(view.text, cell.span)
    note = view.cell(row, "note")
    if note and is_section(note.text):
        return named_sections(view.text, note.span)
    for cell in row:
        words = tidy(view.text, cell.span)
        if (match := _AFTER.search(words.text)) and is_section(match["names"]):
            return named_sections(view.text, words.source(*match.span("names")))
    return []


def named_sections(text: str, span: Span) -> list[tuple[str, Span]]:
    """The sections a cell names (`办公室、基金股` are two), with the span of each name."""
    view = tidy(text, span)
    names: list[tuple[str, Span]] = []
    start = 0
    for end in [*(match.start() for match in _SEPARATOR.finditer(view.text)), len(view.text)]:
        if start < end:
            names.append((view.text[start:end], view.source(start, end)))
        start = end + 1
    return names
