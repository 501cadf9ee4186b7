"""Duty and power lists (权责清单): one item of power a row, with its kind, basis, duties and the section that handles it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from corpus.grid import Cell, Grid
from corpus.records import Duty, Span
from corpus.shapes.handling_section import handling_sections
from corpus.shapes.items import cut_items
from corpus.shapes.reading import Reading
from corpus.shapes.table_view import TableView
from corpus.tables.column_names import column_names

_ITEM = ("matter", "field", "class", "violation")
_TELLING = frozenset(("power_type", "duty_matters", "liability", "division"))
_READ = frozenset(("matter", "field", "class", "violation", "section"))


def read_powers(text: str, grid: Grid) -> Reading | None:
    """A duty for each item and section. None for a table that names neither the kind of power nor duties and liability.

    The section is what the section's column, the remarks or 责任单位：… name; empty where none is named.
    """
    view = TableView(text, grid)
    items = [kind for kind in _ITEM if kind in view.columns]
    if not items or not (_TELLING & view.columns.keys() or _is_list_of_powers(view)):
        return None
    aside = list(view.aside(_READ | view.columns.keys() & {"note"} if _noted(view) else _READ))
    duties: list[Duty] = []
    for row in view.rows:
        for duty, separators in _duties(view, row):
            duties.append(duty)
            aside += [(span, "分隔号") for span in separators]
    prose = tuple(
        cell.span
        for row in view.rows
        for kind in ("basis", "duty_matters")
        if (cell := view.cell(row, kind)) and not cell.carried
    )
    return Reading(duties=tuple(duties), set_aside=tuple(aside), prose=prose) if duties else None


def _is_list_of_powers(view: TableView) -> bool:
    """Whether the table names basis and section of each item and calls itself a list of powers or duties."""
    return {"basis", "section"} <= view.columns.keys() and view.says(column_names().power_words)


def _noted(view: TableView) -> bool:
    return "section" not in view.columns and any(handling_sections(view, row) for row in view.rows)


def _duties(view: TableView, row: tuple[Cell, ...]) -> Iterator[tuple[Duty, list[Span]]]:
    cells = [cell for kind in reversed(("field", "matter")) if (cell := view.cell(row, kind))]
    item = cells[0] if cells else view.cell(row, *_ITEM)
    if item is None:
        return
    main = cells[1] if len(cells) > 1 else None
    number, kind = view.cell(row, "number"), view.cell(row, "power_type")
    sections = handling_sections(view, row) or [("", Span(item.span.end, item.span.end))]
    separators = [Span(a.end, b.start) for (_, a), (_, b) in pairwise(sections)]
    for section, span in sections:
        yield (
            Duty(
                index=0,
                number=number.text if number else "",
                main=main.text if main else "",
                main_span=main.span if main else None,
                text=item.text,
                span=item.span,
                items=cut_items(view.text, item.span),
                section=section,
                section_span=span,
                path=view.path(row, *(("power_type",) if kind else ())),
            ),
            separators,
        )
