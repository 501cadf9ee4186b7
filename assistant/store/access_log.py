"""Who looked at or changed which inspection, file or account, when, and whether they might. No personal content."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, insert, select

from assistant.accounts.account import Access
from assistant.store.database import Database
from assistant.store.schema import access_log as table
from assistant.store.text import storable


class AccessLog:
    """Append-only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, access: Access) -> None:
        """Record; durable when this returns."""
        self._database.write(lambda c: c.execute(insert(table), msgspec.structs.asdict(access)))

    def read(
        self,
        *,
        subject: str | None = None,
        account: str | None = None,
        action: str | None = None,
        result: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        before: int | None = None,
        limit: int = 100,
    ) -> tuple[tuple[int, Access], ...]:
        """The newest lines first, each with its number; `before` is the number of the last one already seen.

        `since` counts in, `until` does not.
        """
        if not storable(subject, account, action, result):
            return ()
        query = select(table).order_by(table.c.id.desc()).limit(limit)
        for column, wanted in ((table.c.subject, subject), (table.c.account, account), (table.c.action, action)):
            if wanted is not None:
                query = query.where(column == wanted)
        if result is not None:
            query = query.where(table.c.result == result)
        if since is not None:
            query = query.where(table.c.at >= since)
        if until is not None:
            query = query.where(table.c.at < until)
        if before is not None:
            query = query.where(table.c.id < before)
        with self._database.read() as connection:
            return tuple((row.id, _access(row)) for row in connection.execute(query))


def _access(row: Row[Any]) -> Access:
    return Access(at=row.at, account=row.account, action=row.action, subject=row.subject, result=row.result)
