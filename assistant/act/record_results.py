"""What is found in guides, published answers, subsidy rules, discretion standards and check lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.question import Facts
from corpus.records import CheckItem, Document, Guide, GuideEntry, GuideField, QuestionAnswer, Subsidy, Tier, Waiver


@dataclass(frozen=True, slots=True)
class GuideResult:
    """What a service guide says to a question, and what it leaves open of it."""

    document: Document
    guide: Guide
    entries: tuple[GuideEntry, ...]
    silent: tuple[GuideField, ...] = ()
    """Asked for, and not in the guide (or blanked out in it)."""
    whole: bool = False
    """The question asks for nothing in particular: the guide is shown in short."""


@dataclass(frozen=True, slots=True)
class PublishedAnswerResult:
    """Questions that the bureau itself has answered, likeliest first."""

    found: tuple[tuple[Document, QuestionAnswer], ...]


@dataclass(frozen=True, slots=True)
class SubsidyResult:
    """Subsidy rules with their amounts, likeliest first."""

    found: tuple[tuple[Document, Subsidy], ...]
    asked: str = ""
    """The question's own words: what of a long rule is shown."""
    persons: int | None = None
    """How many persons it is for, where the question says so."""


@dataclass(frozen=True, slots=True)
class InForceResult:
    """Documents that say from when or until when they apply."""

    found: tuple[Document, ...]
    still: bool
    """Whether the question is if they apply now."""
    today: date | None
    """The day the answer is for, when stated."""
    total: int
    """How many there are; only the first are in `found`."""


@dataclass(frozen=True, slots=True)
class TierResult:
    """Steps of a discretion standard for one violation, in the standard's order."""

    document: Document
    tiers: tuple[Tier, ...]
    chosen: tuple[int, ...]
    """`Tier.index` of the steps that the question's words point at; empty where it leaves them open."""
    facts: Facts


@dataclass(frozen=True, slots=True)
class WaiverResult:
    """Violations that are not punished under stated circumstances."""

    found: tuple[tuple[Document, Waiver], ...]


@dataclass(frozen=True, slots=True)
class CheckItemResult:
    """Rows of a random-inspection list."""

    found: tuple[tuple[Document, CheckItem], ...]
    units: int | None = None
    """How many units there are, where the question says so."""


RecordResult = (
    GuideResult | PublishedAnswerResult | SubsidyResult | InForceResult | TierResult | WaiverResult | CheckItemResult
)
