"""The one door to inspections for every way in: who may is asked here, and every access is logged here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from assistant.accounts.account import Access, Account
from assistant.accounts.errors import DeniedError, HiddenError
from assistant.accounts.policy import Action, Relation, account_may
from assistant.accounts.ports import AccessLogRows, AccountRows
from assistant.inspection.archive import make_archive
from assistant.inspection.errors import MissingError, NotNowError, RefusedError
from assistant.inspection.events import Amended, Begun, Corrected, Event, EvidenceAdded, PaperMade, Shared
from assistant.inspection.local_time import CHINA
from assistant.inspection.ports import Events, EvidenceFiles, Lists
from assistant.inspection.records import Appended, Listed, Wanted
from assistant.inspection.state import InspectionState
from assistant.inspection.words import Evidence

_AHEAD = timedelta(minutes=5)
"""How far the clock of a telephone may be ahead of ours."""
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
        _not_ahead(begun, now)
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
        account, state = self._part(who, _action(event), inspection, now, log_allowed=False)
        _not_ahead(event, now)
        if isinstance(event, Shared):
            self._inspector(event.account)
        if isinstance(event, Amended):
            for added in {i.account for i in event.inspectors or () if i.account} - state.accounts:
                self._inspector(added)
        return self.events.append(inspection, account.id, event, at=now, key=key)

    def for_record(self, who: Account | None, inspection: str, *, now: datetime) -> InspectionState:
        """Where an inspection stands, for completing what is about to be recorded; not for showing. Raises DeniedError."""
        return self._part(who, "inspection.record", inspection, now, log_allowed=False)[1]

    def read(self, who: Account | None, inspection: str, *, now: datetime) -> InspectionState:
        """Where an inspection stands, with its whole history. Raises DeniedError."""
        return self._part(who, "inspection.read", inspection, now)[1]

    def page(
        self, who: Account | None, wanted: Wanted, *, now: datetime, after: str | None = None, limit: int = 50
    ) -> tuple[Listed, ...]:
        """Inspections that `who` may read, newest first. Raises DeniedError for somebody who may see none.

        A list shows units and dates, so it is logged too, under the account that looked.
        """
        if who is None or not account_may(who, "inspection.list", "own"):
            self._log(who, "inspection.list", who.id if who else "", now, allowed=False)
            raise DeniedError("您没有查看检查的权限；请用检查人员的账号登录。")
        if not account_may(who, "inspection.list", "none"):
            wanted = msgspec.structs.replace(wanted, account=who.id)
        self._log(who, "inspection.list", who.id, now, allowed=True)
        return self.lists.page(wanted, after=after, limit=limit)

    def add_evidence(
        self,
        who: Account | None,
        inspection: str,
        data: bytes,
        name: str,
        *,
        item: str | None,
        now: datetime,
        noted_at: datetime | None = None,
        key: str | None = None,
    ) -> Appended:
        """Keep a file and record it. Raises DeniedError, InspectionError, and StoreError for a file that is refused."""
        self._part(who, "file.add", inspection, now, log_allowed=False)
        evidence = self.files.keep(data, name)
        event = EvidenceAdded(evidence=evidence, item=item, noted_at=noted_at)
        return self.record(who, inspection, event, now=now, key=key)

    def evidence(self, who: Account | None, inspection: str, sha256: str, *, now: datetime) -> tuple[Evidence, bytes]:
        """A file of the inspection, corrected entries included. Raises DeniedError, InspectionError, StoreError."""
        account, state = self._part(who, "file.read", inspection, now, log_allowed=False)
        said = (entry.said for entry in state.entries)
        found = next((x.evidence for x in said if isinstance(x, EvidenceAdded) and x.evidence.sha256 == sha256), None)
        if found is None:
            raise MissingError("这次检查没有这个文件；请从检查记录里打开文件。")
        return found, self._file(account, sha256, now)

    def keep_paper(
        self, who: Account | None, inspection: str, kind: str, data: bytes, name: str, *, now: datetime
    ) -> InspectionState:
        """Keep a paper that was made, and record it unless the same one was recorded last; the state afterwards.

        Raises DeniedError, InspectionError, StoreError.
        """
        state = self._part(who, "paper.make", inspection, now, log_allowed=False)[1]
        kept = self.files.keep(data, name)
        last = next((p.sha256 for p in reversed(state.papers) if p.kind == kind), None)
        if last == kept.sha256:
            return state
        return self.record(who, inspection, PaperMade(kind=kind, sha256=kept.sha256), now=now).state

    def paper(
        self, who: Account | None, inspection: str, kind: str, *, now: datetime
    ) -> tuple[InspectionState, str, bytes]:
        """The Word file of a kind made last, and its hash. Raises DeniedError, InspectionError, StoreError."""
        account, state = self._part(who, "file.read", inspection, now, log_allowed=False)
        sha256 = next((p.sha256 for p in reversed(state.papers) if p.kind == kind), None)
        if sha256 is None:
            raise MissingError("这次检查还没有生成这种文书；请先生成，再取文件。")
        return state, sha256, self._file(account, sha256, now)

    def archive(
        self, who: Account | None, inspection: str, names: Callable[[InspectionState, str], str], *, now: datetime
    ) -> tuple[InspectionState, bytes]:
        """The zip of an inspection: its log, its files, the latest paper of each kind under the name `names` gives it.

        Raises DeniedError, InspectionError, StoreError. One line of the access log for each file.
        """
        account, state = self._part(who, "inspection.read", inspection, now)
        self._may_read_files(account, state, now)
        latest = {p.kind: p.sha256 for p in state.papers}
        papers = [(f"{names(state, kind)}.docx", self._file(account, sha256, now)) for kind, sha256 in latest.items()]
        said = (x.said.evidence.sha256 for x in state.entries if isinstance(x.said, EvidenceAdded))
        evidence = {sha256: self._file(account, sha256, now) for sha256 in dict.fromkeys(said)}
        return state, make_archive(self.events.links(inspection), papers, evidence)

    def _may_read_files(self, account: Account, state: InspectionState, now: datetime) -> None:
        self._allowed(account, "file.read", relation_of(account, state), state.id, now)

    def _file(self, account: Account, sha256: str, now: datetime) -> bytes:
        self._log(account, "file.read", sha256, now, allowed=True)
        return self.files.read(sha256)

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
            raise _refusal(who, action, relation, exists)
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


def _not_ahead(event: Event, now: datetime) -> None:
    """Raises RefusedError for what is said to have happened later than now."""
    by = event.by if isinstance(event, Corrected) else None
    if any(at is not None and at > now + _AHEAD for at in (event.noted_at, by.noted_at if by else None)):
        ours = now.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
        raise RefusedError(f"现场录入的时间比现在（{ours}）还晚，没有录入；请校准手机的日期和时间后再提交。")


def _refusal(who: Account | None, action: Action, relation: Relation, exists: bool) -> DeniedError:
    if action == "inspection.begin":
        return DeniedError("只有检查人员可以开始检查；请用检查人员的账号登录。")
    if exists and account_may(who, "inspection.read", relation):
        return DeniedError("您可以查看这次检查，但不能这样做；请由开始检查的人或所列的检查人员办理。")
    return HiddenError(_DENIED)


def _action(event: Event) -> Action:
    match event:
        case Begun():
            raise NotNowError("这次检查已经开始，不能再开始一次；要另查一次，请新建检查。")
        case Shared() | Amended(inspectors=(_, *_)):
            return "inspection.share"  # whoever is listed as inspector may look and enter
        case PaperMade():
            return "paper.make"
        case EvidenceAdded():
            return "file.add"
        case _:
            return "inspection.record"
