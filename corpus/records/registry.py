"""Who does what: the duty registry, its sections, and matters shared between departments."""

from __future__ import annotations

from typing import Literal

from corpus.records.spans import Passage, Record, Span


class Section(Record, frozen=True, kw_only=True):
    """A section (科室) of the bureau, in the order the registry first names it."""

    name: str
    """Tidy, line breaks inside the name joined."""
    span: Span
    """First place it is named as responsible."""
    duties: tuple[int, ...]
    """Indexes into `Document.duties`."""


DutyStanding = Literal["own", "taken_in", "given_away", "dropped", "strengthened"]
"""Whether a duty is the bureau's: 划入、划出、取消、加强 as its document says. What was given away is others' now."""


class Duty(Record, frozen=True, kw_only=True):
    """One row of a duty registry, or one entry of a prose duty list."""

    index: int
    number: str
    """序号 of the main duty (`11`); empty where the document does not number."""
    main: str
    """主要职责, tidy; empty where the shape has none."""
    main_span: Span | None
    text: str
    """具体工作事项, tidy."""
    span: Span
    items: tuple[Passage, ...]
    """`text` cut at 。；and at its own numbering; together they cover it."""
    section: str
    """Empty where the bureau as a whole bears the duty, or the page of a section does not name it."""
    section_span: Span
    path: tuple[str, ...]
    standing: DutyStanding = "own"


class BoundaryShare(Record, frozen=True, kw_only=True):
    """What one department does in a shared matter (职责分工)."""

    department: str
    department_span: Span
    text: str
    span: Span


class Boundary(Record, frozen=True, kw_only=True):
    """A matter shared between departments."""

    index: int
    number: str
    matter: str
    span: Span
    """Of the name of the matter."""
    shares: tuple[BoundaryShare, ...]
    basis: tuple[Passage, ...]
    """相关依据, one passage a cell."""
    case: tuple[Passage, ...]
    """案例, one passage a cell: a text that runs on into the next cell stays two passages in reading order."""
    path: tuple[str, ...]
