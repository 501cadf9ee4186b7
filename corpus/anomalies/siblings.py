"""Runs of numbered clauses that count together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.labels import LabelKind, read_label
from corpus.records import Clause, Document


@dataclass(frozen=True, slots=True)
class Numbered:
    """A clause with the number its label gives."""

    clause: Clause
    kind: LabelKind
    ordinal: int


def numbered(clause: Clause) -> Numbered | None:
    """The clause with its number; None for an unnumbered one."""
    label = read_label(clause.label, 0) if clause.label else None
    return Numbered(clause, label.kind, label.ordinal) if label else None


def runs(document: Document) -> Iterator[list[Numbered]]:
    """Lists of siblings of one kind that start with 1, each up to where the count starts again or a new title stands."""
    open_runs: dict[tuple[int | None, LabelKind], list[Numbered]] = {}
    for clause in document.clauses:
        item = numbered(clause)
        if item is None:
            if clause.parent is None and clause.heading:
                yield from open_runs.values()
                open_runs = {}
            continue
        key = (clause.parent, item.kind)
        if item.ordinal == 1:
            if key in open_runs:
                yield open_runs[key]
            open_runs[key] = [item]
        elif key in open_runs:
            open_runs[key].append(item)
    yield from open_runs.values()
