"""A sheet as a value: what it says, free of how a file format writes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Cell = str | int


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head and its share of the width."""

    title: str
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has a cell a column."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something due on a day, or from a day to a last day."""

    uid: str
    """The same for the same thing, whenever it is written."""
    title: str
    text: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Sheet:
    """Tables under one title, with remarks; `events` for calendars, `data` for programs."""

    title: str
    lead: tuple[str, ...]
    tables: tuple[Table, ...]
    remarks: tuple[str, ...]
    events: tuple[Event, ...] = ()
    data: Mapping[str, object] = field(default_factory=dict[str, object])


_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def is_active(text: str) -> bool:
    """Whether a spreadsheet program would take the text for a formula."""
    return text.startswith(_ACTIVE)
