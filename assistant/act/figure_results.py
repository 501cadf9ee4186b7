"""What questions on figures find: plans, whether something is enough, deadlines, limits."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.act.calendar_days import Count
from assistant.planning.minimum import CheckMinima
from assistant.planning.period import Horizon
from assistant.understand.dates import StatedDay
from corpus.records import Document, Quantity, Regime


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
