"""The compiler: from a source to the records everything else works on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from corpus.anomalies import find_anomalies
from corpus.bureau_name import bureau_of
from corpus.extraction import extraction_anomalies
from corpus.in_force import in_force
from corpus.naming import title_of
from corpus.penalties import beside_tiers, read_penalties
from corpus.quantities import read_quantities
from corpus.records import (
    Document,
    Duty,
    Guide,
    Quantity,
    Section,
    Span,
    Subsidy,
)
from corpus.references import read_references
from corpus.shaped import read_shapes
from corpus.shapes.guide_entries import REPEATED
from corpus.shapes.lone_section import named_by_page
from corpus.source import Source


def compile_document(source: Source) -> Document:
    """All records of one source. Never fails on a document's wording: what no shape knows is read into clauses."""
    shaped = read_shapes(source)
    text, clauses, found = shaped.text, shaped.clauses, shaped.found
    aside, unread = shaped.accounted()
    bureau = bureau_of(source.text, clauses)
    title = title_of(source.text, clauses, bureau, source.file)
    duties = named_by_page(found.duties, source.text, title)
    references = read_references(text, clauses)
    figures = read_quantities(text, clauses, found.regimes, (*found.prose, *found.figures), found.checks)
    quantities = _once(figures, [span for span, reason in found.set_aside if reason == REPEATED])
    document = Document(
        id=source.file.removesuffix(Path(source.file).suffix),
        file=source.file,
        sha256=source.sha256,
        title=title,
        text=source.text,
        bureau=bureau,
        shapes=shaped.shapes,
        clauses=clauses,
        sections=_sections(duties),
        duties=duties,
        boundaries=found.boundaries,
        regimes=found.regimes,
        quantities=quantities,
        references=references,
        penalties=beside_tiers(read_penalties(text, clauses, found.regimes, references, found.prose), found.tiers),
        anomalies=(),
        contents=found.contents,
        tiers=found.tiers,
        waivers=found.waivers,
        checks=found.checks,
        guides=tuple(_named(guide, title, source.text) for guide in found.guides),
        questions=found.questions,
        subsidies=tuple(_with_amounts(subsidy, quantities) for subsidy in found.subsidies),
        tables=shaped.tables,
        places=source.places,
        in_force=in_force(source.text, clauses),
        set_aside=aside,
        unread=unread,
    )
    return msgspec.structs.replace(document, anomalies=(*extraction_anomalies(source), *find_anomalies(document)))


def _once(quantities: Sequence[Quantity], repeated: Sequence[Span]) -> tuple[Quantity, ...]:
    """The figures without those of words that say again what stands before."""
    kept = [q for q in quantities if not any(s.start <= q.span.start and q.span.end <= s.end for s in repeated)]
    return tuple(msgspec.structs.replace(quantity, index=i) for i, quantity in enumerate(kept))


def _named(guide: Guide, title: str, text: str) -> Guide:
    """A guide that bears no name of its own is that of the document's matter, which the text may name as its title."""
    if guide.name:
        return guide
    at = text.find(title)
    span = Span(at, at + len(title)) if title and at >= 0 else guide.span
    return msgspec.structs.replace(guide, name=title, span=span)


def _with_amounts(subsidy: Subsidy, quantities: Sequence[Quantity]) -> Subsidy:
    """A subsidy with the figures that stand in its rule."""
    rule = subsidy.rule.span
    within = tuple(q.index for q in quantities if rule.start <= q.span.start and q.span.end <= rule.end)
    return msgspec.structs.replace(subsidy, quantities=within)


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
