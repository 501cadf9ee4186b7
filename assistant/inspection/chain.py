"""The hash chain: each entry of a log carries the hash of the one before, so that no later change goes unseen.

`hash = SHA-256(canonical JSON of {at, author, event, inspection, key, prev, seq})`, hex. Canonical: UTF-8, keys sorted, no
blanks, `at` as ISO 8601 in UTC. The event goes in as the JSON text that is stored, so a log stays verifiable when a
later version of the program gives events new fields.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime

import msgspec

from assistant.inspection.errors import InspectionError
from assistant.inspection.events import Event, Recorded

START = "0" * 64
"""`prev` of the first entry."""

_event_encoder = msgspec.json.Encoder(order="sorted")
_event_decoder = msgspec.json.Decoder(Event)


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One entry as it is stored."""

    inspection: str
    seq: int
    at: datetime
    author: str
    key: str | None
    event: str
    """Canonical JSON of the event."""
    prev: str
    hash: str


def encode(event: Event) -> str:
    """Canonical JSON. Raises InspectionError for text that no encoding can hold (half a surrogate pair)."""
    try:
        return _event_encoder.encode(event).decode()
    except UnicodeEncodeError as error:
        raise InspectionError("内容里有无法保存的字符（不完整的表情或乱码）；请删去后重新提交。") from error


def decode(link: Link) -> Recorded:
    """The event that an entry holds. Raises msgspec.DecodeError for a damaged one."""
    return Recorded(
        inspection=link.inspection,
        seq=link.seq,
        at=link.at,
        author=link.author,
        key=link.key,
        event=_event_decoder.decode(link.event),
        prev=link.prev,
        hash=link.hash,
    )


def digest(*, inspection: str, seq: int, at: datetime, author: str, key: str | None, event: str, prev: str) -> str:
    """The hash of one entry."""
    whole = {
        "at": at.isoformat(timespec="microseconds"),
        "author": author,
        "event": msgspec.Raw(event.encode()),
        "inspection": inspection,
        "key": key,
        "prev": prev,
        "seq": seq,
    }
    return hashlib.sha256(_event_encoder.encode(whole)).hexdigest()


def link(*, inspection: str, seq: int, at: datetime, author: str, key: str | None, event: str, prev: str) -> Link:
    """The next entry of a log."""
    made = digest(inspection=inspection, seq=seq, at=at, author=author, key=key, event=event, prev=prev)
    return Link(inspection=inspection, seq=seq, at=at, author=author, key=key, event=event, prev=prev, hash=made)


class Break(msgspec.Struct, frozen=True, kw_only=True):
    """The first place where a log is not what was written."""

    inspection: str
    seq: int
    why: str
    """Chinese, for the user."""


def first_break(inspection: str, links: Iterable[Link], head: tuple[int, str] | None) -> Break | None:
    """Recompute a whole log in order of `seq`. `head` is the number and hash of its last entry as kept elsewhere."""
    prev, seq = START, 0
    for entry in links:
        seq += 1
        why = _wrong(entry, seq, prev)
        if why:
            return Break(inspection=inspection, seq=seq, why=why)
        prev = entry.hash
    if head is not None and head != (seq, prev if seq else START):
        return Break(inspection=inspection, seq=seq + 1, why=f"应有 {head[0]} 条记录，实有 {seq} 条，或末条被换过")
    return None


def _wrong(entry: Link, seq: int, prev: str) -> str:
    if entry.seq != seq:
        return "这一条不见了"
    if entry.prev != prev:
        return "与前一条接不上"
    made = digest(
        inspection=entry.inspection,
        seq=entry.seq,
        at=entry.at,
        author=entry.author,
        key=entry.key,
        event=entry.event,
        prev=entry.prev,
    )
    return "" if made == entry.hash else "内容与校验值不符"
