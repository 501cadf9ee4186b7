"""What meters are made from, and what they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.meters.term import Term
from corpus.records import Document, Quantity, Regime


@dataclass(frozen=True, slots=True)
class Visit:
    """One inspection of one unit."""

    unit: str
    """Its number in the register where it has one, else its name."""
    day: date
    kind: str
    finished: bool


@dataclass(frozen=True, slots=True)
class MeteredUnit:
    """A unit that a regime is about."""

    id: str
    """As `Visit.unit`."""
    words: tuple[str, ...] = ()
    """What the register says of it besides its name (类别)."""
    counts: tuple[tuple[str, int], ...] = ()
    """Whole numbers that the register states of it, by their columns (班次, 学员人数)."""


@dataclass(frozen=True, slots=True)
class Meter:
    """Done against owed."""

    check: str
    """日常巡查."""
    what: str
    """What is counted: 次数, 家数, 家次, or a special share in the document's words."""
    term: Term
    owed: int
    done: int
    unit: str
    working: str
    """How owed and done come about."""
    rests: tuple[Quantity, ...]
    """Figures of the document it rests on; the first one is quoted."""
    due: date
    """Last working day of the term where the calendar is published, else its last day."""
    following: Term
    """The term after it."""

    @property
    def left(self) -> int:
        """What is still to be done in the term."""
        return max(0, self.owed - self.done)


@dataclass(frozen=True, slots=True)
class Uncounted:
    """What a document demands and the store cannot tell: shown in the table with the reason."""

    check: str
    what: str
    """次数, or what is sampled in the document's words."""
    demand: str
    """As far as it is known: `每班次 2 次`, `10%`."""
    why: str
    rests: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class RegimeMeters:
    """All meters of one regime on a day."""

    document: Document
    regime: Regime
    units: int
    """On the register."""
    meters: tuple[Meter, ...]
    notes: tuple[str, ...]
    uncounted: tuple[Uncounted, ...] = ()
