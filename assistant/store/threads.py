"""Threads of inspections in conversation: any process may hear the next sentence."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select

from assistant.guided.commands import Begin
from assistant.guided.threads import Thread
from assistant.store.database import Database
from assistant.store.schema import guided_threads as table


class StoredThreads:
    """Implements `assistant.guided.threads.Threads`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, account: str, session: str) -> Thread:
        """The thread of an account in a conversation; an empty one where there is none."""
        query = select(table).where(table.c.account == account, table.c.session == _name(session))
        with self._database.read() as connection:
            row = connection.execute(query).first()
        if row is None:
            return Thread()
        pending = msgspec.json.decode(row.pending, type=Begin) if row.pending else None
        return Thread(inspection=row.inspection, pending=pending, key=row.key, answer=row.answer)

    def keep(self, account: str, session: str, thread: Thread, *, at: datetime) -> None:
        """Remember it; durable when this returns."""
        row: dict[str, Any] = {
            "account": account,
            "session": _name(session),
            "inspection": thread.inspection,
            "pending": msgspec.json.encode(thread.pending).decode() if thread.pending else None,
            "key": thread.key,
            "answer": thread.answer,
            "changed_at": at,
        }

        def work(connection: Connection) -> None:
            connection.execute(delete(table).where(table.c.account == account, table.c.session == row["session"]))
            connection.execute(insert(table), row)

        self._database.write(work)

    def expire(self, before: datetime) -> int:
        """Forget those not continued since; how many. The inspections stay."""
        return self._database.write(lambda c: c.execute(delete(table).where(table.c.changed_at < before)).rowcount)


def _name(session: str) -> str:
    """Whatever a client calls its conversation, of any length and in any characters."""
    return hashlib.sha256(session.encode("utf-8", "replace")).hexdigest()
