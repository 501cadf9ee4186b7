"""Tables of services and of telephone numbers: a guide a row, an entry a column."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.grid import Cell, Grid
from corpus.records import Guide, GuideEntry, GuideField, Span
from corpus.shapes.contact import is_masked
from corpus.shapes.items import cut_items
from corpus.shapes.reading import Reading
from corpus.shapes.table_view import TableView

_MATTERS = ("matter", "field")
_OFFICES = ("section", "office", "department")
_TELLING = frozenset(("material", "step"))
_CONTACT = frozenset(("telephone", "place", "hours"))
_NEVER = frozenset(("violation", "penalty", "degree", "share", "power_type", "rate", "yes_no", "mark"))
_FIELDS: dict[str, GuideField] = {
    "material": "material",
    "step": "step",
    "circumstances": "condition",
    "time_limit": "time_limit",
    "telephone": "telephone",
    "place": "place",
    "hours": "hours",
    "fee": "fee",
    "object": "object",
    "basis": "basis",
    "section": "handler",
    "initiator": "handler",
    "department": "handler",
    "channel": "channel",
    "result": "result",
    "person": "other",
}
"""Kind of column → what its cells tell of the row's matter."""


def read_service_table(text: str, grid: Grid) -> Reading | None:
    """A guide for each matter of a table with materials or steps. None for another table."""
    view = TableView(text, grid)
    name = next((kind for kind in _MATTERS if kind in view.columns), None)
    if name is None or not _TELLING & view.columns.keys() or _NEVER & view.columns.keys():
        return None
    return _reading(view, name)


def read_contact_table(text: str, grid: Grid) -> Reading | None:
    """A guide for each section or office of a table of telephone numbers and addresses. None for another table."""
    view = TableView(text, grid)
    name = next((kind for kind in _OFFICES if kind in view.columns), None)
    if name is None or "telephone" not in view.columns or _NEVER & view.columns.keys():
        return None
    if {"matter", "field", "duty", "content"} & view.columns.keys():
        return None
    return _reading(view, name)


def contacts(view: TableView) -> tuple[Guide, ...]:
    """How the sections of a table are reached; none where it says nothing of that."""
    if "section" not in view.columns or not _CONTACT & view.columns.keys():
        return ()
    named = [guide for row in view.rows if (guide := _guide(view, row, "section", only=_CONTACT))]
    return tuple({guide.name: guide for guide in reversed(named)}.values())[::-1]


def _reading(view: TableView, name: str) -> Reading | None:
    guides = tuple(guide for row in view.rows if (guide := _guide(view, row, name)))
    masked = tuple(
        (cell.span, "姓名或号码已隐去")
        for row in view.rows
        if (cell := view.cell(row, "telephone")) and is_masked(cell.text)
    )
    return Reading(guides=guides, set_aside=(*view.aside(frozenset((name, *_FIELDS))), *masked)) if guides else None


def _guide(
    view: TableView, row: tuple[Cell, ...], name: str, only: frozenset[str] = frozenset(_FIELDS)
) -> Guide | None:
    named = view.cell(row, name)
    entries = tuple(_entries(view, row, only - {name}))
    if named is None or not entries:
        return None
    return Guide(index=0, name=named.text, span=named.span, entries=entries, path=view.path(row))


def _entries(view: TableView, row: tuple[Cell, ...], kinds: frozenset[str]) -> Iterator[GuideEntry]:
    for kind, at in sorted(view.columns.items(), key=lambda column: column[1]):
        cell = row[at]
        if kind not in kinds or not cell.text or (kind == "telephone" and is_masked(cell.text)):
            continue
        span = Span(cell.span.start, cell.span.end)
        yield GuideEntry(
            kind=_FIELDS[kind],
            label=view.grid.header[at].text,
            text=cell.text,
            span=span,
            items=cut_items(view.text, span),
        )
