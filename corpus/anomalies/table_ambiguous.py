"""Cells of a flattened table that could stand under several columns: their row is kept as text."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.records import Anomaly, Document
from corpus.tidy import tidy

_SHOWN = 20


def table_ambiguous(document: Document) -> Iterator[Anomaly]:
    """One for each stretch of a table that no cell holds; `subject` is the title of what the row is about."""
    for table in document.tables:
        for span in table.unsure:
            words = tidy(document.text, span).text
            shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}……"
            yield Anomaly(
                code="table-ambiguous",
                text=f"表格拆成文字后，分不清“{shown}”属于哪一栏，这些字按正文保留，没有记入任何一栏。",
                span=span,
            )
