"""What understanding a question yields: frozen values that the acts read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Place = tuple[int, int]
"""Index of a document in the corpus, index of a record in it."""


@dataclass(frozen=True, slots=True)
class Aged:
    """Persons of one age."""

    age: int
    persons: int | None = None
    """How many; None where it is not said."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts of the case, read from the question. Money in yuan."""

    persons: int | None = None
    units: int | None = None
    gains_yuan: float | None = None
    no_gains: bool = False
    proposed_yuan: float | None = None
    score: float | None = None
    times: int | None = None
    proposed_each: bool = False
    """The proposed fine is one for each person."""
    proposed_times: float | None = None
    """The proposed fine as a multiple (违法所得的2倍)."""
    taken_yuan: float | None = None
    """A sum that somebody took, owes or holds back: the base of multiples other than 违法所得."""
    ages: tuple[Aged, ...] = ()
    uncorrected: bool | None = None
    """True: told to put it right and has not; False: has put it right in time; None: not said."""
    serious: bool | None = None
    """Whether the case is called 情节严重; None: not said."""
    counts: tuple[tuple[str, int], ...] = ()
    """Other counted units in the question: `(证, 20)`, `(小时, 3)`."""

    @property
    def age(self) -> int | None:
        """The first age stated."""
        return self.ages[0].age if self.ages else None


@dataclass(frozen=True, slots=True)
class TopicScore:
    """One entry of the vocabulary with its share of belief."""

    label: str
    """`in:ID`, `out:ID` or `talk:ID`."""
    score: float


@dataclass(frozen=True, slots=True)
class Topics:
    """What the question may be about, likeliest first; scores sum to 1."""

    ranked: tuple[TopicScore, ...]
    inside: float
    """Share of belief that it is this kind of bureau's business (matters and talk about the bureau)."""

    def best(self, kind: str) -> TopicScore | None:
        """The likeliest entry of a kind (`in`, `out`, `talk`)."""
        return next((t for t in self.ranked if t.label.startswith(kind + ":")), None)


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found, with how much of the question's content it covers (0–1)."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True)
class NamedRegime:
    """A regime that the question names, with the words that name it."""

    place: Place
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question, read."""

    raw: str
    text: str
    """Normalised and respelt."""
    content: str
    """Without the words that only show what kind of answer is wanted."""
    cues: frozenset[str]
    rest: str
    """`content` without the words that name the likeliest regime."""
    facts: Facts
    topics: Topics
    regimes: tuple[Hit, ...]
    sections: tuple[str, ...]
    """Names of sections that the question mentions, in order of mention."""
    departments: tuple[str, ...]
    """Names of departments of the boundary table that it mentions."""
    today: date | None
    """The day the answer is for, when stated (`--as-of`)."""
    named: tuple[NamedRegime, ...] = ()
    """Regimes that the question names side by side, in document order."""
