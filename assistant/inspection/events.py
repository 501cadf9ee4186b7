"""What can happen to an inspection. Events are facts of the past: they are added, never changed.

In JSON each carries its name in `type` (`{"type": "found", …}`). A new field needs a default, so that stored events can
still be read; a changed meaning needs a new event.
"""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from assistant.inspection.words import Evidence, Finding, InspectedRegime, Inspector, MatchedViolation, Unit


class _Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all events."""

    noted_at: datetime | None = None
    """When it was said where the inspection took place, by the clock of whoever sent it; None where nobody said. What
    waited for a network is recorded later than that."""


class Begun(_Event, frozen=True, kw_only=True, tag="begun"):
    """检查开始."""

    regime: InspectedRegime
    unit: Unit
    inspectors: tuple[Inspector, ...]
    day: date
    kind: str
    """日常, 专项, 全面 … as the document names it."""


class Found(_Event, frozen=True, kw_only=True, tag="found"):
    """A finding for one item."""

    item: str
    finding: Finding
    note: str = ""
    violations: tuple[MatchedViolation, ...] = ()


class Noted(_Event, frozen=True, kw_only=True, tag="noted"):
    """A remark, on one item or on the whole inspection."""

    text: str
    item: str | None = None


class EvidenceAdded(_Event, frozen=True, kw_only=True, tag="evidence-added"):
    """A file was kept as evidence, for one item or for the whole inspection."""

    evidence: Evidence
    item: str | None = None


Said = Found | Noted | EvidenceAdded
"""What an inspector enters, and may correct."""


class Corrected(_Event, frozen=True, kw_only=True, tag="corrected"):
    """An earlier entry is replaced (`by`) or withdrawn (`by` is None); it stays visible as corrected."""

    of: int
    """`seq` of the event that made the entry."""
    by: Said | None = None
    reason: str = ""


class Amended(_Event, frozen=True, kw_only=True, tag="amended"):
    """What was written at the beginning is put right; None leaves it as it is."""

    unit: Unit | None = None
    inspectors: tuple[Inspector, ...] | None = None
    day: date | None = None
    kind: str | None = None
    reason: str = ""


class Moved(_Event, frozen=True, kw_only=True, tag="moved"):
    """下一项, 上一步: the item being looked at."""

    cursor: str


class Paused(_Event, frozen=True, kw_only=True, tag="paused"):
    """暂停."""


class Resumed(_Event, frozen=True, kw_only=True, tag="resumed"):
    """继续."""


class Shared(_Event, frozen=True, kw_only=True, tag="shared"):
    """Another account may take part."""

    account: str


class PaperMade(_Event, frozen=True, kw_only=True, tag="paper-made"):
    """A paper (文书) was generated; its hash says which one."""

    kind: str
    sha256: str


class Finished(_Event, frozen=True, kw_only=True, tag="finished"):
    """检查结束."""


class Reopened(_Event, frozen=True, kw_only=True, tag="reopened"):
    """A finished inspection is taken up again."""

    reason: str = ""


Event = (
    Begun
    | Found
    | Noted
    | EvidenceAdded
    | Corrected
    | Amended
    | Moved
    | Paused
    | Resumed
    | Shared
    | PaperMade
    | Finished
    | Reopened
)


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """An event as it stands in the log."""

    inspection: str
    seq: int
    """1 for the first event of an inspection, without gaps."""
    at: datetime
    """When it was recorded, UTC."""
    author: str
    """Account id of whoever said it."""
    key: str | None
    """Idempotency key the sender chose, if any."""
    event: Event
    prev: str
    """Hash of the event before; 64 zeros for the first."""
    hash: str
    """SHA-256, hex; see `assistant.inspection.chain`."""
