"""A process that appends to one inspection and says after each event that it was acknowledged, until it is killed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from multiprocessing.connection import Connection

from assistant.inspection.events import Begun, Event, EvidenceAdded, Found
from assistant.inspection.words import ChecklistItem, InspectedRegime, Inspector, Unit
from assistant.store.store import Store, open_store
from evals.scratch import Scratch

START = datetime(2030, 1, 1, tzinfo=UTC)
ITEMS = tuple(f"item-{n}" for n in range(1, 12))


def beginning(inspectors: int = 1) -> Begun:
    """A checklist of the usual length, and who checks."""
    return Begun(
        regime=InspectedRegime(
            document="d",
            title="某项监管",
            fingerprint="0" * 64,
            items=tuple(ChecklistItem(id=item, text=f"检查 {item}") for item in ITEMS),
        ),
        unit=Unit(name="某单位"),
        inspectors=tuple(Inspector(name=f"检查员{n}", account=f"account-{n}") for n in range(inspectors)),
        day=date(2030, 1, 1),
        kind="日常",
    )


def write(place: Scratch, inspection: str, says: Connection) -> None:
    """Append without end; each acknowledged event goes out as `(number, hash)` once the store has it."""
    store = open_store(place.home, place.url)
    number = 0
    while True:
        event = _event(store, inspection, number) if number else beginning()
        at = START + timedelta(seconds=number)
        recorded = store.events.append(inspection, "account-0", event, at=at, key=f"{inspection}-{number}").recorded
        says.send((recorded.seq, recorded.hash))
        number += 1


def _event(store: Store, inspection: str, number: int) -> Event:
    item = ITEMS[number % len(ITEMS)]
    if number % 10 == 0:
        photo = b"\x89PNG\r\n\x1a\n" + f"{inspection} {number} ".encode() * 2000
        return EvidenceAdded(evidence=store.files.keep(photo, f"{number}.png"), item=item)
    return Found(item=item, finding="不符合", note=f"第 {number} 条")
