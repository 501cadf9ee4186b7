"""What the acts find: typed, frozen, each finding with the place it was read from. `assistant.compose` words them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.act.across.results import AcrossResult
from assistant.act.figure_results import AdequacyResult, DeadlineResult, LimitResult, PlanResult
from assistant.act.penalty_results import AbsentResult, PenaltyResult, WhichLawResult
from assistant.act.record_results import RecordResult
from assistant.excerpts import Excerpt
from assistant.findings import Reading
from assistant.inspection.checklist import Checklist
from assistant.matters import Outside
from assistant.retrieval import FoundClause
from assistant.written_sentences import WrittenSentence
from corpus.records import (
    Anomaly,
    Boundary,
    Clause,
    Document,
    LawReference,
    Passage,
    Quantity,
    Regime,
    RegimePart,
    Section,
)

Silent = Literal["phone", "address", "hours", "amount", "materials", "conditions", "duration", "person"]
"""Attributes that people ask for and duty documents seldom state."""


@dataclass(frozen=True, slots=True)
class RouteResult:
    """Where to go. Several readings: the first is the likeliest; `ask_back` when the next word decides."""

    readings: tuple[Reading, ...]
    ask_back: bool
    silent: tuple[Silent, ...]
    where: bool
    """Whether the question also asks where to go (then silence on another point does not make it unanswered)."""


@dataclass(frozen=True, slots=True)
class OutsideResult:
    """Not this bureau's business."""

    outside: Outside | None


@dataclass(frozen=True, slots=True)
class TalkResult:
    """Talk that needs no document."""

    kind: str


@dataclass(frozen=True, slots=True)
class SignInResult:
    """Words that begin an inspection, from somebody who is not signed in."""


@dataclass(frozen=True, slots=True)
class InjectionResult:
    """An order to leave the rules."""


@dataclass(frozen=True, slots=True)
class UnknownResult:
    """The documents do not say."""

    inside: bool


@dataclass(frozen=True, slots=True)
class UnprovedResult:
    """Something was found that could not be proved word for word."""


@dataclass(frozen=True, slots=True)
class SupervisionResult:
    """Parts of one regime."""

    document: Document
    regime: Regime
    parts: tuple[RegimePart, ...]
    quantities: tuple[Quantity, ...]
    focus: tuple[Clause, ...]
    """Clauses outside of those parts that speak of just what is asked."""
    checklist: bool
    supervisor: bool = False
    """Whether the question is who supervises."""


@dataclass(frozen=True, slots=True)
class ChecklistResult:
    """A whole regime as a checklist."""

    document: Document
    checklist: Checklist


@dataclass(frozen=True, slots=True)
class BoundaryResult:
    """A matter shared between departments."""

    document: Document
    boundary: Boundary
    departments: tuple[str, ...] = ()
    """Those that the question names; empty where it is on all of them."""


@dataclass(frozen=True, slots=True)
class BoundaryListResult:
    """All matters that departments share."""

    boundaries: tuple[tuple[Document, Boundary], ...]


@dataclass(frozen=True, slots=True)
class SectionResult:
    """Profiles of sections."""

    sections: tuple[tuple[Document, Section], ...]


@dataclass(frozen=True, slots=True)
class SectionListResult:
    """All sections."""

    sections: tuple[tuple[Document, Section], ...]


@dataclass(frozen=True, slots=True)
class CorpusResult:
    """What the documents contain."""

    missing: tuple[tuple[Document, Anomaly], ...]
    """Entries of a contents list without a body; when given, only they were asked for."""
    overview: bool


@dataclass(frozen=True, slots=True)
class AnomaliesResult:
    """What the documents themselves get wrong or leave open."""

    found: tuple[tuple[Document, Anomaly], ...]


@dataclass(frozen=True, slots=True)
class MentionResult:
    """A unit or term that the documents mention without a record of its own."""

    term: str
    places: tuple[tuple[Document, Clause, Passage], ...]


@dataclass(frozen=True, slots=True)
class ProvisionResult:
    """Clauses of regimes that speak of what is asked."""

    places: tuple[tuple[Document, Clause], ...]
    no_penalty: bool = False
    """A penalty was asked for, and the documents state none for this conduct."""
    too_old: int | None = None
    """Age of the person, when it takes the case out of a clause on persons under an age."""


@dataclass(frozen=True, slots=True)
class ReferenceResult:
    """Where the documents refer to a law."""

    references: tuple[tuple[Document, LawReference], ...]


@dataclass(frozen=True, slots=True)
class PassageResult:
    """Clauses and cells of tables found by retrieval, nothing more certain."""

    places: tuple[FoundClause | Excerpt, ...]


@dataclass(frozen=True, slots=True)
class WrittenResult:
    """Sentences that say what is asked, best first."""

    found: tuple[WrittenSentence, ...]
    units: int | None
    """How many units there are, where the question says so."""
    asked: str
    """The question without its asking words."""
    on_checks: bool = False
    """Whether figures of checking are asked for."""


Result = (
    AcrossResult
    | RecordResult
    | RouteResult
    | OutsideResult
    | TalkResult
    | SignInResult
    | InjectionResult
    | UnknownResult
    | UnprovedResult
    | PenaltyResult
    | SupervisionResult
    | ChecklistResult
    | PlanResult
    | AdequacyResult
    | DeadlineResult
    | LimitResult
    | BoundaryResult
    | BoundaryListResult
    | SectionResult
    | SectionListResult
    | CorpusResult
    | AnomaliesResult
    | MentionResult
    | ProvisionResult
    | ReferenceResult
    | AbsentResult
    | WhichLawResult
    | PassageResult
    | WrittenResult
)
