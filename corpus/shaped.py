"""A source read shape by shape: its clauses, tables and what every shape found, before figures and laws are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.coverage import account, record_spans, spans_within
from corpus.noise import blanked, find_noise, set_aside
from corpus.outline import read_clauses
from corpus.pieces import markup
from corpus.records import Clause, Span, Table
from corpus.shapes.catalogue import OUTLINE_SHAPES
from corpus.shapes.reading import Reading, join
from corpus.source import Source
from corpus.tables.read import read_tables


@dataclass(frozen=True, slots=True)
class Shaped:
    """What the shapes made of one source."""

    text: str
    """The source text, with what pages put around it blanked: as long as the source, so that spans stay true."""
    clauses: tuple[Clause, ...]
    tables: tuple[Table, ...]
    found: Reading
    shapes: tuple[str, ...]
    """Names of the shapes that found something, tables first."""
    noise: tuple[tuple[Span, str], ...]
    """What was blanked, and why."""

    def accounted(self) -> tuple[tuple[tuple[Span, str], ...], tuple[Span, ...]]:
        """Stretches set aside with the reason, and unread ones: see `corpus.coverage.account`."""
        found = self.found
        whole = (*found.tiers, *found.waivers, *found.checks, *found.guides, *found.questions, *found.subsidies)
        read = record_spans(self.clauses, found.duties, found.boundaries, found.regimes) + spans_within(whole)
        return account(self.text, read, [*found.set_aside, *markup(self.text), *self.noise])


def read_shapes(source: Source) -> Shaped:
    """Tables first, since running text is what they leave; then every shape of outlines."""
    noise = find_noise(source.text, source.aside)
    text = blanked(source.text, noise)
    tables = read_tables(source, text)
    clauses = read_clauses(text, tables.running(len(text)))
    readings, names = list(tables.readings), list(tables.names)
    for shape in OUTLINE_SHAPES:
        reading = shape.read(text, clauses)
        if not reading.empty:
            readings.append(reading)
            names.append(shape.name)
    return Shaped(
        text=text,
        clauses=clauses,
        tables=tuple(tables.tables),
        found=join(readings),
        shapes=tuple(dict.fromkeys(names)),
        noise=tuple(set_aside(noise)),
    )
