"""What questions across the corpus find. Records stay in document order."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.act.across.filters import ClauseFilter, FigureFilter, PenaltyFilter
from corpus.records import Clause, Document, PartKind, Passage, Penalty, Quantity, Regime, Span


@dataclass(frozen=True, slots=True)
class PenaltiesResult:
    """Consequences that meet a condition."""

    asked: PenaltyFilter
    meets: tuple[tuple[Document, Penalty], ...]
    crosses: tuple[tuple[Document, Penalty], ...]
    """Those whose interval meets the amount only in part."""
    nearest: tuple[Document, Penalty] | None
    """When none meets an amount: the one with the highest fine."""


@dataclass(frozen=True, slots=True)
class FiguresResult:
    """Indicators or deadlines that meet a condition."""

    asked: FigureFilter
    found: tuple[tuple[Document, Quantity], ...]


@dataclass(frozen=True, slots=True)
class ClausesResult:
    """Clauses, duties and regimes that speak of something."""

    asked: ClauseFilter
    whole: tuple[tuple[Document, Regime], ...]
    clauses: tuple[tuple[Document, Clause], ...]
    duties: tuple[tuple[Document, Passage, str], ...]
    absent: str = ""
    """A word of the condition that no document has."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a comparison: what each regime says, in the order of the regimes; empty where it says nothing."""

    name: str
    cells: tuple[tuple[Quantity, ...], ...]


@dataclass(frozen=True, slots=True)
class ComparisonResult:
    """Regimes side by side."""

    regimes: tuple[tuple[Document, Regime], ...]
    part: PartKind
    rows: tuple[Row, ...]
    """For indicators, by kind of check."""
    clauses: tuple[tuple[Clause, ...], ...]
    """For any other part, the clauses of each regime."""


@dataclass(frozen=True, slots=True)
class TallyGroup:
    """Records counted together, each with its name and where it stands."""

    title: str
    items: tuple[tuple[Document, str, Span], ...]


@dataclass(frozen=True, slots=True)
class TallyResult:
    """How many records of a kind there are."""

    kind: str
    unit: str
    groups: tuple[TallyGroup, ...]


AcrossResult = PenaltiesResult | FiguresResult | ClausesResult | ComparisonResult | TallyResult
