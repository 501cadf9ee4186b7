"""Whether everything stored is what was written: chains, derived rows, files, and the database's own check."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, Row, select

from assistant.inspection.chain import Break, first_break
from assistant.inspection.events import Recorded
from assistant.inspection.state import fold
from assistant.store.database import Database
from assistant.store.errors import DamagedError, StoreError
from assistant.store.event_log import decoded, links
from assistant.store.files import Files
from assistant.store.projection import accounts_of, row_of
from assistant.store.schema import inspection_events, inspections


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What a check looked at, and what is wrong."""

    inspections: int
    events: int
    files: int
    breaks: tuple[Break, ...]
    """The first broken link of each broken log."""
    damaged: tuple[str, ...]
    """Other damage, one Chinese sentence each."""

    @property
    def sound(self) -> bool:
        """Nothing is wrong."""
        return not self.breaks and not self.damaged


def check(database: Database, files: Files) -> Checked:
    """Recompute everything. Raises StoreError only when the database cannot be read at all."""
    breaks: list[Break] = []
    damaged: list[str] = []
    seen: dict[str, None] = {}
    events = 0
    with database.read() as connection:
        damaged += _own_check(connection, database)
        rows = {row.id: row for row in connection.execute(select(inspections).order_by(inspections.c.id))}
        logged = connection.execute(select(inspection_events.c.inspection).distinct()).scalars()
        names = sorted({*rows, *logged})
        for id in names:
            log, broken = _log(connection, id, rows.get(id))
            events += len(log)
            if broken:
                breaks.append(broken)
            else:
                damaged += _derived(connection, rows[id], log)
                seen |= dict.fromkeys(_files_of(log))
    damaged += _files(files, seen)
    return Checked(inspections=len(names), events=events, files=len(seen), breaks=tuple(breaks), damaged=tuple(damaged))


def _own_check(connection: Connection, database: Database) -> Iterator[str]:
    if database.is_sqlite:
        found = [str(x) for x in connection.exec_driver_sql("PRAGMA integrity_check").scalars()]
        if found != ["ok"]:
            yield f"数据库文件有损坏：{found[0]}；请从备份恢复。"


def _log(connection: Connection, id: str, row: Row[tuple[object, ...]] | None) -> tuple[list[Recorded], Break | None]:
    stored = links(connection, id)
    broken = first_break(id, stored, (row.seq, row.head) if row else (0, ""))
    if broken:
        return [], broken
    try:
        return [decoded(x) for x in stored], None
    except DamagedError as error:
        return [], Break(inspection=id, seq=len(stored), why=str(error))


def _derived(connection: Connection, row: Row[tuple[object, ...]], log: list[Recorded]) -> Iterator[str]:
    state = fold(log)
    if state is None:
        yield f"检查 {row.id} 没有开始记录；请从备份恢复。"
    elif row_of(state) != dict(row._mapping) or accounts_of(connection, state.id) != state.accounts:  # pyright: ignore[reportPrivateUsage]
        yield f"检查 {row.id} 的列表信息与记录不一致；请从备份恢复。"


def _files_of(log: list[Recorded]) -> Iterator[str]:
    state = fold(log)
    for entry in state.entries if state else ():
        evidence = getattr(entry.said, "evidence", None)
        if evidence is not None:
            yield evidence.sha256
    yield from (paper.sha256 for paper in (state.papers if state else ()))


def _files(files: Files, wanted: dict[str, None]) -> Iterator[str]:
    for sha256 in wanted:
        try:
            files.read(sha256)
        except StoreError as error:
            yield f"证据或文书 {sha256[:12]}…：{error}"
