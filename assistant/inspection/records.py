"""What keeping inspections gives back: an acknowledged event, lists, and what to list."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from assistant.inspection.events import Recorded
from assistant.inspection.state import InspectionState, Status


class Appended(msgspec.Struct, frozen=True, kw_only=True):
    """An acknowledged event: it is on disk."""

    recorded: Recorded
    state: InspectionState
    """Of the inspection, this event and all others included."""
    again: bool
    """True when the same event had been sent before under this key: nothing was added."""


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One inspection in a list."""

    id: str
    document: str
    regime: str
    unit: str
    register: str | None
    day: date
    kind: str
    status: Status
    owner: str
    begun_at: datetime
    changed_at: datetime
    seq: int


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which inspections; None is any."""

    account: str | None = None
    """Takes part."""
    document: str | None = None
    regime: str | None = None
    unit: str | None = None
    """Exact name."""
    register: str | None = None
    kind: str | None = None
    status: Status | None = None
    first_day: date | None = None
    last_day: date | None = None
