"""What the registry and the boundary table say, with where: the values that derivation works on."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.matters import Matter
from corpus.records import Boundary, BoundaryShare, Document, Duty, Passage


@dataclass(frozen=True, slots=True)
class DutySentence:
    """One sentence of a duty, with where it stands."""

    document: Document
    duty: Duty
    passage: Passage


@dataclass(frozen=True, slots=True)
class Share:
    """One department's share of a boundary matter."""

    document: Document
    boundary: Boundary
    share: BoundaryShare


@dataclass(frozen=True, slots=True)
class Candidate:
    """A section whose registered duty covers a matter."""

    sentence: DutySentence
    role: str
    """主办, 配合, or the stage the registry names: 初审, 复审, 审批 …"""

    @property
    def section(self) -> str:
        """Name of the section."""
        return self.sentence.duty.section


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a question: a matter and the sections that follow from the registry."""

    matter: Matter | None
    """None when no matter of the vocabulary was needed: the registry's own words matched."""
    candidates: tuple[Candidate, ...]
    shares: tuple[Share, ...] = ()
    """Other departments that the boundary table gives a share of it."""
