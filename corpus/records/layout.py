"""How a source is laid out: its clauses and tables, and where they stand in the original file."""

from __future__ import annotations

from corpus.records.spans import Record, Span


class Clause(Record, frozen=True, kw_only=True):
    """A numbered unit (一、 （一） 1、 （1） 第N条) or an unnumbered paragraph of a document."""

    index: int
    """Position in `Document.clauses`."""
    label: str
    """The numbering as written, tidy (`（一）`, `3、`); empty for an unnumbered paragraph."""
    path: tuple[str, ...]
    """Headings above and including this clause, outermost first; a clause that is a whole sentence shows its label only."""
    text: str
    """Tidy text of the clause's own lines (heading or sentence and the unnumbered lines that follow), without sub-clauses."""
    span: Span
    """Own lines only, label included."""
    extent: Span
    """With all sub-clauses."""
    parent: int | None
    level: int
    heading: bool
    """True when the own text is a title (short, no sentence) rather than a rule."""


class TableCell(Record, frozen=True, kw_only=True):
    """A cell of a source table; its span is empty where it holds nothing."""

    text: str
    span: Span
    carried: bool = False
    """True for a place that a merged cell covers: text and span are those of the cell it belongs to."""


class Table(Record, frozen=True, kw_only=True):
    """A table of the source, whatever shape has read it."""

    shape: str
    """Name of the shape that made records of it; empty where none knew it and its words stay clauses."""
    header: tuple[TableCell, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    span: Span
    unsure: tuple[Span, ...] = ()
    """Stretches whose cells could not be told apart: no cell and no record holds them, they are clauses."""


class Place(Record, frozen=True, kw_only=True):
    """Where in the original file a stretch of the extracted text stands."""

    span: Span
    page: int | None = None
    """From 1."""
    box: tuple[float, float, float, float] | None = None
    """Left, top, right, bottom in points from the upper left corner of the page."""
    cell: str | None = None
    """`Sheet1!B3`, or `表2!R3C1` in a text document."""
