"""What the acts find: typed, frozen, each finding with the place it was read from. `assistant.compose` words them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.act.across.results import AcrossResult
from assistant.act.calendar_days import Count
from assistant.act.penalty_results import AbsentResult, PenaltyResult, WhichLawResult
from assistant.act.record_results import RecordResult
from assistant.excerpts import Excerpt
from assistant.findings import Reading
from assistant.inspection.checklist import Checklist
from assistant.matters import Outside
from assistant.planning.minimum import CheckMinima
from assistant.planning.period import Horizon
from assistant.retrieval import FoundClause
from assistant.understand.dates import StatedDay
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
class PlanResult:
    """What the indicators of a regime demand of a number of units, check by check."""

    document: Document
    regime: Regime
    units: int | None
    measure: str
    horizon: Horizon | None
    checks: tuple[CheckMinima, ...]
    staff: tuple[Quantity, ...]
    """Head-counts that hold for every check; given where the question is about inspectors."""
    inspectors: int | None
    """Inspectors at hand, where the question is whether they are enough."""


@dataclass(frozen=True, slots=True)
class Adequacy:
    """One rule against what was done."""

    quantity: Quantity
    unit: str
    """What both numbers count: 次, 家, 个月, 万."""
    least: float
    """What the rule demands for the time in question."""
    times: int
    """How many periods of the rule that time has; 1 where the figure itself is demanded."""
    share: str = ""
    """The working of a share of all units (26 × 30% = 7.8，向上取整为 8); empty for other rules."""


@dataclass(frozen=True, slots=True)
class AdequacyResult:
    """Whether a number of checks, units, inspectors, months or capital is enough."""

    document: Document
    regime: Regime
    value: float
    rules: tuple[Adequacy, ...]


@dataclass(frozen=True, slots=True)
class DeadlineItem:
    """One deadline, counted where a start is stated."""

    document: Document
    quantity: Quantity
    count: Count | None
    unpublished: bool
    """The calendar of working days for that time is not known yet."""


@dataclass(frozen=True, slots=True)
class DeadlineResult:
    """Deadlines that a question fits: one, or several that run from the same event."""

    items: tuple[DeadlineItem, ...]
    start: StatedDay | None
    """The day it runs from, as stated; its `day` is None while the year or today's date is missing."""
    done: StatedDay | None
    """The day it was or will be done, when the question asks whether that is in time."""
    left: bool
    """Whether it is asked how many days are left."""
    by: StatedDay | None = None
    """The day by which it must be done, when the question asks on which day it must begin: counted back from there."""


@dataclass(frozen=True, slots=True)
class LimitResult:
    """A score or count against the limits of a text: the readings that hold, likelier first."""

    document: Document
    value: float
    unit: str
    readings: tuple[Quantity, ...]
    """Cases that take the value in, likelier first; none where the text leaves it open."""
    cases: tuple[Quantity, ...]
    """All cases that the text sets apart, in its order."""
    doubtful: bool
    """Whether the value itself is hardly right: below nothing, above full marks."""


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
