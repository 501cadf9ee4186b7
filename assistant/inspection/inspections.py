"""The one door to inspections for every way in: who may is asked here, and every access is logged here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import msgspec

from assistant.accounts.account import Access, Account
from assistant.accounts.errors import DeniedError
from assistant.accounts.policy import Action, Relation, account_may
from assistant.accounts.ports import AccessLogRows, AccountRows
from assistant.inspection.errors import InspectionError, RefusedError
from assistant.inspection.events import Begun, Event, EvidenceAdded, PaperMade, Shared
from assistant.inspection.ports import Events, EvidenceFiles, Lists
from assistant.inspection.records import Appended, Listed, Wanted
from assistant.inspection.state import InspectionState
from assistant.inspection.words import Evidence

_DENIED = "没有这次检查，或您没有权限；请先登录，或请检查人员共享给您。"


@dataclass(frozen=True, slots=True)
class Inspections:
    """What somebody (`who`; None is not signed in) does with inspections. Each call takes the time it is made at."""

    events: Events
    lists: Lists
    files: EvidenceFiles
    accounts: AccountRows
    access: AccessLogRows

    def begin(self, who: Account | None, id: str, begun: Begun, *, now: datetime, key: str | None = None) -> Appended:
        """Begin an inspection under a new id; a repeated key gives back the one it began.

        Raises DeniedError, InspectionError.
        """
        account = self._allowed(who, "inspection.begin", "none", id, now)
        for inspector in begun.inspectors:
            if inspector.account is not None:
                self._inspector(inspector.account)
        return self.events.append(id, account.id, begun, at=now, key=key)

    def record(
        self, who: Account | None, inspection: str, event: Event, *, now: datetime, key: str | None = None
    ) -> Appended:
        """Record any other event; durable when this returns. Raises DeniedError, InspectionError.

        What is accepted is not repeated in the access log: the event itself says who and when.
        """
        account, _ = self._part(who, _action(event), inspection, now, log_allowed=False)
        if isinstance(event, Shared):
            self._inspector(event.account)
        return self.events.append(inspection, account.id, event, at=now, key=key)

    def read(self, who: Account | None, inspection: str, *, now: datetime) -> InspectionState:
        """Where an inspection stands, with its whole history. Raises DeniedError."""
        return self._part(who, "inspection.read", inspection, now)[1]

    def page(
        self, who: Account | None, wanted: Wanted, *, after: str | None = None, limit: int = 50
    ) -> tuple[Listed, ...]:
        """Inspections that `who` may read, newest first. Raises DeniedError for somebody who may see none."""
        if who is not None and account_may(who, "inspection.list", "none"):
            return self.lists.page(wanted, after=after, limit=limit)
        if who is None or not account_may(who, "inspection.list", "own"):
            raise DeniedError("您没有查看检查的权限；请用检查人员的账号登录。")
        return self.lists.page(msgspec.structs.replace(wanted, account=who.id), after=after, limit=limit)

    def add_evidence(
        self,
        who: Account | None,
        inspection: str,
        data: bytes,
        name: str,
        *,
        item: str | None,
        now: datetime,
        key: str | None = None,
    ) -> Appended:
        """Keep a file and record it. Raises DeniedError, InspectionError, and StoreError for a file that is refused."""
        self._part(who, "file.add", inspection, now, log_allowed=False)
        evidence = self.files.keep(data, name)
        return self.record(who, inspection, EvidenceAdded(evidence=evidence, item=item), now=now, key=key)

    def evidence(self, who: Account | None, inspection: str, sha256: str, *, now: datetime) -> tuple[Evidence, bytes]:
        """A file of the inspection, corrected entries included. Raises DeniedError, InspectionError, StoreError."""
        account, state = self._part(who, "file.read", inspection, now, log_allowed=False)
        said = (entry.said for entry in state.entries)
        found = next((x.evidence for x in said if isinstance(x, EvidenceAdded) and x.evidence.sha256 == sha256), None)
        if found is None:
            raise InspectionError("这次检查没有这个文件；请从检查记录里打开文件。")
        self._log(account, "file.read", sha256, now, allowed=True)
        return found, self.files.read(sha256)

    def _part(
        self, who: Account | None, action: Action, inspection: str, now: datetime, *, log_allowed: bool = True
    ) -> tuple[Account, InspectionState]:
        state = self.events.state(inspection)
        relation = relation_of(who, state)
        account = self._allowed(who, action, relation, inspection, now, exists=state is not None)
        assert state is not None, "_allowed refuses what does not exist"
        if log_allowed:
            self._log(account, action, inspection, now, allowed=True)
        return account, state

    def _allowed(
        self,
        who: Account | None,
        action: Action,
        relation: Relation,
        subject: str,
        now: datetime,
        *,
        exists: bool = True,
    ) -> Account:
        if who is None or not exists or not account_may(who, action, relation):
            self._log(who, action, subject[:64], now, allowed=False)
            raise DeniedError(
                "只有检查人员可以开始检查；请用检查人员的账号登录。" if action == "inspection.begin" else _DENIED
            )
        return who

    def _inspector(self, id: str) -> None:
        account = self.accounts.get(id)
        if account is None or not account.active or account.role != "inspector":
            raise RefusedError("所选的账号不是能用的检查人员账号，没有录入；请从账号列表里另选。")

    def _log(self, who: Account | None, action: Action, subject: str, now: datetime, *, allowed: bool) -> None:
        result = "允许" if allowed else "拒绝"
        self.access.add(Access(at=now, account=who.id if who else None, action=action, subject=subject, result=result))


def relation_of(who: Account | None, state: InspectionState | None) -> Relation:
    """How somebody stands to an inspection."""
    if who is None or state is None:
        return "none"
    if who.id == state.owner or any(i.account == who.id for i in state.inspectors):
        return "own"
    return "shared" if who.id in state.shared else "none"


def _action(event: Event) -> Action:
    match event:
        case Begun():
            raise RefusedError("这次检查已经开始，不能再开始一次；要另查一次，请新建检查。")
        case Shared():
            return "inspection.share"
        case PaperMade():
            return "paper.make"
        case EvidenceAdded():
            return "file.add"
        case _:
            return "inspection.record"
