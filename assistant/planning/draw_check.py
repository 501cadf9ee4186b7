"""Replays a recorded draw on a list of units and says what differs."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from assistant.planning.draw import ALGORITHM, Quota, draw
from assistant.planning.errors import PlanError
from assistant.planning.units import UnitList

_SHOWN = 5
"""Names shown of a difference."""


class _Quota(msgspec.Struct, frozen=True):
    what: str
    strata: tuple[str, ...]
    least: int


class _Drawn(msgspec.Struct, frozen=True):
    name: str
    key: str


class DrawRecord(msgspec.Struct, frozen=True):
    """What a record must hold to be replayed; further fields are for readers."""

    algorithm: str
    seed: str
    units_sha256: str
    size: int
    drawn: tuple[_Drawn, ...]
    quotas: tuple[_Quota, ...] = ()
    not_since: date | None = None


def read_record(content: bytes) -> DrawRecord:
    """The record in a file. Raises PlanError for what is none, or of another algorithm."""
    try:
        raw: Any = msgspec.json.decode(content)
        record = msgspec.convert(raw, DrawRecord)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise PlanError("抽取记录读不懂：应是 renshe draw --format json 写出的文件，没有改动过。") from error
    if record.algorithm != ALGORITHM:
        raise PlanError(f"记录用的算法是“{record.algorithm}”，这里只会核对“{ALGORITHM}”。")
    return record


def differences(record: DrawRecord, listed: UnitList) -> tuple[str, ...]:
    """What the replay finds otherwise than the record says; nothing where it is the same draw."""
    found: list[str] = []
    if record.units_sha256 != listed.sha256:
        found.append(f"名单不是抽取时的名单：记录为 {record.units_sha256}，现为 {listed.sha256}")
    since = record.not_since
    eligible = [u for u in listed.units if since is None or u.checked is None or u.checked < since]
    quotas = tuple(Quota(q.what, q.strata, q.least) for q in record.quotas)
    again = [(d.unit.name, d.key) for d in draw(eligible, record.size, record.seed, quotas)]
    said = [(d.name, d.key) for d in record.drawn]
    if again == said:
        return tuple(found)
    names, recorded = {n for n, _ in again}, {n for n, _ in said}
    if extra := sorted(recorded - names):
        found.append(f"记录里多出：{_shown(extra)}")
    if lost := sorted(names - recorded):
        found.append(f"记录里缺少：{_shown(lost)}")
    if not extra and not lost:
        found.append("名单相同，次序或 SHA-256 与重算的不同")
    return tuple(found)


def _shown(names: list[str]) -> str:
    rest = f" 等 {len(names)} 家" if len(names) > _SHOWN else ""
    return "、".join(names[:_SHOWN]) + rest
