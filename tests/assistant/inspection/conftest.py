"""A made-up regime of a made-up bureau, and a log of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from assistant.inspection import chain
from assistant.inspection.events import Begun, Event, Recorded
from assistant.inspection.words import ChecklistItem, InspectedRegime, Inspector, Unit

DAY = date(2031, 5, 6)
NOON = datetime(2031, 5, 6, 4, 0, tzinfo=UTC)
Write = Callable[..., list[Recorded]]


def begun(items: Sequence[str] = ("甲", "乙", "丙")) -> Begun:
    return Begun(
        regime=InspectedRegime(
            document="渡口 职责",
            title="船坞监管",
            fingerprint="f" * 64,
            items=tuple(ChecklistItem(id=i, text=f"看{i}") for i in items),
        ),
        unit=Unit(name="大河船坞"),
        inspectors=(Inspector(name="张三", account="zhang"), Inspector(name="李四", account="li")),
        day=DAY,
        kind="日常",
    )


def write(*said: tuple[str, Event]) -> list[Recorded]:
    """A whole log: who said what, a minute apart, chained."""
    log: list[Recorded] = []
    prev = chain.START
    for seq, (author, event) in enumerate(said, 1):
        made = chain.link(
            inspection="i1",
            seq=seq,
            at=NOON + timedelta(minutes=seq),
            author=author,
            key=None,
            event=chain.encode(event),
            prev=prev,
        )
        log.append(chain.decode(made))
        prev = made.hash
    return log


@pytest.fixture(scope="session", name="begun")
def begun_fixture() -> Begun:
    return begun()


@pytest.fixture(scope="session", name="write")
def write_fixture() -> Write:
    return write
