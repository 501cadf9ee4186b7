"""What earlier statements have settled for the next: which regime, law, conduct and check it goes on about."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.claims.holdings import Group
from assistant.claims.laws import LawMention
from assistant.claims.places import Member
from assistant.claims.split import Statement
from assistant.question import Place

CLEAR, IN_FULL = 0.5, 0.7
"""Shares of a regime's name from which a text is taken to be about it, and to quote from nowhere else."""
_TOLD = 800
"""Characters of what was told before that still give facts of the case."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One place of a law as the statement names it, with what earlier statements add."""

    law: str
    """Canonical; empty where neither the statement nor the scene names one."""
    mention: LawMention | None
    """None where the law is only carried on."""
    member: Member | None
    """None for a law named without a place."""
    article: int | None
    paragraph: int | None
    item: int | None


@dataclass(frozen=True, slots=True)
class Bound:
    """The violations a statement speaks of."""

    groups: tuple[Group, ...] = ()
    sure: bool = False
    told: bool = False
    """True where the statement itself tells the conduct; else an earlier one or a reference does."""
    conduct: bool = False
    """True where a conduct was told at all, now or before; else a place of a law alone binds."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Carried from statement to statement."""

    regime: Place | None = None
    regime_share: float = 0.0
    """Share of the regime's name that was said where it was said most fully; 1 for a title."""
    law: str = ""
    article: int | None = None
    bound: Bound = Bound()
    heading: str = ""
    """Words of the last title or lead-in."""
    lead: str = ""
    """Words that named a check (专项督查) last, in a title or in the same line."""
    told: str = ""
    """Folded text of the statements since the last title."""
    sentence: str = ""
    """Folded text of the sentence so far, where a ； has cut it."""
    condition: str = ""
    """Conditions that were met since the conduct was told (逾期未改正)."""
    supposed: str = ""
    """Conditions that this sentence supposes (逾期不改正的)."""

    @property
    def conditions(self) -> str:
        """All that hold."""
        return f"{self.condition}，{self.supposed}，"


@dataclass(frozen=True, slots=True)
class Subject:
    """A statement, with what it is about."""

    statement: Statement
    scene: Scene
    """As it holds for this statement, its own words included."""
    before: Scene
    """As earlier statements left it."""
    named: bool
    """Whether the statement itself names the regime."""
    references: tuple[Reference, ...]
    bound: Bound
    regimes: tuple[tuple[int, Place, float], ...] = ()
    """Where the statement names several regimes side by side: where each is named, and which share of its name."""

    def at(self, start: int) -> Scene:
        """The scene for a claim that begins there: of several regimes the one named last before it is meant."""
        before = [(place, share) for position, place, share in self.regimes if position < start]
        if not before:
            return self.scene
        place, share = before[-1]
        return replace(self.scene, regime=place, regime_share=share)

    @property
    def conditions(self) -> str:
        """Conditions that hold where the statement begins: none when it tells another conduct than before."""
        fresh = self.bound.told and self.bound.groups != self.before.bound.groups
        return "" if fresh else self.before.conditions

    @property
    def text(self) -> str:
        """Folded text."""
        return self.statement.text


def after(subject: Subject) -> Scene:
    """The scene for the next statement."""
    s, scene = subject.statement, subject.scene
    if s.title:
        return replace(scene, told="", sentence="")
    sentence = s.text if s.opens else scene.sentence + s.text
    return replace(scene, told=(scene.told + s.text)[-_TOLD:], sentence=sentence)
