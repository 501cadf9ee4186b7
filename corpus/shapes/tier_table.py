"""Discretion standards as a table: 违法行为 | 裁量阶次 | 适用情形 | 处罚幅度, one step a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from corpus.fines import find_fines
from corpus.grid import Cell, Grid
from corpus.penalties.parts import parts_of
from corpus.penalties.wording import measures_of
from corpus.records import Fine, LawReference, Span, Tier
from corpus.references import read_references
from corpus.shapes.reading import Reading
from corpus.shapes.table_view import TableView
from corpus.tables.column_names import column_names
from corpus.tidy import Tidy, tidy

_VIOLATION = ("violation", "matter", "field", "class")
_PENALTY = frozenset(("penalty", "penalty_kind"))
_PIECE = re.compile(r"[^；;。]+[；;。]?")
_SUBJECT = re.compile(r"(?:^|[，,])对(?:于)?(?P<who>[^，,；。处的]{2,20}?)(?:的)?[，,]?(?:并?处|可以|给予|责令|按)")


def read_tiers(text: str, grid: Grid) -> Reading | None:
    """The steps of a discretion table. None for one without violation, penalty, and degree or circumstances."""
    view = TableView(text, grid)
    violation = next((kind for kind in _VIOLATION if kind in view.columns), None)
    steps = {"degree", "circumstances"} & view.columns.keys()
    if violation is None or not steps or not _PENALTY & view.columns.keys() or _spares(view):
        return None
    tiers = [tier for row in view.rows for tier in _tiers(view, row, violation)]
    used = frozenset((violation, "degree", "circumstances", _penalty(view)))
    prose = tuple(cell.span for row in view.rows if (cell := view.cell(row, "basis")) and not cell.carried)
    figures = tuple(cell.span for row in view.rows if (cell := view.cell(row, "circumstances")) and not cell.carried)
    aside = [*view.aside(used), *((r[i].span, "表格栏") for r in view.rows for i in _doubled(view))]
    return Reading(tiers=tuple(tiers), set_aside=tuple(aside), prose=prose, figures=figures) if tiers else None


def _penalty(view: TableView) -> str:
    """The column of penalties: how much, where there is another for what kind."""
    return "penalty" if "penalty" in view.columns else "penalty_kind"


def _spares(view: TableView) -> bool:
    """Whether the circumstances are those under which less or no penalty is given, by the column's own name."""
    at = view.columns.get("circumstances")
    name = "" if at is None or "degree" in view.columns else view.grid.header[at].text
    return any(word in name for word in column_names().waiver_words)


def _doubled(view: TableView) -> list[int]:
    return [i for i in range(len(view.grid.header)) if i not in view.columns.values()]


def _tiers(view: TableView, row: tuple[Cell, ...], violation: str) -> Iterator[Tier]:
    """One step for each kind of subject that the row's penalty sets apart."""
    conduct, penalty = view.cell(row, violation), view.cell(row, _penalty(view))
    degree, when = view.cell(row, "degree"), view.cell(row, "circumstances")
    if conduct is None or penalty is None or (degree is None and when is None):
        return
    law = _law(view, row)
    span = Span(min(c.span.start for c in (degree, when, penalty) if c), penalty.span.end)
    for subject, words in _subjects(tidy(view.text, penalty.span)):
        yield Tier(
            index=0,
            violation=conduct.text,
            violation_span=conduct.span,
            name=degree.text if degree else "",
            subject=subject,
            circumstances=when.text if when else "",
            circumstances_span=when.span if when else Span(penalty.span.start, penalty.span.start),
            measures=tuple(m for part in parts_of(words.text) for m in measures_of(part.text)),
            fine=_fine(words),
            law=law.name if law else "",
            article=law.article if law else "",
            basis_span=_within(view, row, law),
            span=span if span.start <= penalty.span.start and not _carried(degree, when) else penalty.span,
            clause=None,
            path=view.path(row),
        )


def _carried(*cells: Cell | None) -> bool:
    return any(cell.carried for cell in cells if cell)


def _subjects(words: Tidy) -> list[tuple[str, Tidy]]:
    """The penalty for each kind of subject it names with a fine of its own; the whole of it where it names none."""
    pieces = [words_between(words, *match.span()) for match in _PIECE.finditer(words.text)]
    named = [(match["who"], piece) for piece in pieces if (match := _SUBJECT.search(piece.text))]
    several = len(named) > 1 and all(find_fines(piece.text) for _, piece in named)
    return named if several and len({who for who, _ in named}) == len(named) else [("", words)]


def words_between(words: Tidy, start: int, end: int) -> Tidy:
    """A slice of tidy words that still knows its way back."""
    return Tidy(words.text[start:end], words.offsets[start:end], words.offsets[end - 1] + 1)


def _fine(words: Tidy) -> Fine:
    found = find_fines(words.text)
    if not found:
        return Fine(kind="none")
    return msgspec.structs.replace(found[0].fine, span=words.source(found[0].start, found[0].end))


def _within(view: TableView, row: tuple[Cell, ...], law: LawReference | None) -> Span | None:
    """Where the row's basis names the law."""
    cell = view.cell(row, "basis")
    return Span(cell.span.start + law.span.start, cell.span.start + law.span.end) if cell and law else None


def _law(view: TableView, row: tuple[Cell, ...]) -> LawReference | None:
    """The last law with an article that the row's basis names, else the last law."""
    cell = view.cell(row, "basis")
    if cell is None:
        return None
    references = read_references(view.text[cell.span.start : cell.span.end], ())
    return next((r for r in reversed(references) if r.article), references[-1] if references else None)
