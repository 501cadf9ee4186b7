"""Lists of violations that are not punished, or less (首违不罚、不予处罚、减轻处罚事项清单): one a row."""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.grid import Cell, Grid
from corpus.records import Passage, Span, Waiver
from corpus.shapes.items import cut_items
from corpus.shapes.reading import Reading
from corpus.shapes.table_view import TableView
from corpus.tables.column_names import column_names
from corpus.tidy import tidy

_VIOLATION = ("violation", "matter", "field", "class")
_CIRCUMSTANCES = ("circumstances", "object", "content")
_PHRASE = re.compile(r"[^、，,；;。]+")


def read_waivers(text: str, grid: Grid) -> Reading | None:
    """The waivers of a table. None for one without violation and circumstances, or whose words speak of no waiver."""
    view = TableView(text, grid)
    violation = next((kind for kind in _VIOLATION if kind in view.columns), None)
    circumstances = next((kind for kind in _CIRCUMSTANCES if kind in view.columns), None)
    kind = _kind(view)
    if violation is None or circumstances is None or not kind or "degree" in view.columns:
        return None
    waivers = tuple(
        waiver for row in view.rows if (waiver := _waiver(view, row, violation, circumstances, kind)) is not None
    )
    figures = tuple(cell.span for row in view.rows if (cell := view.cell(row, circumstances)) and not cell.carried)
    marks = [(Span(a.span.end, b.span.start), "分隔号") for waiver in waivers for a, b in pairwise(waiver.measures)]
    used = frozenset((violation, circumstances, "basis", "measures"))
    prose = tuple(
        cell.span
        for row in view.rows
        for name in ("basis", "penalty")
        if (cell := view.cell(row, name)) and not cell.carried
    )
    return Reading(waivers=waivers, set_aside=(*view.aside(used), *marks), prose=prose, figures=figures)


def _kind(view: TableView) -> str:
    """The waiver a column's name speaks of, else the table's title."""
    names = [cell.text for cell in view.grid.header] + [view.title]
    return next((word for name in names for word in column_names().waiver_words if word in name), "")


def _waiver(view: TableView, row: tuple[Cell, ...], violation: str, circumstances: str, kind: str) -> Waiver | None:
    conduct, when, number = view.cell(row, violation), view.passage(row, circumstances), view.cell(row, "number")
    if conduct is None or when is None:
        return None
    basis, measures = view.cell(row, "basis"), view.cell(row, "measures")
    return Waiver(
        index=0,
        number=number.text if number else "",
        violation=conduct.text,
        violation_span=conduct.span,
        kind=kind,
        circumstances=when,
        basis=cut_items(view.text, basis.span) if basis else (),
        measures=_measures(view.text, measures) if measures else (),
        path=view.path(row),
    )


def _measures(text: str, cell: Cell) -> tuple[Passage, ...]:
    """A list of short phrases, each by itself; sentences as they are."""
    if "。" in cell.text:
        return cut_items(text, cell.span)
    words = tidy(text, cell.span)
    return tuple(
        Passage(text=match.group(), span=words.source(*match.span())) for match in _PHRASE.finditer(words.text)
    )
