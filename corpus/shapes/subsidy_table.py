"""Tables of subsidies and rewards: one a row, with whom it is for, how much and for how long."""

from __future__ import annotations

from corpus.grid import Cell, Grid
from corpus.records import Passage, Span, Subsidy
from corpus.shapes.reading import Reading
from corpus.shapes.table_view import TableView
from corpus.tables.column_names import column_names
from corpus.tidy import tidy

_NAMES = ("benefit", "field", "matter")
_RATES = ("rate", "penalty")
_TELLING = frozenset(("object", "circumstances", "time_limit"))
_NEVER = frozenset(("violation", "degree", "share", "power_type", "penalty_kind"))


def read_subsidy_table(text: str, grid: Grid) -> Reading | None:
    """A subsidy for each row. None for a table without name and rate, or whose words speak of no benefit.

    The rule of a subsidy is the stretch of its row from the first telling cell to the last.
    """
    view = TableView(text, grid)
    name = next((kind for kind in _NAMES if kind in view.columns), None)
    rate = next((kind for kind in _RATES if kind in view.columns), None)
    if name is None or rate is None or _NEVER & view.columns.keys():
        return None
    # Names of benefits beside their rates say enough; other names need more that tells of a benefit.
    if not _TELLING & view.columns.keys() and not _rated(view, name, rate):
        return None
    if name != "benefit" and not view.says(column_names().benefit_words):
        return None
    used = frozenset((rate, *_TELLING))
    subsidies = tuple(s for row in view.rows if (s := _subsidy(view, row, name, rate, used)) is not None)
    figures = tuple(
        cell.span for row in view.rows for kind in used if (cell := view.cell(row, kind)) and not cell.carried
    )
    if not subsidies:
        return None
    return Reading(subsidies=subsidies, set_aside=view.aside(used | {name}), figures=figures)


def _rated(view: TableView, name: str, rate: str) -> bool:
    """Whether each row of a whole table is a benefit of its own with its rate: then no other column need tell of it."""
    names = [row[view.columns[name]] for row in view.rows]
    own = len({cell.text for cell in names if cell.text and not cell.carried}) == len(names)
    return (name, rate) == ("benefit", "rate") and own and not view.grid.unsure


def _subsidy(view: TableView, row: tuple[Cell, ...], name: str, rate: str, used: frozenset[str]) -> Subsidy | None:
    named, amount = view.passage(row, name), view.cell(row, rate)
    if named is None or amount is None:
        return None
    own = [cell for kind in used if (cell := view.cell(row, kind)) and not cell.carried]
    own = own if amount in own else [amount]
    span = Span(min(cell.span.start for cell in own), max(cell.span.end for cell in own))
    rule = Passage(text=tidy(view.text, span).text, span=span)
    return Subsidy(index=0, name=named, rule=rule, quantities=(), path=view.path(row))
