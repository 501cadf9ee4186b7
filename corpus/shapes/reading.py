"""What a shape's reader gives back, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

import msgspec

from corpus.grid import Grid
from corpus.records import (
    Boundary,
    CheckItem,
    Clause,
    Duty,
    Guide,
    Passage,
    QuestionAnswer,
    Record,
    Regime,
    Span,
    Subsidy,
    Tier,
    Waiver,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """Records read from a document; indexes count from 0 and are renumbered when readings are joined."""

    duties: tuple[Duty, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    regimes: tuple[Regime, ...] = ()
    tiers: tuple[Tier, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    checks: tuple[CheckItem, ...] = ()
    guides: tuple[Guide, ...] = ()
    questions: tuple[QuestionAnswer, ...] = ()
    subsidies: tuple[Subsidy, ...] = ()
    contents: tuple[Passage, ...] = ()
    set_aside: tuple[tuple[Span, str], ...] = ()
    prose: tuple[Span, ...] = ()
    """Cells whose words are rules (a quoted law, a penalty): read for figures and penalties as running text is."""
    figures: tuple[Span, ...] = ()
    """Cells that are read for figures only: circumstances, contents."""
    left: tuple[Span, ...] = ()
    """Stretches of a table that the shape leaves to running text."""

    @property
    def empty(self) -> bool:
        """True when the shape was not found."""
        return not any(getattr(self, field.name) for field in fields(self))


def join(readings: Sequence[Reading]) -> Reading:
    """All readings of one document as one, in their order; records are numbered through."""
    return Reading(
        **{
            field.name: tuple(_numbered([part for reading in readings for part in getattr(reading, field.name)]))
            for field in fields(Reading)
        }
    )


def _numbered(parts: list[Any]) -> Iterator[Any]:
    for i, part in enumerate(parts):
        yield (
            msgspec.structs.replace(part, index=i)
            if isinstance(part, Record) and "index" in part.__struct_fields__
            else part
        )


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
