"""What inspections need kept. `assistant.store` keeps it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from assistant.inspection.chain import Link
from assistant.inspection.events import Event
from assistant.inspection.records import Appended, Listed, Wanted
from assistant.inspection.state import InspectionState
from assistant.inspection.words import Evidence


class Events(Protocol):
    """The logs of all inspections."""

    def append(self, inspection: str, author: str, event: Event, *, at: datetime, key: str | None = None) -> Appended:
        """Record an event that fits; durable when this returns. Raises InspectionError."""
        ...

    def state(self, inspection: str) -> InspectionState | None:
        """Where an inspection stands; None where there is none."""
        ...

    def links(self, inspection: str) -> tuple[Link, ...]:
        """The log as it is stored, in order."""
        ...


class Lists(Protocol):
    """Lists of inspections."""

    def page(self, wanted: Wanted, *, after: str | None = None, limit: int = 50) -> tuple[Listed, ...]:
        """Newest first, those behind the one with id `after`."""
        ...


class EvidenceFiles(Protocol):
    """Files by their hash."""

    def keep(self, data: bytes, name: str) -> Evidence:
        """Store a file; durable when this returns."""
        ...

    def read(self, sha256: str) -> bytes:
        """The content, checked against its hash."""
        ...
