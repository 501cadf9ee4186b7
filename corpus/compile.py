"""The compiler: from a source to the records everything else works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from corpus.anomalies import find_anomalies
from corpus.coverage import account, record_spans
from corpus.grid import read_grids
from corpus.naming import bureau_of, title_of
from corpus.outline import read_clauses
from corpus.penalties import read_penalties
from corpus.pieces import markup
from corpus.pipes import read_pipe_grids
from corpus.quantities import read_quantities
from corpus.records import Boundary, Document, Duty, Regime, Section, Span
from corpus.references import read_references
from corpus.shapes.catalogue import OUTLINE_SHAPES, TABLE_SHAPES
from corpus.shapes.reading import Reading
from corpus.source import Source

_Indexed = TypeVar("_Indexed", Duty, Boundary, Regime)


def compile_document(source: Source) -> Document:
    """All records of one source. Never fails on a document's wording: what no shape knows is read into clauses."""
    text = source.text
    tables = _read_tables(text)
    clauses = read_clauses(text, _between(len(text), tables.spans))
    readings, names = list(tables.readings), list(tables.names)
    for shape in OUTLINE_SHAPES:
        reading = shape.read(text, clauses)
        if not reading.empty:
            readings.append(reading)
            names.append(shape.name)
    duties = _renumbered([duty for reading in readings for duty in reading.duties])
    boundaries = _renumbered([boundary for reading in readings for boundary in reading.boundaries])
    regimes = _renumbered([regime for reading in readings for regime in reading.regimes])
    aside, unread = account(
        text,
        record_spans(clauses, duties, boundaries, regimes),
        [stretch for reading in readings for stretch in reading.set_aside] + markup(text),
    )
    bureau = bureau_of(text, clauses)
    references = read_references(text, clauses)
    document = Document(
        id=source.file.removesuffix(Path(source.file).suffix),
        file=source.file,
        sha256=source.sha256,
        title=title_of(clauses, bureau, source.file),
        text=text,
        bureau=bureau,
        shapes=tuple(dict.fromkeys(names)),
        clauses=clauses,
        sections=_sections(duties),
        duties=duties,
        boundaries=boundaries,
        regimes=regimes,
        quantities=read_quantities(text, clauses, regimes),
        references=references,
        penalties=read_penalties(text, clauses, regimes, references),
        anomalies=(),
        contents=tuple(entry for reading in readings for entry in reading.contents),
        set_aside=aside,
        unread=unread,
    )
    return msgspec.structs.replace(document, anomalies=find_anomalies(document))


@dataclass(slots=True)
class _Tables:
    """The tables that a shape has read."""

    spans: list[Span] = field(default_factory=list[Span])
    readings: list[Reading] = field(default_factory=list[Reading])
    names: list[str] = field(default_factory=list[str])


def _read_tables(text: str) -> _Tables:
    """Tables of a known shape; a table that no shape knows stays running text, so that nothing is lost."""
    tables = _Tables()
    for grid in sorted((*read_grids(text), *read_pipe_grids(text)), key=lambda grid: grid.span):
        if tables.spans and grid.span.start < tables.spans[-1].end:
            continue
        for shape in TABLE_SHAPES:
            reading = shape.read(text, grid)
            if reading is not None:
                tables.spans.append(grid.span)
                tables.readings.append(reading)
                tables.names.append(shape.name)
                break
    return tables


def _between(length: int, spans: Sequence[Span]) -> list[Span]:
    """The stretches of running text around the tables."""
    starts = [0, *(span.end for span in spans)]
    ends = [*(span.start for span in spans), length]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _renumbered(records: Sequence[_Indexed]) -> tuple[_Indexed, ...]:
    return tuple(msgspec.structs.replace(record, index=i) for i, record in enumerate(records))


def _sections(duties: Sequence[Duty]) -> tuple[Section, ...]:
    """Sections in the order the registry first names them."""
    found: dict[str, list[Duty]] = {}
    for duty in duties:
        if duty.section:
            found.setdefault(duty.section, []).append(duty)
    return tuple(
        Section(name=name, span=held[0].section_span, duties=tuple(duty.index for duty in held))
        for name, held in found.items()
    )
