"""The append-only, hash-chained log of each inspection."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select

from assistant.inspection import chain
from assistant.inspection.admission import admit
from assistant.inspection.errors import InspectionError, KeyReusedError
from assistant.inspection.events import Begun, Event, Recorded
from assistant.inspection.state import InspectionState, apply, fold
from assistant.store.database import Database
from assistant.store.errors import DamagedError
from assistant.store.projection import project
from assistant.store.schema import inspection_events as table
from assistant.store.schema import inspections

MAX_KEY = 200
"""Characters of an idempotency key."""


class Appended(msgspec.Struct, frozen=True, kw_only=True):
    """An acknowledged event: it is on disk."""

    recorded: Recorded
    state: InspectionState
    """Of the inspection, this event and all others included."""
    again: bool
    """True when the same event had been sent before under this key: nothing was added."""


class EventLog:
    """Adds and reads events. Writers of one inspection take turns; none is lost."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, inspection: str, author: str, event: Event, *, at: datetime, key: str | None = None) -> Appended:
        """Record an event that fits. When this returns, the event is durable.

        Raises RefusedError where it does not fit, KeyReusedError where the key was used for something else, StoreError
        where nothing could be written.
        """
        _check_key(key)
        body = chain.encode(event)
        entry = (inspection, author, body, at.astimezone(UTC), key)
        return self._database.write(lambda connection: _append(connection, event, *entry))

    def read(self, inspection: str) -> tuple[Recorded, ...]:
        """The whole log, in order; empty where there is no such inspection."""
        with self._database.read() as connection:
            return tuple(decode(x) for x in links(connection, inspection))

    def state(self, inspection: str) -> InspectionState | None:
        """Where the inspection stands; None where there is none."""
        return fold(self.read(inspection))


def links(connection: Connection, inspection: str) -> Iterator[chain.Link]:
    """The stored entries of one inspection, in order."""
    rows = connection.execute(select(table).where(table.c.inspection == inspection).order_by(table.c.seq))
    return (_link(row) for row in rows)


def _append(
    connection: Connection, event: Event, inspection: str, author: str, body: str, at: datetime, key: str | None
) -> Appended:
    # The row of the inspection is what writers of one inspection take turns by (PostgreSQL); SQLite has one writer.
    head = connection.execute(
        select(inspections.c.head).where(inspections.c.id == inspection).with_for_update()
    ).scalar()
    if key is not None and (sent := _sent_before(connection, author, key)):
        return _again(connection, sent, inspection, event, body)
    log = [decode(x) for x in links(connection, inspection)]
    prev = log[-1].hash if log else chain.START
    if head is not None and head != prev:
        raise DamagedError("这次检查的记录被改动过，不能再录入；请运行 renshe store check 查明，并从备份恢复。")
    before = fold(log)
    admit(before, event)
    entry = chain.link(inspection=inspection, seq=len(log) + 1, at=at, author=author, key=key, event=body, prev=prev)
    recorded = decode(entry)
    state = apply(before, recorded)
    assert state is not None, "an admitted event leaves a state"
    project(connection, state)
    connection.execute(insert(table), msgspec.structs.asdict(entry))
    return Appended(recorded=recorded, state=state, again=False)


def _sent_before(connection: Connection, author: str, key: str) -> chain.Link | None:
    row = connection.execute(select(table).where(table.c.author == author, table.c.key == key)).first()
    return _link(row) if row else None


def _again(connection: Connection, sent: chain.Link, inspection: str, event: Event, body: str) -> Appended:
    # A repeated Begun comes with a new id: the sender has not seen the first one's.
    same_place = sent.inspection == inspection or isinstance(event, Begun)
    if not same_place or sent.event != body:
        raise KeyReusedError("这个提交编号已经用于另一次录入，没有保存；请换一个编号重新提交。")
    state = fold(decode(x) for x in links(connection, sent.inspection))
    assert state is not None, "a stored event belongs to an inspection"
    return Appended(recorded=decode(sent), state=state, again=True)


def _link(row: Row[Any]) -> chain.Link:
    return chain.Link(**row._mapping)  # pyright: ignore[reportPrivateUsage]  # SQLAlchemy's public name for it


def decode(link: chain.Link) -> Recorded:
    """The event of a stored entry. Raises DamagedError."""
    try:
        return chain.decode(link)
    except msgspec.DecodeError as error:
        raise DamagedError(
            f"检查 {link.inspection} 的第 {link.seq} 条记录读不出来；请运行 renshe store check 查明，并从备份恢复。"
        ) from error


def _check_key(key: str | None) -> None:
    if key is not None and not (0 < len(key) <= MAX_KEY and key.isprintable()):
        raise InspectionError(f"提交编号要有 1 至 {MAX_KEY} 个可见字符；请换一个编号重新提交。")
