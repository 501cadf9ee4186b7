"""What the routes of inspections share: the office, the checklists, a clock, and fresh ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from assistant.accounts.account import Account
from assistant.accounts.names import name_key
from assistant.inspection.checklists import Checklists
from assistant.inspection.errors import RefusedError
from assistant.office import Office
from assistant.papers.of_inspection import InspectionPapers


@dataclass(frozen=True, slots=True)
class Desk:
    """One a served app."""

    office: Office
    door: Callable[[], Checklists]
    """The checklists, compiled when first asked for."""
    now: Callable[[], datetime]
    new_id: Callable[[], str]

    @property
    def checklists(self) -> Checklists:
        """All of the corpus."""
        return self.door()

    @property
    def papers(self) -> InspectionPapers:
        """Papers of inspections."""
        return InspectionPapers(self.office.inspections, self.checklists)

    def account(self, named: str) -> str:
        """The id of an account given by id or by name. Raises RefusedError where there is none."""
        accounts = self.office.store.accounts
        found = accounts.get(named)
        if found is None and (by_name := accounts.find(name_key(named))):
            found = by_name[0]
        if found is None:
            raise RefusedError(f"没有“{named[:50]}”这个账号；可选的检查人员见 /v1/inspectors。")
        return found.id

    def people(self, ids: frozenset[str]) -> dict[str, str]:
        """Names to show for accounts."""
        found = (self.office.store.accounts.get(id) for id in sorted(ids))
        return {account.id: account.display for account in found if account}

    def inspectors(self) -> tuple[Account, ...]:
        """Accounts that may inspect."""
        return tuple(a for a in self.office.accounts.all() if a.active and a.role == "inspector")
