"""What is found of a penalty: consequences judged for the facts of a case, facts that are missing, articles not held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.intervals import Relation
from corpus.records import Document, LawReference, Penalty


@dataclass(frozen=True, slots=True)
class Total:
    """A fine interval for the facts of the case, in yuan, with its working."""

    min_yuan: float | None
    max_yuan: float | None
    working: str


Unit = Literal["元", "元/人", "倍"]
"""What a proposed fine is stated in: yuan for the case, yuan a head, times the base."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A proposed fine against the lawful interval."""

    relation: Relation
    proposed: float
    difference: float
    """How far outside; 0 inside."""
    unit: Unit = "元"
    capped: bool = False
    """The text states an upper bound only."""


@dataclass(frozen=True, slots=True)
class PenaltyHit:
    """One consequence with what follows for the facts given."""

    document: Document
    penalty: Penalty
    total: Total | None
    verdict: Verdict | None
    applies: bool | None = None
    """Whether the facts call for this consequence; None where they leave it open."""


Missing = Literal["persons", "young", "gains", "base", "count", "condition"]
"""A fact that decides and is not given: how many persons, how many under the age, gains, another base, units, a condition."""


@dataclass(frozen=True, slots=True)
class Need:
    """A missing fact with the words of the document that make it decide."""

    fact: Missing
    words: str


@dataclass(frozen=True, slots=True)
class PenaltyResult:
    """The consequences of one or several violations."""

    hits: tuple[PenaltyHit, ...]
    needs: tuple[Need, ...] = ()
    """Facts that decide and are missing, when the question wants a total or a verdict."""
    sure: bool = True
    """False when the violations are only the nearest that the documents hold."""
    met: str = ""
    """The one condition, in the document's words, that the question says is met."""
    excluded: tuple[int, ...] = ()
    """Ages in the question that take persons out of the case (16 岁 under a rule on 不满十六周岁)."""
    judge: bool = False
    """Whether the question proposes a fine."""


@dataclass(frozen=True, slots=True)
class AbsentResult:
    """A law, an article or an item that the documents do not hold, with what they hold of that law."""

    said: str
    """As the question names it."""
    law: str
    """Full name of the law where the documents refer to it; else empty."""
    held: tuple[tuple[Document, LawReference], ...]
    items: tuple[str, ...] = ()
    """Items of the article that the documents do hold, when only the item is absent."""


@dataclass(frozen=True, slots=True)
class WhichLawResult:
    """An article number that several laws of the documents have."""

    said: str
    choices: tuple[tuple[Document, LawReference], ...]
