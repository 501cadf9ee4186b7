"""The store as one value, opened ready to use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assistant.store.access_log import AccessLog
from assistant.store.accounts import StoredAccounts
from assistant.store.address import database_address
from assistant.store.asked import AskedQuestions
from assistant.store.attempts import StoredAttempts
from assistant.store.backup import back_up
from assistant.store.check import Checked, check
from assistant.store.database import Database
from assistant.store.event_log import EventLog
from assistant.store.files import Files
from assistant.store.inspection_list import InspectionList
from assistant.store.migrate import migrate
from assistant.store.threads import StoredThreads
from assistant.store.tokens import StoredTokens
from assistant.store.units import Units


@dataclass(frozen=True, slots=True)
class Store:
    """Everything that is kept. May be shared by threads."""

    database: Database
    events: EventLog
    inspections: InspectionList
    files: Files
    access: AccessLog
    units: Units
    asked: AskedQuestions
    threads: StoredThreads
    accounts: StoredAccounts
    tokens: StoredTokens
    attempts: StoredAttempts

    def check(self) -> Checked:
        """Recompute all chains and compare everything derived."""
        return check(self.database, self.files)

    def back_up(self, folder: Path) -> int:
        """Copy everything into a new folder; how many files of evidence. Raises StoreError."""
        return back_up(self.database, self.files, folder)

    def close(self) -> None:
        """Give back all connections."""
        self.database.close()


def open_store(home: Path, url: str | None = None) -> Store:
    """Open the database and bring its tables up to date; make it where there is none.

    `home` holds the SQLite file (where no `url` is given) and the evidence. Raises StoreError.
    """
    database = Database(database_address(home, url))
    migrate(database)
    files = Files(home / "evidence")
    files.tidy()
    return Store(
        database=database,
        events=EventLog(database),
        inspections=InspectionList(database),
        files=files,
        access=AccessLog(database),
        units=Units(database),
        asked=AskedQuestions(database),
        threads=StoredThreads(database),
        accounts=StoredAccounts(database),
        tokens=StoredTokens(database),
        attempts=StoredAttempts(database),
    )
