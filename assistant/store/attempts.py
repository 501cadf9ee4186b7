"""Attempts to sign in that have not succeeded, for the lock-out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, text

from assistant.accounts.errors import LockedError
from assistant.accounts.lockout import Lockout
from assistant.store.database import Database
from assistant.store.schema import sign_in_attempts as table


class StoredAttempts:
    """Implements `assistant.accounts.ports.AttemptRows`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, name: str, address: str | None, now: datetime, rule: Lockout) -> Sequence[int]:
        """Count an attempt as failed until it succeeds; its numbers. Raises LockedError, then nothing is counted."""
        subjects = [(f"name {name}", False)] + ([(f"address {address[:100]}", True)] if address else [])

        def work(connection: Connection) -> list[int]:
            self._take_turns(connection)
            connection.execute(delete(table).where(table.c.at <= now - rule.window))
            for subject, is_address in subjects:
                failed = connection.execute(select(table.c.at).where(table.c.subject == subject)).scalars().all()
                until = rule.until(failed, now, address=is_address)
                if until is not None:
                    raise LockedError(until, now)
            made = [
                connection.execute(insert(table).values(subject=s, at=now).returning(table.c.id)) for s, _ in subjects
            ]
            return [int(one.scalar_one()) for one in made]

        return self._database.write(work)

    def succeeded(self, name: str, numbers: Sequence[int]) -> None:
        """Forget this attempt and all of this name; an address keeps the failures of its other attempts."""

        def work(connection: Connection) -> None:
            connection.execute(delete(table).where(table.c.subject == f"name {name}"))
            connection.execute(delete(table).where(table.c.id.in_(numbers)))

        self._database.write(work)

    def _take_turns(self, connection: Connection) -> None:
        # Attempts made at once must see each other; SQLite has one writer anyway.
        if not self._database.is_sqlite:
            connection.execute(text("LOCK TABLE sign_in_attempts IN SHARE ROW EXCLUSIVE MODE"))
