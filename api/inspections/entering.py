"""From what is sent to an event that may be recorded: items and accounts by name, violations by number."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from api.inspections import requests as q
from api.inspections.desk import Desk
from assistant.accounts.account import Account
from assistant.inspection import events as e
from assistant.inspection.beginning import inspected_regime
from assistant.inspection.consequences import chosen, named_item
from assistant.inspection.records import Appended
from assistant.inspection.state import InspectionState
from assistant.inspection.words import Inspector, Unit


@dataclass(frozen=True, slots=True)
class Entering:
    """Records what one account sends."""

    desk: Desk
    who: Account

    def begin(self, sent: q.BeginRequest, key: str | None) -> Appended:
        """A new inspection. Raises PlanError for a regime that there is not, DeniedError, InspectionError."""
        held = self.desk.checklists.named(sent.regime)
        begun = e.Begun(
            regime=inspected_regime(held.checklist, self.desk.checklists.fingerprint),
            unit=Unit(name=sent.unit, register=sent.register_id),
            inspectors=tuple(self._inspector(x) for x in sent.inspectors)
            or (Inspector(name=self.who.display, account=self.who.id),),
            day=sent.day,
            kind=sent.kind,
            noted_at=sent.noted_at,
        )
        return self.desk.office.inspections.begin(self.who, self.desk.new_id(), begun, now=self.desk.now(), key=key)

    def record(self, inspection: str, sent: q.AnyEvent, key: str | None) -> Appended:
        """Any other event. Raises DeniedError, InspectionError."""
        inspections, now = self.desk.office.inspections, self.desk.now()
        event = msgspec.structs.replace(self._event(inspection, sent), noted_at=sent.noted_at)
        return inspections.record(self.who, inspection, event, now=now, key=key)

    def _event(self, inspection: str, sent: q.AnyEvent) -> e.Event:
        match sent:
            case q.FoundSent() | q.NotedSent():
                return self._said(self._state(inspection), sent)
            case q.CorrectedSent():
                by = self._said(self._state(inspection), sent.by) if sent.by else None
                by = msgspec.structs.replace(by, noted_at=sent.noted_at) if by else None
                return e.Corrected(of=sent.of, by=by, reason=sent.reason)
            case q.AmendedSent():
                return self._amended(sent)
            case q.MovedSent():
                return e.Moved(cursor=named_item(self._state(inspection), sent.item))
            case q.SharedSent():
                return e.Shared(account=self.desk.account(sent.account))
            case q.PausedSent():
                return e.Paused()
            case q.ResumedSent():
                return e.Resumed()
            case q.FinishedSent():
                return e.Finished()
            case q.ReopenedSent():
                return e.Reopened(reason=sent.reason)

    def _said(self, state: InspectionState, sent: q.FoundSent | q.NotedSent) -> e.Found | e.Noted:
        item = named_item(state, sent.item) if sent.item is not None else None
        if isinstance(sent, q.NotedSent):
            return e.Noted(text=sent.text, item=item)
        violations = chosen(self.desk.checklists.of(state), sent.violations) if sent.violations else ()
        return e.Found(item=item or sent.item, finding=sent.finding, note=sent.note, violations=violations)

    def _amended(self, sent: q.AmendedSent) -> e.Amended:
        people = None if sent.inspectors is None else tuple(self._inspector(x) for x in sent.inspectors)
        unit = None if sent.unit is None else Unit(name=sent.unit, register=sent.register_id)
        return e.Amended(unit=unit, inspectors=people, day=sent.day, kind=sent.kind, reason=sent.reason)

    def _state(self, inspection: str) -> InspectionState:
        return self.desk.office.inspections.for_record(self.who, inspection, now=self.desk.now())

    def _inspector(self, sent: q.InspectorSent) -> Inspector:
        account = self.desk.account(sent.account) if sent.account else None
        return Inspector(name=sent.name, account=account, certificate=sent.certificate)
