"""What a command is carried out on: who speaks, when, and the inspection with its checklist."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from assistant.accounts.account import Account
from assistant.guided.place import place_of
from assistant.inspection.checklist import Item
from assistant.inspection.checklists import Held
from assistant.inspection.events import Event
from assistant.inspection.inspections import Inspections
from assistant.inspection.state import InspectionState, ItemState


@dataclass(frozen=True, slots=True)
class Scene:
    """One turn of one inspection."""

    who: Account
    now: datetime
    held: Held
    state: InspectionState
    inspections: Inspections
    key: str | None = None
    """Of the message that is carried out."""
    sent: int = 0
    """Events recorded for it so far."""

    @property
    def here(self) -> int:
        """Index of the item this inspector looks at."""
        return place_of(self.state, self.who.id)

    @property
    def items(self) -> tuple[ItemState, ...]:
        """The checklist with what was entered."""
        return self.state.items

    def item(self, n: int) -> Item | None:
        """The item as the documents have it now; None where they no longer do."""
        id = self.state.regime.items[n].id
        return next((i for i in self.held.checklist.items if i.id == id), None)

    def record(self, *events: Event) -> Scene:
        """The scene after events that were acknowledged one by one. Raises AccountError, InspectionError, StoreError."""
        scene = self
        for event in events:
            appended = self.inspections.record(
                self.who, self.state.id, event, now=self.now, key=event_key(self.key, scene.sent)
            )
            scene = replace(scene, state=appended.state, sent=scene.sent + 1)
        return scene


def event_key(message: str | None, n: int) -> str | None:
    """The key of the nth event that a message records: sent again, it records nothing twice."""
    return f"talk:{message}:{n}" if message else None
