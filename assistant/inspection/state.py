"""Where an inspection stands: a pure fold over its log.

`fold` is total: whatever order entries arrived in, every one is kept in `history`, and one that does not fit (it was
refused when it was sent, see `assistant.inspection.admission`) changes nothing else. Of several entries for one item the
latest shows; the others stay visible.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

import msgspec

from assistant.inspection import events as e
from assistant.inspection.words import (
    ChecklistItem,
    Evidence,
    Finding,
    InspectedRegime,
    Inspector,
    MatchedViolation,
    Unit,
)

Status = Literal["进行中", "已暂停", "已结束"]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What one inspector entered, and what became of it."""

    seq: int
    at: datetime
    author: str
    said: e.Said
    corrects: int | None = None
    """`seq` of the entry it replaces."""
    corrected_by: tuple[int, ...] = ()
    """`seq` of the corrections; empty while it stands."""

    @property
    def stands(self) -> bool:
        """Whether nobody corrected or withdrew it."""
        return not self.corrected_by


class ItemState(msgspec.Struct, frozen=True, kw_only=True):
    """One item of the checklist with everything entered for it."""

    item: ChecklistItem
    entries: tuple[Entry, ...]
    """In order of the log, corrected ones included."""

    @property
    def shown(self) -> Entry | None:
        """The finding that counts: the latest that stands."""
        return next((x for x in reversed(self.entries) if x.stands and isinstance(x.said, e.Found)), None)

    @property
    def finding(self) -> Finding:
        """The finding that counts; 未查 before there is one."""
        return found.finding if (found := self._found) else "未查"

    @property
    def note(self) -> str:
        """The note of the finding that counts."""
        return found.note if (found := self._found) else ""

    @property
    def facts(self) -> tuple[str, ...]:
        """What to write of the item: the notes of all who found what counts, then the remarks that stand."""
        latest = {x.author: x.said for x in self.entries if x.stands and isinstance(x.said, e.Found)}
        agreed = (said.note for said in latest.values() if said.finding == self.finding)
        remarks = (x.said.text for x in self.notes if isinstance(x.said, e.Noted))
        return tuple(dict.fromkeys(said for said in (*agreed, *remarks) if said))

    @property
    def violations(self) -> tuple[MatchedViolation, ...]:
        """The violations of the finding that counts."""
        return found.violations if (found := self._found) else ()

    @property
    def notes(self) -> tuple[Entry, ...]:
        """Remarks that stand."""
        return tuple(x for x in self.entries if x.stands and isinstance(x.said, e.Noted))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Files that stand."""
        return _evidence(self.entries)

    @property
    def disputed(self) -> bool:
        """Whether two authors' latest findings that stand differ: somebody has to settle it."""
        latest = {x.author: x.said.finding for x in self.entries if x.stands and isinstance(x.said, e.Found)}
        return len(set(latest.values())) > 1

    @property
    def _found(self) -> e.Found | None:
        return x.said if (x := self.shown) and isinstance(x.said, e.Found) else None


