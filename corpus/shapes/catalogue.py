"""All shapes documents come in. A new shape is one new file beside this one and one line here."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.records import Clause
from corpus.shapes.boundary_table import read_boundaries
from corpus.shapes.prose_duties import read_prose_duties
from corpus.shapes.reading import OutlineShape, Reading, TableShape
from corpus.shapes.regimes import read_contents, read_regimes
from corpus.shapes.registry_table import read_registry


def _regimes(text: str, clauses: Sequence[Clause]) -> Reading:
    regimes = read_regimes(text, clauses)
    return Reading(regimes=regimes, contents=read_contents(clauses, regimes))


TABLE_SHAPES = (
    TableShape("boundary-table", read_boundaries),
    TableShape("registry-table", read_registry),
)
"""Tried in this order on each table: the first that knows the header reads it."""

OUTLINE_SHAPES = (
    OutlineShape("regimes", _regimes),
    OutlineShape("prose-duties", read_prose_duties),
)
"""All of them read the clauses of the running text."""
