"""Random-inspection lists (双随机抽查事项清单): one item a row, with what is looked at, in whom, how many, how and by whom."""

from __future__ import annotations

from corpus.grid import Cell, Grid
from corpus.records import CheckItem
from corpus.shapes.reading import Reading
from corpus.shapes.table_view import TableView
from corpus.tables.column_names import column_names

_MATTERS = ("matter", "class", "field", "violation")
_TELLING = frozenset(("content", "object", "share", "method", "initiator", "basis"))
_LEAST_TELLING = 2


def read_checks(text: str, grid: Grid) -> Reading | None:
    """The items of a list of checks. None for a table without an item column, or whose header speaks of no check."""
    view = TableView(text, grid)
    matter = next((kind for kind in _MATTERS if kind in view.columns), None)
    telling = _TELLING & view.columns.keys()
    if matter is None or len(telling) < _LEAST_TELLING or not view.says(column_names().check_words):
        return None
    used = {
        "matter": (matter, "content"),
        "content": ("content",),
        "object": ("object",),
        "share": ("share",),
        "method": ("method",),
        "category": ("category",) if matter == "class" or "category" in view.columns else ("category", "class"),
        "initiator": ("initiator", "department"),
        "cooperators": ("cooperators",),
        "level": ("level",),
        "basis": ("basis",),
        "field": _field(view, matter),
    }
    held = frozenset(kind for kinds in used.values() for kind in kinds)
    checks = [item for row in view.rows if (item := _item(view, row, used)) is not None]
    if not checks:
        return None
    prose = tuple(cell.span for row in view.rows if (cell := view.cell(row, "basis")) and not cell.carried)
    return Reading(checks=tuple(checks), set_aside=view.aside(held), prose=prose)


def _field(view: TableView, matter: str) -> tuple[str, ...]:
    """A class of items groups them where their category stands in a column beside it."""
    if matter == "field":
        return ()
    return ("field", "class") if "category" in view.columns and matter != "class" else ("field",)


def _item(view: TableView, row: tuple[Cell, ...], used: dict[str, tuple[str, ...]]) -> CheckItem | None:
    """A row's item; None for a row that names none (a line of blanks)."""
    fields = {name: view.passage(row, *kinds) for name, kinds in used.items()}
    matter = fields.pop("matter")
    if matter is None:
        return None
    number = view.cell(row, "number")
    return CheckItem(
        index=0,
        number=number.text if number else "",
        matter=matter,
        path=view.path(row, *used["field"]),
        **fields,
    )
