"""The compiled records beside the inventory, and which of them too few cases ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from corpus.records import Document, Penalty, Span
from evals.computed.places import Place
from evals.numerals import squeeze

PLAIN, WITH_FACTS = 2, 1
"""Least cases per record that ask in everyday words, and that state facts of a case besides."""


class Asking(Protocol):
    """What the coverage needs to know of a case."""

    @property
    def covers(self) -> tuple[str, ...]:
        """Names of the inventory: `place`, `place.slot`; `a|b` where the document lays one rule down twice."""
        ...

    @property
    def with_facts(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Matched:
    """A compiled record with the names the inventory gives it; none where the inventory does not know it."""

    label: str
    names: tuple[str, ...]
    plain: int
    """Cases that ask for it without facts."""
    with_facts: int

    @property
    def enough(self) -> bool:
        return self.plain >= PLAIN and self.with_facts >= WITH_FACTS


@dataclass(frozen=True, slots=True)
class RecordCoverage:
    """Every penalty, figure of a regime and deadline, in document order."""

    records: tuple[Matched, ...]
    unmatched: tuple[str, ...]
    """Consequences that the inventory names and no compiled record states."""

    @property
    def lacking(self) -> tuple[Matched, ...]:
        return tuple(r for r in self.records if not r.enough)


def record_coverage(document: Document, places: Mapping[str, Place], cases: Iterable[Asking]) -> RecordCoverage:
    """Count the cases of every compiled record, by the names under which cases cover it."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for case in cases:
        for name in (name for cover in case.covers for name in cover.split("|")):
            counts[name][case.with_facts] += 1
    named = list(_named(document, places))
    records = tuple(
        Matched(
            label,
            names,
            plain=sum(counts[n][False] for n in names),
            with_facts=sum(counts[n][True] for n in names),
        )
        for label, names in named
    )
    known = {n for _, names in named for n in names}
    return RecordCoverage(records, tuple(p.name for p in places.values() if p.penalty and p.name not in known))


def _named(document: Document, places: Mapping[str, Place]) -> Iterator[tuple[str, tuple[str, ...]]]:
    by_penalty: dict[int, list[str]] = defaultdict(list)
    for place in places.values():
        if place.penalty and (record := _penalty(document, place)) is not None:
            by_penalty[record.index].append(place.name)
    for p in document.penalties:
        yield f"{p.violation}{f'：{p.when}' if p.when else ''}", tuple(by_penalty[p.index])
    for q in document.quantities:
        if q.regime is not None:
            label = f"{q.label} {squeeze(document.quote(q.span))}"
            yield label, tuple(_names_at(q.span, places))


def _penalty(document: Document, place: Place) -> Penalty | None:
    """The consequence stated at a place: of those whose sentence holds it, under the same condition, the shortest."""
    holding = [
        p
        for p in document.penalties
        if p.span.start <= place.span.start
        and place.span.end <= _to_the_stop(document, p.span)
        and p.when == place.when
    ]
    return min(holding, key=lambda p: (p.span.end - p.span.start, p.index), default=None)


def _to_the_stop(document: Document, span: Span) -> int:
    """A penalty's span may leave out the 的 or the stop that its sentence ends with."""
    return span.end + 2 if span.end < len(document.text) else span.end


def _names_at(span: Span, places: Mapping[str, Place]) -> Iterator[str]:
    """`place.slot` for a number; the place alone where it names no number (当日)."""
    for place in places.values():
        slots = [n for n, s in place.slots.items() if any(_overlap(x, span) for x in s.spans)]
        yield from (f"{place.name}.{n}" for n in slots)
        if not place.slots and not place.penalty and _overlap(place.span, span):
            yield place.name


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
