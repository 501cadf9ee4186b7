"""What a shape's reader gives back, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

from corpus.grid import Grid
from corpus.records import Boundary, Clause, Duty, Passage, Regime, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Records read from a document; indexes count from 0 and are renumbered when readings are joined."""

    duties: tuple[Duty, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    regimes: tuple[Regime, ...] = ()
    contents: tuple[Passage, ...] = ()
    set_aside: tuple[tuple[Span, str], ...] = ()

    @property
    def empty(self) -> bool:
        """True when the shape was not found."""
        return not any(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, slots=True)
class TableShape:
    """A kind of table. `read` gives None for a table of another kind."""

    name: str
    read: Callable[[str, Grid], Reading | None]


@dataclass(frozen=True, slots=True)
class OutlineShape:
    """A form of running text, read from its clauses."""

    name: str
    read: Callable[[str, Sequence[Clause]], Reading]
