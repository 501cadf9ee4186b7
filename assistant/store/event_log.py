"""The append-only, hash-chained log of each inspection."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select

from assistant.inspection.admission import admit
from assistant.inspection.chain import START, Link, decode, encode, link
from assistant.inspection.errors import InspectionError, KeyReusedError
from assistant.inspection.events import Begun, Event, Recorded
from assistant.inspection.records import Appended
from assistant.inspection.state import InspectionState, apply, fold
from assistant.store.database import Database
from assistant.store.errors import DamagedError
from assistant.store.known_states import KnownStates
from assistant.store.projection import project
from assistant.store.schema import inspection_events as table
from assistant.store.schema import inspections
from assistant.store.text import storable

MAX_KEY = 200
"""Characters of an idempotency key."""


class EventLog:
    """Adds and reads events. Writers of one inspection take turns; none is lost."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known = KnownStates()

    def append(self, inspection: str, author: str, event: Event, *, at: datetime, key: str | None = None) -> Appended:
        """Record an event that fits. When this returns, the event is durable.

        Raises RefusedError where it does not fit, KeyReusedError where the key was used for something else, StoreError
        where nothing could be written.
        """
        _check_key(key)
        new = _New(
            inspection=inspection, author=author, event=event, body=encode(event), at=at.astimezone(UTC), key=key
        )
        appended = self._database.write(lambda connection: self._append(connection, new))
        self._known.put(appended.state)
        return appended

    def read(self, inspection: str) -> tuple[Recorded, ...]:
        """The whole log, in order; empty where there is no such inspection."""
        state = self.state(inspection)
        return state.history if state else ()

    def state(self, inspection: str) -> InspectionState | None:
        """Where the inspection stands; None where there is none."""
        if not storable(inspection):
            return None
        with self._database.read() as connection:
            state = _current(connection, inspection, self._known.get(inspection))
        if state is not None:
            self._known.put(state)
        return state

    def links(self, inspection: str) -> tuple[Link, ...]:
        """The log as it is stored, in order; empty where there is no such inspection."""
        if not storable(inspection):
            return ()
        with self._database.read() as connection:
            return tuple(links(connection, inspection))

    def _append(self, connection: Connection, new: _New) -> Appended:
        # The row of the inspection is what its writers take turns by (PostgreSQL); SQLite has one writer.
        head = connection.execute(
            select(inspections.c.head).where(inspections.c.id == new.inspection).with_for_update()
        ).scalar()
        if new.key is not None and (sent := _sent_before(connection, new.author, new.key)):
            return _again(connection, sent, new)
        before = _current(connection, new.inspection, self._known.get(new.inspection))
        prev = before.history[-1].hash if before else START
        if head is not None and head != prev:
            raise DamagedError("这次检查的记录被改动过，不能再录入；请运行 renshe store check 查明，并从备份恢复。")
        admit(before, new.event)
        entry = link(
            inspection=new.inspection,
            seq=before.seq + 1 if before else 1,
            at=new.at,
            author=new.author,
            key=new.key,
            event=new.body,
            prev=prev,
        )
        recorded = decoded(entry)
        state = apply(before, recorded)
        assert state is not None, "an admitted event leaves a state"
        project(connection, before, state)
        connection.execute(insert(table), msgspec.structs.asdict(entry))
        return Appended(recorded=recorded, state=state, again=False)


class _New(msgspec.Struct, frozen=True, kw_only=True):
    inspection: str
    author: str
    event: Event
    body: str
    """The event in canonical JSON."""
    at: datetime
    key: str | None


def links(connection: Connection, inspection: str, after: int = 0) -> list[Link]:
    """The stored entries of one inspection behind a number, in order."""
    rows = connection.execute(
        select(table).where(table.c.inspection == inspection, table.c.seq > after).order_by(table.c.seq)
    )
    return [_link(row) for row in rows]


def decoded(entry: Link) -> Recorded:
    """The event of a stored entry. Raises DamagedError."""
    try:
        return decode(entry)
    except msgspec.DecodeError as error:
        raise DamagedError(
            f"检查 {entry.inspection} 的第 {entry.seq} 条记录读不出来；请运行 renshe store check 查明，并从备份恢复。"
        ) from error


def _current(connection: Connection, inspection: str, known: InspectionState | None) -> InspectionState | None:
    entries = links(connection, inspection, known.seq - 1 if known else 0)
    if known is None:
        return fold(decoded(x) for x in entries)
    if not entries or entries[0].hash != known.history[-1].hash:
        return _current(connection, inspection, None)  # not the log that is known: somebody changed it
    state: InspectionState | None = known
    for entry in entries[1:]:
        state = apply(state, decoded(entry))
    return state


def _sent_before(connection: Connection, author: str, key: str) -> Link | None:
    row = connection.execute(select(table).where(table.c.author == author, table.c.key == key)).first()
    return _link(row) if row else None


def _again(connection: Connection, sent: Link, new: _New) -> Appended:
    # A repeated Begun comes with a new id: the sender has not seen the first one's.
    same_place = sent.inspection == new.inspection or isinstance(new.event, Begun)
    if not same_place or decoded(sent).event != new.event:
        raise KeyReusedError("这个提交编号已经用于另一次录入，没有保存；请换一个编号重新提交。")
    state = _current(connection, sent.inspection, None)
    assert state is not None, "a stored event belongs to an inspection"
    return Appended(recorded=decoded(sent), state=state, again=True)


def _link(row: Row[Any]) -> Link:
    return Link(**row._mapping)  # pyright: ignore[reportPrivateUsage]  # SQLAlchemy's public name for it


def _check_key(key: str | None) -> None:
    if key is not None and not (0 < len(key) <= MAX_KEY and key.isprintable()):
        raise InspectionError(f"提交编号要有 1 至 {MAX_KEY} 个可见字符；请换一个编号重新提交。")
