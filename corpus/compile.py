"""The compiler: from a source to the records everything else works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from corpus.anomalies import find_anomalies
from corpus.bureau_name import bureau_of
from corpus.coverage import account, record_spans, spans_within
from corpus.extraction import extraction_anomalies
from corpus.grid import Cell, Grid, read_grids
from corpus.in_force import in_force
from corpus.naming import title_of
from corpus.noise import blanked, find_noise, set_aside
from corpus.outline import read_clauses
from corpus.penalties import read_penalties
from corpus.pieces import markup
from corpus.pipes import read_pipe_grids
from corpus.quantities import read_quantities
from corpus.records import (
    Document,
    Duty,
    Quantity,
    Section,
    Span,
    Subsidy,
    Table,
    TableCell,
)
from corpus.references import read_references
from corpus.shapes.catalogue import OUTLINE_SHAPES, TABLE_SHAPES
from corpus.shapes.reading import Reading, join
from corpus.source import Source


def compile_document(source: Source) -> Document:
    """All records of one source. Never fails on a document's wording: what no shape knows is read into clauses."""
    noise = find_noise(source.text, source.aside)
    text = blanked(source.text, noise)
    tables = _read_tables(source, text)
    clauses = read_clauses(text, _between(len(text), tables.spans))
    readings, names = list(tables.readings), list(tables.names)
    for shape in OUTLINE_SHAPES:
        reading = shape.read(text, clauses)
        if not reading.empty:
            readings.append(reading)
            names.append(shape.name)
    found = join(readings)
    aside, unread = account(
        text,
        record_spans(clauses, found.duties, found.boundaries, found.regimes)
        + spans_within(
            (*found.tiers, *found.waivers, *found.checks, *found.guides, *found.questions, *found.subsidies)
        ),
        [*found.set_aside, *markup(text), *set_aside(noise)],
    )
    bureau = bureau_of(source.text, clauses)
    references = read_references(text, clauses)
    quantities = read_quantities(text, clauses, found.regimes)
    document = Document(
        id=source.file.removesuffix(Path(source.file).suffix),
        file=source.file,
        sha256=source.sha256,
        title=title_of(source.text, clauses, bureau, source.file),
        text=source.text,
        bureau=bureau,
        shapes=tuple(dict.fromkeys(names)),
        clauses=clauses,
        sections=_sections(found.duties),
        duties=found.duties,
        boundaries=found.boundaries,
        regimes=found.regimes,
        quantities=quantities,
        references=references,
        penalties=read_penalties(text, clauses, found.regimes, references),
        anomalies=(),
        contents=found.contents,
        tiers=found.tiers,
        waivers=found.waivers,
        checks=found.checks,
        guides=found.guides,
        questions=found.questions,
        subsidies=tuple(_with_amounts(subsidy, quantities) for subsidy in found.subsidies),
        tables=tuple(tables.tables),
        places=source.places,
        in_force=in_force(source.text, clauses),
        set_aside=aside,
        unread=unread,
    )
    return msgspec.structs.replace(document, anomalies=(*extraction_anomalies(source), *find_anomalies(document)))


def _with_amounts(subsidy: Subsidy, quantities: Sequence[Quantity]) -> Subsidy:
    """A subsidy with the figures that stand in its rule."""
    rule = subsidy.rule.span
    within = tuple(q.index for q in quantities if rule.start <= q.span.start and q.span.end <= rule.end)
    return msgspec.structs.replace(subsidy, quantities=within)


@dataclass(slots=True)
class _Tables:
    """All tables; spans, readings and names are of those that a shape has read."""

    tables: list[Table] = field(default_factory=list[Table])
    spans: list[Span] = field(default_factory=list[Span])
    readings: list[Reading] = field(default_factory=list[Reading])
    names: list[str] = field(default_factory=list[str])


def _read_tables(source: Source, text: str) -> _Tables:
    """Tables of a known shape; a table that no shape knows stays running text, so that nothing is lost."""
    tables = _Tables()
    grids = source.grids or (*read_grids(text), *read_pipe_grids(text))
    for grid in sorted(grids, key=lambda grid: grid.span):
        if tables.spans and grid.span.start < tables.spans[-1].end:
            continue
        shape, reading = next(
            ((shape, read) for shape in TABLE_SHAPES if (read := shape.read(text, grid)) is not None), (None, None)
        )
        tables.tables.append(_table(grid, shape.name if shape else ""))
        if shape is not None and reading is not None:
            tables.spans.append(grid.span)
            tables.readings.append(reading)
            tables.names.append(shape.name)
    return tables


def _table(grid: Grid, shape: str) -> Table:
    def kept(cells: Sequence[Cell]) -> tuple[TableCell, ...]:
        return tuple(TableCell(text=cell.text, span=cell.span, carried=cell.carried) for cell in cells)

    return Table(shape=shape, header=kept(grid.header), rows=tuple(kept(row) for row in grid.rows), span=grid.span)


def _between(length: int, spans: Sequence[Span]) -> list[Span]:
    """The stretches of running text around the tables."""
    starts = [0, *(span.end for span in spans)]
    ends = [*(span.start for span in spans), length]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


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
