"""A table seen by kinds of column: what the readers of tables ask it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus.grid import Cell, Grid
from corpus.records import Passage, Span
from corpus.shapes.columns import title_span
from corpus.tables.column_names import kind_of
from corpus.tables.rows import Row, full_row
from corpus.tidy import tidy

_BETWEEN = "| \t\r\n\u3000"
_ASIDE = {"number": "表格序号", "note": "备注栏"}
"""Why cells that no record holds are set aside; for other columns the column's own name says it."""


@dataclass(frozen=True)
class TableView:
    """A grid with the kinds of its columns."""

    text: str
    grid: Grid

    @cached_property
    def columns(self) -> dict[str, int]:
        """Kind → index of the first column of that kind."""
        found: dict[str, int] = {}
        for i, cell in enumerate(self.grid.header):
            kind = kind_of(cell.text)
            # 违法情形 beside 违法行为 are its circumstances.
            if kind == "violation" and kind in found and cell.text.endswith(("情形", "情节")):
                kind = "circumstances"
            if kind and kind not in found:
                found[kind] = i
        return found

    @cached_property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows, blank cells that are merged with what stands above them taken over from there."""
        kinds = tuple(kind_of(cell.text) for cell in self.grid.header)
        rows: list[Row] = []
        for cells in self.grid.rows:
            # What is unsure might stand in the blank places: nothing is taken over for them.
            above = rows[-1] if rows and not self._doubtful(cells) else None
            rows.append(full_row(cells, kinds, above) or Row(cells))
        return tuple(row.cells for row in rows)

    def _doubtful(self, cells: tuple[Cell, ...]) -> bool:
        """Whether words that could not be put under a column stand in this row or right beside it."""
        own = [cell.span for cell in cells if cell.text and not cell.carried]
        if not own or not self.grid.unsure:
            return False
        start, end = min(own).start, max(span.end for span in own)
        return any(
            (span.start < end and start < span.end)
            or (span.end <= start and not self.text[span.end : start].strip(_BETWEEN))
            or (end <= span.start and not self.text[end : span.start].strip(_BETWEEN))
            for span in self.grid.unsure
        )

    @cached_property
    def title(self) -> str:
        """The title line above the table; empty where there is none."""
        return tidy(self.text, self.title_span).text

    @cached_property
    def title_span(self) -> Span:
        """Where it stands."""
        return title_span(self.text, self.grid)

    def says(self, words: tuple[str, ...]) -> bool:
        """Whether a header cell or the title holds one of the words."""
        names = [self.title, *(cell.text for cell in (*self.grid.header, *self.grid.groups))]
        return any(word in name for word in words for name in names)

    def cell(self, row: tuple[Cell, ...], *kinds: str) -> Cell | None:
        """The row's filled cell of the first of these kinds that has one."""
        for kind in kinds:
            if kind in self.columns and row[self.columns[kind]].text:
                return row[self.columns[kind]]
        return None

    def passage(self, row: tuple[Cell, ...], *kinds: str) -> Passage | None:
        """That cell as a passage."""
        cell = self.cell(row, *kinds)
        return Passage(text=cell.text, span=cell.span) if cell else None

    def path(self, row: tuple[Cell, ...], *above: str) -> tuple[str, ...]:
        """Where a row's records stand: the table's title, what groups the row, its number."""
        number = self.cell(row, "number")
        groups = [cell.text for kind in above if (cell := self.cell(row, kind))]
        return tuple(part for part in (self.title, *groups, f"序号{number.text}" if number else "") if part)

    def aside(self, used: frozenset[str]) -> tuple[tuple[Span, str], ...]:
        """Header, lines, and the cells of columns that no record holds, each with the reason."""
        return tuple((span, reason) for span, reason in self._aside(used) if span.start < span.end)

    def _aside(self, used: frozenset[str]) -> Iterator[tuple[Span, str]]:
        for cell in (*self.grid.header, *self.grid.groups):
            yield cell.span, "表头"
        for line in self.grid.lines:
            yield line, "表格线"
        held = {i for kind, i in self.columns.items() if kind in used}
        for i, name in enumerate(self.grid.header):
            if i not in held:
                reason = _ASIDE.get(kind_of(name.text), f"“{name.text}”栏")
                yield from ((row[i].span, reason) for row in self.rows)
