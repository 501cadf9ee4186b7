"""Where an inspection stands, as a reply."""

from __future__ import annotations

from typing import Any

import msgspec

from api.inspections import replies as r
from api.inspections.checklist_json import follows_reply
from api.inspections.checklist_replies import FollowsReply
from api.inspections.desk import Desk
from assistant.accounts.account import Account
from assistant.inspection.checklists import Held
from assistant.inspection.consequences import follows
from assistant.inspection.events import Recorded
from assistant.inspection.records import Listed
from assistant.inspection.reminders import reminders
from assistant.inspection.state import Entry, InspectionState, ItemState


def account_reply(account: Account) -> r.AccountReply:
    """An account."""
    return r.AccountReply(id=account.id, name=account.name, display=account.display, role=account.role)


def listed_reply(listed: Listed) -> r.ListedReply:
    """One inspection of a list."""
    return r.ListedReply(**msgspec.structs.asdict(listed))


def event_reply(recorded: Recorded) -> r.EventReply:
    """An event of the log."""
    fields = msgspec.structs.asdict(recorded)
    return r.EventReply(
        **{k: fields[k] for k in ("seq", "at", "author", "key", "prev", "hash")}, event=_plain(recorded.event)
    )


def inspection_reply(desk: Desk, state: InspectionState) -> r.InspectionReply:
    """The whole state. Never fails because the documents changed: what they say is then left out."""
    held = desk.checklists.find(state.regime)
    fields = {k: getattr(state, k) for k in ("id", "day", "kind", "status", "owner", "cursor", "seq")}
    return r.InspectionReply(
        **fields,
        regime=_regime(desk, state, held),
        unit=r.UnitNamed(name=state.unit.name, register=state.unit.register),
        inspectors=[r.InspectorReply(**msgspec.structs.asdict(i)) for i in state.inspectors],
        shared=list(state.shared),
        people=desk.people(state.accounts),
        unchecked=len(state.unchecked),
        items=[_item(held, n, item) for n, item in enumerate(state.items, 1)],
        general=[_entry(x) for x in state.general],
        papers=[
            r.PaperMadeReply(kind=p.kind, title=desk.papers.title(state, p.kind), sha256=p.sha256) for p in state.papers
        ],
        reminders=list(reminders(held.checklist, state)) if held else [],
    )


def item_follows(held: Held | None, item: str) -> FollowsReply | None:
    """What an item found wanting may lead to; None where the documents no longer have it."""
    found = next((i for i in held.checklist.items if i.id == item), None) if held else None
    return follows_reply(held, follows(held, found)) if held and found else None


def _regime(desk: Desk, state: InspectionState, held: Held | None) -> r.RegimeReply:
    regime = state.regime
    return r.RegimeReply(
        checklist=held.id if held else None,
        document=regime.document,
        title=regime.title,
        fingerprint=regime.fingerprint,
        changed=regime.fingerprint != desk.checklists.fingerprint,
    )


def _item(held: Held | None, n: int, state: ItemState) -> r.ItemReply:
    return r.ItemReply(
        id=state.item.id,
        n=n,
        text=state.item.text,
        finding=state.finding,
        note=state.note,
        disputed=state.disputed,
        violations=[r.MatchedReply(**msgspec.structs.asdict(v)) for v in state.violations],
        evidence=[r.EvidenceReply(**msgspec.structs.asdict(x)) for x in state.evidence],
        entries=[_entry(x) for x in state.entries],
        follows=item_follows(held, state.item.id) if state.finding == "不符合" else None,
    )


def _entry(entry: Entry) -> r.EntryReply:
    return r.EntryReply(
        seq=entry.seq,
        at=entry.at,
        author=entry.author,
        said=_plain(entry.said),
        corrects=entry.corrects,
        corrected_by=list(entry.corrected_by),
    )


def _plain(value: object) -> dict[str, Any]:
    return msgspec.to_builtins(value)
