"""The values an inspection is made of: what it checks, whom, who checks, and the evidence kept."""

from __future__ import annotations

from typing import Literal

import msgspec

Finding = Literal["符合", "不符合", "不适用", "未查"]
"""The finding for one item; 未查 is what an item has before anybody looked."""


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frozen value; subclasses are compared by value and written to JSON."""


class ChecklistItem(Value, frozen=True, kw_only=True):
    """One item to check, copied when the inspection began: a later change of the documents does not change it."""

    id: str
    text: str


class InspectedRegime(Value, frozen=True, kw_only=True):
    """The supervision regime (监管制度) being carried out, as it stood when the inspection began."""

    document: str
    """Document id."""
    title: str
    fingerprint: str
    """Of the corpus the checklist was compiled from."""
    items: tuple[ChecklistItem, ...]


class Unit(Value, frozen=True, kw_only=True):
    """The unit inspected (被检查单位)."""

    name: str
    register: str | None = None
    """Its id in the register of units, where it is listed."""


class Inspector(Value, frozen=True, kw_only=True):
    """One inspector (检查人员) as the papers name them."""

    name: str
    account: str | None = None
    """Account id; None for someone who takes part without signing in."""
    certificate: str | None = None
    """Number of the law-enforcement certificate (执法证号)."""


class MatchedViolation(Value, frozen=True, kw_only=True):
    """A violation that a finding 不符合 was matched with."""

    document: str
    penalty: int
    """Index in `Document.penalties` of that document, in the corpus the regime's fingerprint names."""
    text: str
    """The conduct as the document words it."""


class Evidence(Value, frozen=True, kw_only=True):
    """A reference to a kept file; the file itself lies under its hash."""

    name: str
    """For display; never used as a path."""
    sha256: str
    size: int
    """Bytes."""
    media_type: str
