"""One thing entered over HTTP: recorded, and what is sent back of it."""

from __future__ import annotations

from fastapi import Response

from api.inspections.desk import Desk
from api.inspections.entering import Entering
from api.inspections.parameters import REPLAYED
from api.inspections.replies import RecordedReply
from api.inspections.requests import AnyEvent
from api.inspections.state_json import event_reply, item_follows
from assistant.accounts.account import Account
from assistant.inspection.events import Found
from assistant.inspection.records import Appended


def record(desk: Desk, who: Account, id: str, sent: AnyEvent, key: str | None, response: Response) -> RecordedReply:
    """Enter it; the response says whether the same key was sent before. Raises as `Entering.record`."""
    appended = Entering(desk, who).record(id, sent, key)
    response.headers[REPLAYED] = str(appended.again).lower()
    return _reply(desk, appended)


def _reply(desk: Desk, appended: Appended) -> RecordedReply:
    event = appended.recorded.event
    wanting = isinstance(event, Found) and event.finding == "不符合"
    held = desk.checklists.find(appended.state.regime) if wanting else None
    return RecordedReply(
        inspection=appended.state.id,
        recorded=event_reply(appended.recorded),
        follows=item_follows(held, event.item) if isinstance(event, Found) else None,
    )
