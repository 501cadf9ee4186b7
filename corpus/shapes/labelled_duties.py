"""Duties in a table of labels and texts (`主要职责 | 负责…：（一）…`): each numbered item of the text is one."""

from __future__ import annotations

from corpus.grid import Cell, Grid
from corpus.labels import Label
from corpus.records import Duty, Span
from corpus.shapes.items import cut_items, numbering
from corpus.shapes.reading import Reading
from corpus.shapes.table_view import TableView
from corpus.tables.column_names import kind_of
from corpus.tidy import tidy, trim


def read_labelled_duties(text: str, grid: Grid) -> Reading | None:
    """Duties of the texts whose label names duties; other texts stay running text. None for a table with a header."""
    if grid.header:
        return None
    duties: list[Duty] = []
    left: list[Span] = []
    aside = [(line, "表格线") for line in grid.lines]
    title = TableView(text, grid).title
    for label, body in grid.rows:
        if kind_of(label.text) == "duty":
            aside.append((label.span, "表头"))
            duties += _duties(text, title, label, body)
        else:
            left += [label.span, body.span]
    return Reading(duties=tuple(duties), set_aside=tuple(aside), left=tuple(left)) if duties else None


def _duties(text: str, title: str, label: Cell, body: Cell) -> list[Duty]:
    labels = _outermost(numbering(text, body.span))
    ends = [*(found.start for found in labels[1:]), body.span.end]
    spans = [trim(text, Span(found.start, end)) for found, end in zip(labels, ends, strict=True)] or [body.span]
    lead = trim(text, Span(body.span.start, spans[0].start))
    stated = lead if lead.start < lead.end else None
    return [
        Duty(
            index=0,
            number=str(labels[i].ordinal) if labels else "",
            main=tidy(text, stated).text if stated else label.text,
            main_span=stated or label.span,
            text=tidy(text, span).text,
            span=span,
            items=cut_items(text, span),
            section="",
            section_span=Span(span.end, span.end),
            path=tuple(part for part in (title, label.text) if part),
        )
        for i, span in enumerate(spans)
    ]


def _outermost(labels: list[Label]) -> list[Label]:
    """Labels of the kind that the first of them has."""
    return [label for label in labels if label.kind == labels[0].kind]
