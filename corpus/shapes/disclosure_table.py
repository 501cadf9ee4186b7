"""Catalogues of disclosure (政务公开目录): what is made public of each matter, by whom, when, where and under what rule."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.grid import Cell, Grid
from corpus.records import Guide, GuideEntry, GuideField
from corpus.shapes.items import cut_items
from corpus.shapes.reading import Reading
from corpus.shapes.table_view import TableView
from corpus.tables.column_names import column_names, kind_of

_NAMES = ("matter", "field", "class", "category")
_TELLING = frozenset(("initiator", "department", "section", "duty", "time_limit", "channel"))
_LEAST = 2
_FIELDS: dict[str, GuideField] = {
    "initiator": "handler",
    "department": "handler",
    "section": "handler",
    "duty": "handler",
    "time_limit": "time_limit",
    "channel": "channel",
    "basis": "basis",
    "object": "object",
    "content": "other",
}
"""Kind of column → what its cells tell of the disclosure."""
_ANSWERS = frozenset[GuideField](("handler", "time_limit", "channel"))
"""One of them a row must tell: what only repeats its matter discloses nothing."""


def read_disclosure(text: str, grid: Grid) -> Reading | None:
    """A guide for each matter of the catalogue. None for a table whose columns do not speak of disclosure."""
    view = TableView(text, grid)
    names = [i for i, cell in enumerate(grid.header) if kind_of(cell.text) in _NAMES]
    if not names or len(_TELLING & view.columns.keys()) < _LEAST or not _speaks_of_it(view):
        return None
    guides = tuple(guide for row in view.rows if (guide := _guide(view, row, names)) is not None)
    used = frozenset((*_FIELDS, *_NAMES))
    return Reading(guides=guides, set_aside=view.aside(used)) if guides else None


def _speaks_of_it(view: TableView) -> bool:
    """Whether several columns that tell something are named so."""
    words = column_names().disclosure_words
    named = [
        kind for kind in _FIELDS if kind in view.columns and _says(view.grid.header[view.columns[kind]].text, words)
    ]
    return len(named) > _LEAST


def _says(name: str, words: tuple[str, ...]) -> bool:
    return any(word in "".join(name.split()) for word in words)


def _guide(view: TableView, row: tuple[Cell, ...], names: list[int]) -> Guide | None:
    """The row's guide, named by the narrowest matter that it names."""
    named = [row[i] for i in names if row[i].text]
    entries = tuple(_entries(view, row))
    if not named or not any(entry.kind in _ANSWERS for entry in entries):
        return None
    above = tuple(cell.text for cell in named[:-1])
    path = view.path(row)
    return Guide(
        index=0, name=named[-1].text, span=named[-1].span, entries=entries, path=(*path[:1], *above, *path[1:])
    )


def _entries(view: TableView, row: tuple[Cell, ...]) -> Iterator[GuideEntry]:
    for kind, at in sorted(view.columns.items(), key=lambda column: column[1]):
        cell = row[at]
        if kind in _FIELDS and cell.text:
            yield GuideEntry(
                kind=_FIELDS[kind],
                label=view.grid.header[at].text,
                text=cell.text,
                span=cell.span,
                items=cut_items(view.text, cell.span),
            )