class InspectionState(msgspec.Struct, frozen=True, kw_only=True):
    """An inspection after its last event."""

    id: str
    regime: InspectedRegime
    unit: Unit
    inspectors: tuple[Inspector, ...]
    day: date
    kind: str
    owner: str
    """Account id of whoever began it."""
    cursor: str
    """Id of the item being looked at."""
    status: Status = "进行中"
    entries: tuple[Entry, ...] = ()
    shared: tuple[str, ...] = ()
    """Accounts it is shared with, in that order."""
    papers: tuple[e.PaperMade, ...] = ()
    history: tuple[e.Recorded, ...] = ()
    """The whole log."""

    @property
    def seq(self) -> int:
        """Number of the last event."""
        return self.history[-1].seq

    @property
    def items(self) -> tuple[ItemState, ...]:
        """The checklist in its order."""
        of: dict[str | None, list[Entry]] = {}
        for entry in self.entries:
            of.setdefault(entry.said.item, []).append(entry)
        return tuple(ItemState(item=i, entries=tuple(of.get(i.id, ()))) for i in self.regime.items)

    @property
    def general(self) -> tuple[Entry, ...]:
        """Remarks and files of the inspection as a whole, corrected ones included."""
        return tuple(x for x in self.entries if x.said.item is None)

    @property
    def remarks(self) -> tuple[str, ...]:
        """Remarks on the inspection as a whole that stand."""
        return tuple(x.said.text for x in self.general if x.stands and isinstance(x.said, e.Noted))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every file that stands, each once, in order of the log."""
        return tuple(dict.fromkeys(_evidence(self.entries)))

    @property
    def unchecked(self) -> tuple[ChecklistItem, ...]:
        """Items still 未查."""
        return tuple(i.item for i in self.items if i.finding == "未查")

    @property
    def accounts(self) -> frozenset[str]:
        """Accounts that take part: who began it, its inspectors, and those it is shared with."""
        named = (i.account for i in self.inspectors)
        return frozenset({self.owner, *(a for a in named if a), *self.shared})


def fold(log: Iterable[e.Recorded]) -> InspectionState | None:
    """The state after a log in order of `seq`; None before the inspection is begun."""
    state: InspectionState | None = None
    for recorded in log:
        state = apply(state, recorded)
    return state


def apply(state: InspectionState | None, recorded: e.Recorded) -> InspectionState | None:
    """The state after one more event."""
    if state is None:
        return _begin(recorded)
    changes = _changes(state, recorded)
    return msgspec.structs.replace(state, history=(*state.history, recorded), **changes)


def _begin(recorded: e.Recorded) -> InspectionState | None:
    begun = recorded.event
    if not isinstance(begun, e.Begun) or not begun.regime.items:
        return None
    return InspectionState(
        id=recorded.inspection,
        regime=begun.regime,
        unit=begun.unit,
        inspectors=begun.inspectors,
        day=begun.day,
        kind=begun.kind,
        owner=recorded.author,
        cursor=begun.regime.items[0].id,
        history=(recorded,),
    )


def _changes(state: InspectionState, recorded: e.Recorded) -> dict[str, object]:
    match recorded.event:
        case e.Found() | e.Noted() | e.EvidenceAdded() as said:
            return {"entries": (*state.entries, _entry(recorded, said))}
        case e.Corrected() as corrected:
            return {"entries": _corrected(state.entries, recorded, corrected)}
        case e.Amended() as amended:
            return _amended(state, amended)
        case e.Moved(cursor=cursor):
            return {"cursor": cursor} if any(i.id == cursor for i in state.regime.items) else {}
        case e.Shared(account=account):
            return {"shared": tuple(dict.fromkeys((*state.shared, account)))}
        case e.PaperMade() as paper:
            return {"papers": (*state.papers, paper)}
        case event:
            return {"status": _status(state.status, event)}


def _amended(state: InspectionState, event: e.Amended) -> dict[str, object]:
    """The fields that it puts right. Who is no longer listed as an inspector took part all the same, and still may."""
    said = {"unit": event.unit, "inspectors": event.inspectors, "day": event.day, "kind": event.kind}
    changed: dict[str, object] = {name: value for name, value in said.items() if value is not None}
    if event.inspectors is not None:
        listed = {i.account for i in event.inspectors}
        gone = [i.account for i in state.inspectors if i.account and i.account not in listed]
        changed["shared"] = tuple(dict.fromkeys((*state.shared, *gone)))
    return changed


def _status(status: Status, event: e.Event) -> Status:
    match event:
        case e.Paused() if status == "进行中":
            return "已暂停"
        case e.Resumed() if status == "已暂停":
            return "进行中"
        case e.Finished():
            return "已结束"
        case e.Reopened():
            return "进行中"
        case _:
            return status


def _corrected(entries: tuple[Entry, ...], recorded: e.Recorded, event: e.Corrected) -> tuple[Entry, ...]:
    if all(x.seq != event.of for x in entries):
        return entries
    marked = tuple(
        msgspec.structs.replace(x, corrected_by=(*x.corrected_by, recorded.seq)) if x.seq == event.of else x
        for x in entries
    )
    return marked if event.by is None else (*marked, _entry(recorded, event.by, corrects=event.of))


def _entry(recorded: e.Recorded, said: e.Said, corrects: int | None = None) -> Entry:
    return Entry(seq=recorded.seq, at=recorded.at, author=recorded.author, said=said, corrects=corrects)


def _evidence(entries: Iterable[Entry]) -> tuple[Evidence, ...]:
    return tuple(x.said.evidence for x in entries if x.stands and isinstance(x.said, e.EvidenceAdded))
